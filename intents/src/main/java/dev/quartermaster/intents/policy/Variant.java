package dev.quartermaster.intents.policy;

import dev.quartermaster.intents.catalogue.Value;
import dev.quartermaster.intents.expression.Expression;
import dev.quartermaster.intents.intent.Access;
import dev.quartermaster.intents.intent.Intent;
import dev.quartermaster.intents.intent.Term;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What else could be asked for, as a refusing rule says it. It is data: what comes of it is judged like any wish.
 *
 * @param parameters new values by parameter; empty for "the path's own"
 * @param access null: as asked
 * @param term in all, from the hand-over; null: as asked
 * @param estimate gives cents: the longest term of whole hours whose estimate is within; null: not limited
 */
record Variant(
        Map<String, Optional<Value>> parameters,
        @Nullable Access access,
        @Nullable Duration term,
        @Nullable Expression estimate) {
    Variant {
        parameters = Map.copyOf(parameters);
    }

    /** The changed wish; empty where it changes nothing or cannot be. */
    Optional<Intent> of(Question question, Map<String, Object> facts) throws Expression.Unworkable {
        Optional<Duration> length = estimate == null
                ? Optional.of(term == null ? question.plan().term() : term)
                : within(estimate.whole(facts), question);
        if (length.isEmpty() || length.get().compareTo(question.plan().term()) > 0) {
            return Optional.empty();
        }
        boolean shorter = length.get().compareTo(question.plan().term()) < 0;
        Intent changed = shorter ? lasting(question.intent(), length.get()) : question.intent();
        return Optional.of(set(changed, question)).filter(intent -> !intent.equals(question.intent()));
    }

    private static Optional<Duration> within(long cents, Question question) {
        BigDecimal hour = question.price().perHour().amount().movePointRight(2);
        if (hour.signum() <= 0 || cents <= 0) {
            return Optional.empty();
        }
        long hours = BigDecimal.valueOf(cents).divideToIntegralValue(hour).longValue();
        return hours < 1 ? Optional.empty() : Optional.of(Duration.ofHours(hours));
    }

    /** The same for another length of time, counted from the hand-over. */
    static Intent lasting(Intent intent, Duration length) {
        Term term = new Term.For(length);
        if (intent instanceof Intent.Launch launch) {
            return launch.lasting(term);
        }
        if (intent instanceof Intent.Grant grant) {
            return grant.lasting(term);
        }
        return intent;
    }

    /** Whether the one is the other for longer, and so the better offer. */
    static boolean lastsLonger(Intent one, Intent other) {
        return term(one) instanceof Term.For(var length)
                && term(other) instanceof Term.For(var less)
                && length.compareTo(less) > 0
                && lasting(other, length).equals(one);
    }

    /** The term of what can be judged. */
    static Term term(Intent intent) {
        if (intent instanceof Intent.Launch launch) {
            return launch.term();
        }
        return intent instanceof Intent.Grant grant ? grant.term() : new Term.Unsaid();
    }

    private Intent set(Intent intent, Question question) {
        if (intent instanceof Intent.Grant grant && access != null) {
            return new Intent.Grant(
                    grant.dataset(), access, grant.term(), grant.purpose(), grant.grantee(), grant.from());
        }
        if (intent instanceof Intent.Launch launch) {
            SortedMap<String, Value> changed = new TreeMap<>(launch.parameters());
            parameters.forEach((name, value) -> {
                if (question.plan().parameters().containsKey(name)) {
                    value.ifPresentOrElse(each -> changed.put(name, each), () -> changed.remove(name));
                }
            });
            return launch.with(changed);
        }
        return intent;
    }
}
