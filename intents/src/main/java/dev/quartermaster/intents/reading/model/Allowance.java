package dev.quartermaster.intents.reading.model;

import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.reading.EventKey;
import java.time.Duration;

/** What people may use of the model, and the record of what they used. Safe to share between threads. */
public interface Allowance {

    /**
     * Takes one call from what the person may still make today, before it is made, so that a crash counts it too.
     *
     * @return false: used up, the model is not asked
     */
    boolean take(PersonId by);

    /** After every call, and where none was made because of a limit. What it throws is logged; the reading stands. */
    void note(Call call);

    /**
     * One call; holds no word of what was said.
     *
     * @param event the message it was made for
     * @param prompt hash of everything the model was told but the message
     * @param tokensIn as the provider counts, 0 where it does not say
     */
    record Call(
            EventKey event,
            PersonId by,
            String model,
            String prompt,
            long tokensIn,
            long tokensOut,
            Duration took,
            Result result) {}

    /** How a call ended; the last three made none. */
    enum Result {
        READ,
        MALFORMED,
        TIMED_OUT,
        FAILED,
        BREAKER_OPEN,
        BUSY,
        USED_UP;

        public boolean called() {
            return switch (this) {
                case READ, MALFORMED, TIMED_OUT, FAILED -> true;
                case BREAKER_OPEN, BUSY, USED_UP -> false;
            };
        }
    }
}
