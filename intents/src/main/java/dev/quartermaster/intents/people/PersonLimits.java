package dev.quartermaster.intents.people;

import java.time.Duration;

/**
 * How much one person may send, each as a token bucket. Generous: they stop floods, not work.
 *
 * @param messages sentences and commands, whatever they ask
 * @param requests for something new, or for longer
 * @param clicks on buttons and in forms, so that no approver is kept from deciding by what else they do
 * @param calls of the API
 * @param cards of approval in somebody's own messages within ten minutes; further ones stand together in one
 */
public record PersonLimits(Rate messages, Rate requests, Rate clicks, Rate calls, int cards) {
    public static final PersonLimits STANDARD = new PersonLimits(
            new Rate(600, 18_000), new Rate(60, 120), new Rate(1_000, 36_000), new Rate(5_000, 360_000), 40);

    public PersonLimits {
        if (cards < 1) {
            throw new IllegalArgumentException("At least one card must fit");
        }
    }

    /** @param burst at once. @param hourly how many come back in an hour */
    public record Rate(int burst, int hourly) {
        public Rate {
            if (burst < 1 || hourly < 1) {
                throw new IllegalArgumentException("Everybody may send something");
            }
        }

        /** Until one comes back. */
        public Duration step() {
            return Duration.ofHours(1).dividedBy(hourly);
        }
    }
}
