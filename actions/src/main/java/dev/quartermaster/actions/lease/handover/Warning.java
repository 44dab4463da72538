package dev.quartermaster.actions.lease.handover;

import java.time.Duration;
import java.time.Instant;

/** When the owner hears that the end is near. */
public final class Warning {
    private static final Duration SHORTEST = Duration.ofMinutes(15);
    private static final Duration LONGEST = Duration.ofHours(24);

    private Warning() {}

    /** An eighth of the whole time before the end, from 15 minutes to a day; half of a time shorter than half an hour. */
    public static Instant at(Instant from, Instant until) {
        Duration whole = Duration.between(from, until);
        Duration ahead = whole.dividedBy(8);
        if (ahead.compareTo(SHORTEST) < 0) {
            ahead = SHORTEST;
        }
        if (ahead.compareTo(LONGEST) > 0) {
            ahead = LONGEST;
        }
        Duration half = whole.dividedBy(2);
        return until.minus(ahead.compareTo(half) > 0 ? half : ahead);
    }
}
