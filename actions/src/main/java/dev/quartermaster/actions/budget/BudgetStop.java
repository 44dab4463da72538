package dev.quartermaster.actions.budget;

import dev.quartermaster.intents.plan.LeaseId;
import java.time.Instant;
import java.util.Locale;

/** A lease that is to be stopped because a limit is used up. @param at not before */
public record BudgetStop(long alert, LeaseId lease, Instant at, Outcome outcome) {
    public enum Outcome {
        WAITS,
        STOPPED,
        /** It had ended by itself, or somebody stopped it. */
        ENDED,
        /** Somebody entitled said so, or yes to a change of it. */
        LEFT,
        /** The limit was raised, or the month is over. */
        RAISED;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
