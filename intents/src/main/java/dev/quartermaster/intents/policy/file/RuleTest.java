package dev.quartermaster.intents.policy.file;

import dev.quartermaster.intents.policy.Deciders;
import dev.quartermaster.intents.policy.Emergency;
import dev.quartermaster.intents.policy.EvaluationRequest;
import dev.quartermaster.intents.policy.Judge;
import dev.quartermaster.intents.policy.Judgement;
import dev.quartermaster.intents.policy.Judgement.Matched;
import dev.quartermaster.intents.policy.Stage;
import dev.quartermaster.intents.policy.Verdict;
import dev.quartermaster.intents.policy.Verdict.Alternative;
import dev.quartermaster.intents.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One example that stands in a rule file beside the rules: what is asked and what must come of it. An expectation that
 * is absent is not looked at.
 *
 * @param emergency whether it is asked by breaking the glass; {@code by} are then those whom nobody waits for
 */
record RuleTest(Node at, EvaluationRequest asked, boolean emergency, Expected expected) {
    /**
     * @param by the stages' deciders in the words of a rule file, {@code 2 x group:…} where two are needed, {@code 1: …}
     *     where they are asked after others
     * @param instead commands of what is offered
     */
    record Expected(
            String verdict,
            Optional<Set<String>> rules,
            Optional<Set<String>> by,
            Optional<List<String>> instead,
            Optional<Set<String>> told) {}

    /** What came out differently, in words; empty when all is as it should be. */
    List<String> differences(Judge judge) {
        Emergency urgent = emergency ? judge.emergency(asked) : new Emergency(judge.judge(asked), List.of());
        Judgement judgement = urgent.judgement();
        List<String> found = new ArrayList<>();
        compare("verdict", expected.verdict(), judgement.verdict().word(), found);
        Set<String> rules = judgement.rules().stream().map(Matched::rule).collect(Collectors.toSet());
        expected.rules()
                .filter(wanted ->
                        !rules.containsAll(wanted) && !reasons(judgement).containsAll(wanted))
                .ifPresent(wanted -> compare("rules", wanted, rules, found));
        expected.by().ifPresent(wanted -> compare("by", wanted, by(judgement.verdict(), urgent.waived()), found));
        expected.instead().ifPresent(wanted -> compare("instead", wanted, instead(judgement.verdict()), found));
        expected.told()
                .ifPresent(wanted -> compare(
                        "tell",
                        wanted,
                        judgement.told().stream().map(Object::toString).collect(Collectors.toSet()),
                        found));
        return found;
    }

    private static void compare(String what, Object wanted, Object found, List<String> differences) {
        if (!wanted.equals(found)) {
            differences.add(what + " is " + found + ", not " + wanted);
        }
    }

    private static Set<String> reasons(Judgement judgement) {
        return judgement.verdict() instanceof Verdict.Refused refused
                ? refused.reasons().stream().map(Verdict.Reason::rule).collect(Collectors.toSet())
                : Set.of();
    }

    private static List<String> instead(Verdict verdict) {
        return verdict instanceof Verdict.Refused refused
                ? refused.alternatives().stream().map(Alternative::command).toList()
                : List.of();
    }

    private static Set<String> by(Verdict verdict, List<Stage> waived) {
        List<Stage> stages = verdict instanceof Verdict.NeedsApproval needs ? needs.stages() : waived;
        return stages.stream().map(RuleTest::word).collect(Collectors.toSet());
    }

    private static String word(Stage stage) {
        String role = word(stage.deciders());
        String many = stage.needed() == 1 ? role : stage.needed() + " x " + role;
        return stage.order() == 0 ? many : stage.order() + ": " + many;
    }

    private static String word(Deciders deciders) {
        return switch (deciders) {
            case Deciders.OwnerOfData(var dataset) -> "owner-of-data";
            case Deciders.OwnerOfBudget(var team) -> "owner-of-budget";
            case Deciders.ManagerOf(var person) -> "manager";
            case Deciders.SponsorOf(var person) -> "sponsor";
            case Deciders.OwnerOfPath(var path) -> "owner-of-path";
            case Deciders.AnyOf(var each) -> each.stream().map(RuleTest::word).collect(Collectors.joining(" or "));
            case Deciders.Group(var name) -> "group:" + name;
            case Deciders.Named(var person) -> "person:" + person;
        };
    }
}
