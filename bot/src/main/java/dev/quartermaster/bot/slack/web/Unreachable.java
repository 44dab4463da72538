package dev.quartermaster.bot.slack.web;

import java.time.Duration;

/** Slack could not be asked; nobody's fault, so no try is spent on it. */
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
