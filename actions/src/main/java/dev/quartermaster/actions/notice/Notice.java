package dev.quartermaster.actions.notice;

import dev.quartermaster.actions.RequestId;
import java.time.Instant;

/**
 * Something about a request changed that somebody should hear. The edge shows the request as it is when it speaks, not
 * as it was: a late notice never shows an old state.
 *
 * @param words one plain sentence to the asker; people's own text in it is data, never mark-up
 */
public record Notice(long id, RequestId request, Kind kind, String words, Instant at) {
    public enum Kind {
        /** Waits for yeses: cards go out. */
        ASKED,
        /** Somebody decided, more are needed: all cards change. */
        DECIDED,
        /** What was asked changed after the card: fresh cards go out. */
        REOPENED,
        APPROVED,
        DENIED,
        WITHDRAWN,
        LAPSED,
        REFUSED,
        /** On its way; {@code words} says what happens or what is waited for. */
        PROGRESS,
        HANDED_OVER,
        EXTENDED,
        ENDING_SOON,
        ENDED,
        FAILED,
        REMINDER
    }
}
