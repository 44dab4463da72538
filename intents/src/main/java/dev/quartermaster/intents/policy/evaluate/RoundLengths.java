package dev.quartermaster.intents.policy.evaluate;

import dev.quartermaster.intents.intent.Intent;
import dev.quartermaster.intents.intent.Term;
import dev.quartermaster.intents.policy.EvaluationRequest;
import dev.quartermaster.intents.policy.EvaluationRequest.Already;
import dev.quartermaster.intents.policy.rule.Variant;
import java.time.Duration;
import java.time.temporal.ChronoUnit;

/** Lengths of time in sizes people use, rounded down: whole days from two days on, whole hours from an hour on. */
public final class RoundLengths {
    private static final Duration IN_DAYS = Duration.ofDays(2);
    private static final Duration IN_HOURS = Duration.ofHours(1);

    private RoundLengths() {}

    /** The wish for a round length; of an extension what is added is round. As it was where nothing would be left. */
    public static Intent rounded(EvaluationRequest asked, Intent wish) {
        Term term = Variant.term(wish);
        if (!(term instanceof Term.For(var length)) || term.equals(Variant.term(asked.intent()))) {
            return wish;
        }
        Already already = asked.already();
        Duration agreed = already == null ? Duration.ZERO : Duration.between(already.since(), already.until());
        Duration more = length.minus(agreed);
        Duration round = rounded(more);
        return round.isPositive() && !round.equals(more) ? Variant.lasting(wish, agreed.plus(round)) : wish;
    }

    private static Duration rounded(Duration length) {
        if (length.compareTo(IN_DAYS) >= 0) {
            return length.truncatedTo(ChronoUnit.DAYS);
        }
        return length.truncatedTo(length.compareTo(IN_HOURS) >= 0 ? ChronoUnit.HOURS : ChronoUnit.MINUTES);
    }
}
