package dev.quartermaster.intents.policy.evaluate;

import dev.quartermaster.intents.catalogue.DatasetName;
import dev.quartermaster.intents.plan.Part;
import dev.quartermaster.intents.plan.PartName;
import dev.quartermaster.intents.policy.Deciders;
import dev.quartermaster.intents.policy.Rights;
import dev.quartermaster.intents.policy.Stage;
import dev.quartermaster.intents.policy.facts.EvaluationFacts;
import dev.quartermaster.intents.policy.rule.Rule;
import dev.quartermaster.intents.policy.rule.RuleEffect;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The yeses that matched rules add up to; the same deciders are asked once, for everything, by the most that any rule
 * needs, and no earlier than the last of them.
 */
record Stages(Rights rights) {
    private static final List<Stage.Ping> LOUDEST_FIRST =
            List.of(Stage.Ping.DECIDERS, Stage.Ping.OWNERS, Stage.Ping.DIGEST);

    List<Stage> of(List<Rule.Applied> applied, EvaluationFacts question) {
        Map<Deciders, Stage> stages = new LinkedHashMap<>();
        for (Rule.Applied each : applied) {
            if (each.rule().then() instanceof RuleEffect.Approve approve) {
                open(approve, question)
                        .forEach(deciders -> stages.merge(
                                deciders, stage(approve, deciders, each.because(), question), Stages::both));
            }
        }
        return new ArrayList<>(stages.values());
    }

    /** Those of a rule that nobody has answered beforehand. */
    private List<Deciders> open(RuleEffect.Approve approve, EvaluationFacts question) {
        var beforehand = new PreapprovalMatch(question);
        return approve.asking().by().in(question, rights.catalogue()).stream()
                .filter(deciders -> beforehand.answering(approve, deciders).isEmpty())
                .toList();
    }

    private Stage stage(RuleEffect.Approve approve, Deciders deciders, String because, EvaluationFacts question) {
        RuleEffect.Asking asking = approve.asking();
        int needed = asking.needed() != null
                ? asking.needed()
                : Math.max(1, Quorum.of(rights, question).others(deciders).size());
        return new Stage(
                covered(approve.covers(), deciders, question),
                deciders,
                needed,
                because,
                asking.order(),
                asking.ping());
    }

    private static Stage both(Stage one, Stage other) {
        Set<PartName> covers =
                Stream.concat(one.covers().stream(), other.covers().stream()).collect(Collectors.toSet());
        String because =
                one.because().contains(other.because()) ? one.because() : one.because() + " " + other.because();
        return new Stage(
                covers,
                one.deciders(),
                Math.max(one.needed(), other.needed()),
                because,
                Math.max(one.order(), other.order()),
                louder(one.pinged(), other.pinged()));
    }

    private static Stage.Ping louder(Stage.Ping one, Stage.Ping other) {
        return LOUDEST_FIRST.stream()
                .filter(ping -> ping == one || ping == other)
                .findFirst()
                .orElseThrow();
    }

    /** Where a rule covers parts that the plan does not have, everything waits. */
    private Set<PartName> covered(RuleEffect.Covers covers, Deciders deciders, EvaluationFacts question) {
        Predicate<Part> waits = switch (covers) {
            case ALL -> part -> true;
            case COMPUTE -> part -> rights.catalogue().types().compute(part.provider());
            case DATA -> part -> opens(part, deciders, question);
        };
        Set<PartName> some = names(question, waits);
        return some.isEmpty() ? names(question, part -> true) : some;
    }

    private static Set<PartName> names(EvaluationFacts question, Predicate<Part> waits) {
        return question.plan().parts().stream().filter(waits).map(Part::name).collect(Collectors.toSet());
    }

    private boolean opens(Part part, Deciders deciders, EvaluationFacts question) {
        return question.owned().stream()
                .filter(dataset -> concerns(deciders, dataset.name()))
                .anyMatch(dataset -> part.reaches().stream().anyMatch(name -> name.covers(dataset.name())));
    }

    /** Whether an owner of data is asked about this one; whoever else is asked, is asked about all. */
    private static boolean concerns(Deciders deciders, DatasetName dataset) {
        if (deciders instanceof Deciders.AnyOf(var each)) {
            return each.stream().allMatch(one -> concerns(one, dataset));
        }
        return !(deciders instanceof Deciders.OwnerOfData(var name)) || name.covers(dataset);
    }
}
