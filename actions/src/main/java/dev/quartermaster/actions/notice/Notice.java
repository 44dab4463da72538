package dev.quartermaster.actions.notice;

import dev.quartermaster.actions.RequestId;
import dev.quartermaster.intents.people.PersonId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something about a request changed that somebody should hear. The edge shows the request as it is when it speaks, not
 * as it was: a late notice never shows an old state.
 *
 * @param words one plain sentence to the asker; people's own text in it is data, never mark-up
 * @param to whom alone it is for; null: everybody it concerns
 */
public record Notice(
        long id,
        RequestId request,
        Kind kind,
        String words,
        Instant at,
        @Nullable PersonId to) {
    public enum Kind {
        /** Waits for yeses: cards go out. */
        ASKED,
        /** Somebody decided, more are needed: all cards change. */
        DECIDED,
        /** Somebody agreed to less than was asked, more yeses are needed: all cards change, and the asker hears of it. */
        LESSENED,
        /** An approver asks the asker something. */
        QUESTION,
        /** The asker answered. */
        ANSWER,
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
        /** What is live can't be used for now, or can again. */
        INTERRUPTED,
        EXTENDED,
        ENDING_SOON,
        /** It will be stopped before its end; {@code words} says when and why. */
        STOP_ANNOUNCED,
        /** It will not, after all. */
        STOP_TAKEN_BACK,
        ENDED,
        FAILED,
        REMINDER,
        /** Nobody decided for long: the next is asked, or (to one person) is to see to it. */
        ESCALATED,
        /** Had without a yes: everybody whose yes it needed hears it. */
        GLASS_BROKEN,
        /** What was had without a yes is to be reviewed. */
        REVIEW,
        REVIEWED
    }
}
