package dev.quartermaster.actions.request;

import dev.quartermaster.intents.catalogue.Value;
import dev.quartermaster.intents.intent.Access;
import dev.quartermaster.intents.intent.Intent;
import dev.quartermaster.intents.intent.Term;
import dev.quartermaster.intents.plan.Plan;
import dev.quartermaster.intents.policy.Judgement;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What an approver would rather say yes to. Whether it is less is not known here: {@code Lessening} says.
 *
 * @param parameters those that change, by name; a data grant has none
 * @param term for how long instead; null: as long as asked
 * @param access what instead, of a data grant; null: as asked
 */
public record Less(
        Map<String, Value> parameters,
        @Nullable Duration term,
        @Nullable Access access) {
    public Less {
        parameters = Map.copyOf(parameters);
    }

    /** The wish as it would be then. */
    public Intent of(Judgement shown) {
        Plan plan = shown.plan();
        if (shown.intent() instanceof Intent.Launch launch) {
            TreeMap<String, Value> changed = new TreeMap<>(launch.parameters());
            changed.putAll(parameters);
            return launch.with(changed).lasting(shorter(launch.term(), plan));
        }
        if (shown.intent() instanceof Intent.Grant grant) {
            Access instead = access == null ? grant.access() : access;
            return new Intent.Grant(
                            grant.dataset(), instead, grant.term(), grant.purpose(), grant.grantee(), grant.from())
                    .lasting(shorter(grant.term(), plan));
        }
        return shown.intent();
    }

    /** An end said as a moment stays one: an extension is always judged up to its end. */
    private Term shorter(Term asked, @Nullable Plan plan) {
        if (term == null || plan == null || term.equals(plan.term())) {
            return asked;
        }
        return asked instanceof Term.Until(var end)
                ? new Term.Until(end.minus(plan.term()).plus(term))
                : new Term.For(term);
    }
}
