package dev.quartermaster.intents.plan;

import dev.quartermaster.intents.intent.Term;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Turns a {@code Term} into a length from the hand-over on. */
final class PlannedTerm {
    static final String OVER = "That end has passed already. Say a later one, or for how long, for example 3 days.";

    private PlannedTerm() {}

    sealed interface Length {
        record Of(Duration length) implements Length {}

        /** The end is not after the start. */
        record Over() implements Length {}
    }

    /** Up to a moment is rounded up to whole minutes: seconds more or less are not worth a new card. */
    static Length length(Term term, Instant start, Duration standard) {
        return switch (term) {
            case Term.Unsaid unsaid -> new Length.Of(standard);
            case Term.For(var length) -> new Length.Of(wholeMinutes(length));
            case Term.Until(var end) ->
                end.isAfter(start) ? new Length.Of(wholeMinutes(Duration.between(start, end))) : new Length.Over();
        };
    }

    private static Duration wholeMinutes(Duration length) {
        Duration down = length.truncatedTo(ChronoUnit.MINUTES);
        return down.equals(length) ? length : down.plusMinutes(1);
    }
}
