package dev.quartermaster.intents.policy.rule;

import dev.quartermaster.intents.catalogue.Value;
import dev.quartermaster.intents.expression.Expression;
import dev.quartermaster.intents.intent.Access;
import dev.quartermaster.intents.intent.Intent;
import dev.quartermaster.intents.intent.Term;
import dev.quartermaster.intents.policy.facts.EvaluationFacts;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a refusing rule's {@code instead}: how the request could be changed. What comes of it is judged like any
 * other request before it is offered.
 *
 * @param parameters new values by parameter
 * @param access null: as asked
 * @param term in all, from the hand-over; null: as asked
 * @param estimate gives cents: the longest term of whole hours whose estimate is within; null: not limited
 */
public record Variant(
        Map<String, Setting> parameters,
        @Nullable Access access,
        @Nullable Duration term,
        @Nullable Expression estimate) {
    private static final Pattern BUDGET = Pattern.compile("\\bbudget\\b");

    public Variant {
        parameters = Map.copyOf(parameters);
    }

    /** What a parameter is set to. */
    public sealed interface Setting {
        /** The path's own: it is left out. */
        record Standard() implements Setting {}

        record Fixed(Value value) implements Setting {}

        /** Such as what is left of a quota; below nothing there is none to offer. */
        record Counted(Expression number) implements Setting {}
    }

    /** Whether what is offered is worked out from the team's budget, and so tells what is left of it. */
    public boolean tellsTheBudget() {
        return Stream.concat(
                        Stream.ofNullable(estimate),
                        parameters.values().stream()
                                .filter(Setting.Counted.class::isInstance)
                                .map(each -> ((Setting.Counted) each).number()))
                .anyMatch(expression -> BUDGET.matcher(expression.toString()).find());
    }

    /** The changed wish; empty where it changes nothing or cannot be. */
    public Optional<Intent> of(EvaluationFacts question, Map<String, Object> facts) throws Expression.Unworkable {
        Optional<Duration> length = estimate == null
                ? Optional.of(term == null ? question.plan().term() : term)
                : within(estimate.whole(facts), question);
        if (length.isEmpty() || length.get().compareTo(question.plan().term()) > 0) {
            return Optional.empty();
        }
        boolean shorter = length.get().compareTo(question.plan().term()) < 0;
        Intent changed = shorter ? lasting(question.intent(), length.get()) : question.intent();
        return set(changed, question, facts).filter(intent -> !intent.equals(question.intent()));
    }

    private static Optional<Duration> within(long cents, EvaluationFacts question) {
        BigDecimal hour = question.price().perHour().amount().movePointRight(2);
        if (hour.signum() <= 0 || cents <= 0) {
            return Optional.empty();
        }
        long hours = BigDecimal.valueOf(cents).divideToIntegralValue(hour).longValue();
        return hours < 1 ? Optional.empty() : Optional.of(Duration.ofHours(hours));
    }

    /** The same for another length of time, counted from the hand-over. */
    public static Intent lasting(Intent intent, Duration length) {
        return intent instanceof Intent.Acquisition wanted ? wanted.lasting(new Term.For(length)) : intent;
    }

    /** Whether the one is the other for longer, and so the better offer. */
    public static boolean lastsLonger(Intent one, Intent other) {
        return term(one) instanceof Term.For(var length)
                && term(other) instanceof Term.For(var less)
                && length.compareTo(less) > 0
                && lasting(other, length).equals(one);
    }

    /** The term of what can be judged. */
    public static Term term(Intent intent) {
        return intent instanceof Intent.Acquisition wanted ? wanted.term() : new Term.Unsaid();
    }

    private Optional<Intent> set(Intent intent, EvaluationFacts question, Map<String, Object> facts)
            throws Expression.Unworkable {
        if (intent instanceof Intent.Grant grant && access != null) {
            return Optional.of(new Intent.Grant(
                    grant.dataset(), access, grant.term(), grant.purpose(), grant.grantee(), grant.from()));
        }
        if (!(intent instanceof Intent.Launch launch)) {
            return Optional.of(intent);
        }
        SortedMap<String, Value> changed = new TreeMap<>(launch.parameters());
        for (Map.Entry<String, Setting> each : parameters.entrySet()) {
            if (question.plan().parameters().containsKey(each.getKey())) {
                switch (each.getValue()) {
                    case Setting.Standard standard -> changed.remove(each.getKey());
                    case Setting.Fixed(var value) -> changed.put(each.getKey(), value);
                    case Setting.Counted(var number) -> {
                        long count = number.whole(facts);
                        if (count < 0) {
                            return Optional.empty();
                        }
                        changed.put(each.getKey(), new Value.Whole(count));
                    }
                }
            }
        }
        return Optional.of(launch.with(changed));
    }
}
