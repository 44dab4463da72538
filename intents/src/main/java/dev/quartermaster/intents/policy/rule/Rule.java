package dev.quartermaster.intents.policy.rule;

import dev.quartermaster.intents.expression.Expression;
import dev.quartermaster.intents.policy.facts.EvaluationFacts;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One rule as its file says it.
 *
 * @param id unique over all files
 * @param scope what it declares to be about
 * @param names the facts it names, for telling what was looked at
 */
public record Rule(
        String id, RuleScope scope, Condition condition, RuleEffect then, ReasonTemplate because, Set<String> names) {
    public Rule {
        names = Set.copyOf(names);
    }

    /** @param unless null: no exception */
    public record Condition(Expression when, @Nullable Expression unless) {
        boolean holds(Map<String, Object> facts) throws Expression.Unworkable {
            return when.holds(facts) && (unless == null || !unless.holds(facts));
        }
    }

    /** Whether the request is within what it declares to be about; nothing was evaluated for that. */
    boolean isAbout(EvaluationFacts question) {
        return scope.touches(question);
    }

    /** A rule that applied to a question, with its words. @param value what was asked for. @param limit what can be had */
    public record Applied(Rule rule, String because, String value, String limit) {}

    /** Its words for a question it holds for. */
    Applied applied(Map<String, Object> facts) throws Expression.Unworkable {
        RuleEffect.Measure measure =
                then instanceof RuleEffect.Refuse refuse ? refuse.measure() : RuleEffect.Measure.NONE;
        return new Applied(
                this,
                because.with(facts),
                measure.value().with(facts),
                measure.limit().with(facts));
    }
}
