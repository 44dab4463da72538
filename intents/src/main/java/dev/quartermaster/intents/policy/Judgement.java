package dev.quartermaster.intents.policy;

import dev.quartermaster.intents.intent.Intent;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.plan.Plan;
import dev.quartermaster.intents.plan.Price;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The whole answer to "may they": plan, price, verdict, and which rules said so.
 *
 * @param intent the intent judged
 * @param plan null only when the intent could not be planned (out of bounds); then the verdict is a refusal
 * @param price null exactly when {@code plan} is; for an extension that of the whole term, what is new stands in the guards
 * @param rules every rule that applied, in the files' order
 * @param told persons who decide nothing but hear of it once it is handed over; empty for a refusal
 * @param version hash of the configuration bundle it was judged under
 * @param facts what the rules looked at, in words by dotted name, such as {@code price.estimate}; those under {@code
 *     budget.} are the team's own business
 */
public record Judgement(
        Intent intent,
        @Nullable Plan plan,
        @Nullable Price price,
        Verdict verdict,
        List<Matched> rules,
        Set<PersonId> told,
        String version,
        Map<String, String> facts) {
    public Judgement {
        rules = List.copyOf(rules);
        told = Set.copyOf(told);
        // What was stored before facts were kept has none.
        facts = Collections.unmodifiableSortedMap(
                new TreeMap<>(Optional.ofNullable(facts).orElse(Map.of())));
    }

    /** One that keeps no facts. */
    public Judgement(
            Intent intent,
            @Nullable Plan plan,
            @Nullable Price price,
            Verdict verdict,
            List<Matched> rules,
            Set<PersonId> told,
            String version) {
        this(intent, plan, price, verdict, rules, told, version, Map.of());
    }

    /** One where nobody is told. */
    public Judgement(
            Intent intent,
            @Nullable Plan plan,
            @Nullable Price price,
            Verdict verdict,
            List<Matched> rules,
            String version) {
        this(intent, plan, price, verdict, rules, Set.of(), version);
    }

    /** The same with another verdict; a refusal tells nobody. */
    public Judgement with(Verdict other) {
        Set<PersonId> hear = other instanceof Verdict.Refused ? Set.of() : told;
        return new Judgement(intent, plan, price, other, rules, hear, version, facts);
    }

    /** A rule that applied: {@code then} is allow, approve, refuse, tell or break-glass. */
    public record Matched(String rule, String then, String because) {}
}
