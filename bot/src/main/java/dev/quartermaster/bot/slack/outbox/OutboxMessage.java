package dev.quartermaster.bot.slack.outbox;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One row of the outbox, on its way.
 *
 * @param mark travels in the message's metadata, to be found in the channel's history after a crash
 * @param tries how often it was begun, this time included
 * @param doubtful begun before and its end never noted: it may be in Slack already
 */
record OutboxMessage(
        long id,
        String lane,
        @Nullable String card,
        Act act,
        Address to,
        String text,
        @Nullable String blocks,
        UUID mark,
        int tries,
        boolean doubtful,
        Instant writtenAt) {
    enum Act {
        POST,
        EDIT,
        EPHEMERAL,
        HOME,
        /** Shares files; the text is said where they cannot be. */
        FILES
    }
}
