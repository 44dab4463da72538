package dev.quartermaster.intents.policy.evaluate;

import dev.quartermaster.intents.catalogue.Catalogue;
import dev.quartermaster.intents.intent.Intent;
import dev.quartermaster.intents.people.People;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.policy.Emergency;
import dev.quartermaster.intents.policy.EvaluationRequest;
import dev.quartermaster.intents.policy.Rights;
import dev.quartermaster.intents.policy.SentenceParts;
import dev.quartermaster.intents.policy.Verdict.Reason;
import dev.quartermaster.intents.policy.facts.EvaluationFacts;
import dev.quartermaster.intents.policy.rule.Role;
import dev.quartermaster.intents.policy.rule.Rule;
import dev.quartermaster.intents.policy.rule.RuleEffect;
import dev.quartermaster.intents.policy.rule.Variant;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Who may break the glass, and for how long. A deputy or a cover may not: it is for those the rule names. */
record Emergencies(People people, Catalogue catalogue) {
    /** The rule that lets this person, the one for longest where there are several. */
    Optional<Rule.Applied> letting(List<Rule.Applied> applied, EvaluationFacts question) {
        return applied.stream()
                .filter(each -> lets(each.rule(), question) && covers(each.rule(), question))
                .max((one, other) -> longest(one.rule()).compareTo(longest(other.rule())));
    }

    /**
     * Where nothing was said of a length, each that a rule lets this person have, or else anybody, the longest first; not
     * the path's own.
     *
     * @param glass the rules for emergencies that are about this request
     */
    List<EvaluationRequest> fitting(List<Rule> glass, EvaluationFacts question) {
        List<Rule> covering =
                glass.stream().filter(rule -> covers(rule, question)).toList();
        List<Rule> letting =
                covering.stream().filter(rule -> lets(rule, question)).toList();
        return (letting.isEmpty() ? covering : letting)
                .stream()
                        .map(Emergencies::longest)
                        .distinct()
                        .sorted(Comparator.reverseOrder())
                        .map(longest -> question.asked().wanting(Variant.lasting(question.intent(), longest)))
                        .toList();
    }

    private boolean lets(Rule rule, EvaluationFacts question) {
        return rule.then() instanceof RuleEffect.BreakGlass(var by, var longest)
                && who(by, question).contains(question.person().id());
    }

    private static boolean covers(Rule rule, EvaluationFacts question) {
        return question.datasets().stream().allMatch(rule.scope()::covers);
    }

    private static Duration longest(Rule rule) {
        return rule.then() instanceof RuleEffect.BreakGlass(var by, var longest) ? longest : Duration.ZERO;
    }

    /** Why not; empty when this rule lets it be. */
    Optional<Reason> against(Optional<Rule.Applied> letting, List<Rule> glass, EvaluationFacts question) {
        if (letting.isEmpty()) {
            return Optional.of(notTheirs(glass, question));
        }
        Duration longest = longest(letting.get().rule());
        Duration asked = question.plan().term();
        return asked.compareTo(longest) <= 0
                ? Optional.empty()
                : Optional.of(new Reason(
                        letting.get().rule().id(),
                        "Break-glass is for " + SentenceParts.length(longest)
                                + " at most. Ask for less now, and for the rest the usual way.",
                        SentenceParts.length(asked),
                        SentenceParts.length(longest),
                        ""));
    }

    /** What fits: as long as the rule lets it. */
    static List<Intent> nearer(Optional<Rule.Applied> letting, EvaluationFacts question) {
        return letting
                .map(Rule.Applied::rule)
                .map(Emergencies::longest)
                .filter(longest -> question.plan().term().compareTo(longest) > 0)
                .map(longest -> Variant.lasting(question.intent(), longest))
                .stream()
                .toList();
    }

    private Reason notTheirs(List<Rule> glass, EvaluationFacts question) {
        Set<PersonId> others = new TreeSet<>();
        glass.forEach(rule -> {
            if (rule.then() instanceof RuleEffect.BreakGlass(var by, var longest) && covers(rule, question)) {
                others.addAll(who(by, question));
            }
        });
        others.remove(question.person().id());
        String ask = others.isEmpty() ? "the usual way" : SentenceParts.anyOf(others, people) + ", or the usual way";
        return new Reason(
                Emergency.RULE,
                "The rules do not let you break the glass for this. Ask " + ask + ".",
                "",
                "",
                SentenceParts.anyOf(others, people));
    }

    private Set<PersonId> who(Role by, EvaluationFacts question) {
        Rights rights = new Rights(people, catalogue);
        Set<PersonId> who = new TreeSet<>();
        by.in(question, catalogue)
                .forEach(deciders -> people.persons().keySet().stream()
                        .filter(person -> rights.holds(deciders, person))
                        .forEach(who::add));
        return who;
    }
}
