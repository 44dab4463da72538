package dev.quartermaster.intents.intent;

import java.time.Duration;
import java.time.Instant;

/** For how long something is wanted, as said; within which bounds is the golden path's and the rules' to say. */
public sealed interface Term {
    /** Nothing was said: the path's or the rule's standard. */
    record Unsaid() implements Term {}

    /** A length from the hand-over on; positive. */
    record For(Duration length) implements Term {
        public For {
            if (length.isNegative() || length.isZero()) {
                throw new IllegalArgumentException("A length of time must be more than nothing");
            }
        }
    }

    /** Up to a moment. */
    record Until(Instant end) implements Term {}
}
