package dev.quartermaster.bot.slack.stand;

import org.jspecify.annotations.Nullable;

/**
 * What becomes of a call instead of its answer.
 *
 * @param status of HTTP; 0: the line goes dead without an answer
 * @param taken it takes effect all the same
 */
public record Trouble(int status, String body, @Nullable String retryAfter, boolean taken) {
    public static Trouble limited(int seconds) {
        return new Trouble(429, Answers.error("ratelimited").toString(), "" + seconds, false);
    }

    public static Trouble refused(String error) {
        return new Trouble(200, Answers.error(error).toString(), null, false);
    }

    public static Trouble broken() {
        return new Trouble(503, "upstream", null, false);
    }

    public static Trouble takenAndLost() {
        return new Trouble(500, "lost", null, true);
    }

    public static Trouble dead(boolean taken) {
        return new Trouble(0, "", null, taken);
    }
}
