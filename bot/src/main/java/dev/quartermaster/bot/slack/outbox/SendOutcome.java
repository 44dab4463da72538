package dev.quartermaster.bot.slack.outbox;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The outcome of sending one message: sent, to be tried again later, or refused. */
sealed interface SendOutcome {
    /** @param ts empty where nothing can be edited later. @param lost what Slack refused of it; null: nothing */
    record Sent(
            String channel,
            String ts,
            @Nullable String thread,
            @Nullable String lost) implements SendOutcome {}

    /** Slack said 429; it was not taken. @param method held as a whole; null: only this channel is */
    record Limited(Duration after, @Nullable String method) implements SendOutcome {}

    /** @param taken whether it may have been taken. @param after the soonest moment to try again; null: by how often it failed */
    record Unreachable(String why, boolean taken, @Nullable Duration after) implements SendOutcome {}

    record Refused(String error) implements SendOutcome {}
}
