package dev.quartermaster.intents.policy.evaluate;

import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.policy.Deciders;
import dev.quartermaster.intents.policy.Judgement.Matched;
import dev.quartermaster.intents.policy.Preapproval;
import dev.quartermaster.intents.policy.Rights;
import dev.quartermaster.intents.policy.facts.EvaluationFacts;
import dev.quartermaster.intents.policy.rule.Rule;
import dev.quartermaster.intents.policy.rule.RuleEffect;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The rules that applied as a judgement names them, and who is told by them. */
record Matches(Rights rights) {
    List<Matched> of(List<Rule.Applied> applied, EvaluationFacts question) {
        return applied.stream()
                .map(each -> new Matched(
                        each.rule().id(), each.rule().then().word(), each.because() + beforehand(each, question)))
                .toList();
    }

    /** Persons who decide nothing but hear of it. */
    Set<PersonId> told(List<Rule.Applied> applied, EvaluationFacts question) {
        Set<PersonId> told = new TreeSet<>();
        applied.stream()
                .flatMap(each -> each.rule().then() instanceof RuleEffect.Tell(var whom, var overrun)
                        ? whom.in(question, rights.catalogue()).stream()
                        : Stream.<Deciders>empty())
                .forEach(deciders ->
                        told.addAll(rights.of(deciders, question.person().id())));
        return told;
    }

    private String beforehand(Rule.Applied applied, EvaluationFacts question) {
        if (!(applied.rule().then() instanceof RuleEffect.Approve approve)) {
            return "";
        }
        var beforehand = new PreapprovalMatch(question);
        List<Optional<Preapproval>> answers = approve.asking().by().in(question, rights.catalogue()).stream()
                .map(deciders -> beforehand.answering(approve, deciders))
                .toList();
        return answers.isEmpty() || answers.stream().anyMatch(Optional::isEmpty)
                ? ""
                : " A yes was given beforehand (" + answers.getFirst().get().id() + ").";
    }
}
