package dev.quartermaster.bot.slack.web;

import java.time.Duration;

/** Thrown when Slack could not be asked. It counts as no failed attempt of whatever needed the answer. */
public final class Unreachable extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient Duration after;

    public Unreachable(String why, Duration after) {
        super(why, null, false, false);
        this.after = after;
    }

    /** The soonest moment it makes sense to ask again. */
    public Duration after() {
        return after;
    }
}
