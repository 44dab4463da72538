package dev.quartermaster.intents.policy;

import dev.quartermaster.intents.catalogue.Catalogue;
import dev.quartermaster.intents.plan.Part;
import dev.quartermaster.intents.plan.PartName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The yeses that matched rules add up to; the same deciders are asked once, for everything, by the most that any rule needs. */
record Stages(Catalogue catalogue) {
    List<Stage> of(List<Rule.Applied> applied, Question question) {
        Map<Deciders, Stage> stages = new LinkedHashMap<>();
        for (Rule.Applied each : applied) {
            if (each.rule().then() instanceof Then.Approve approve) {
                approve.by()
                        .in(question, catalogue)
                        .forEach(deciders -> stages.merge(
                                deciders,
                                new Stage(
                                        covered(approve.covers(), deciders, question),
                                        deciders,
                                        approve.needed(),
                                        each.because()),
                                Stages::both));
            }
        }
        return new ArrayList<>(stages.values());
    }

    private static Stage both(Stage one, Stage other) {
        Set<PartName> covers =
                Stream.concat(one.covers().stream(), other.covers().stream()).collect(Collectors.toSet());
        String because =
                one.because().contains(other.because()) ? one.because() : one.because() + " " + other.because();
        return new Stage(covers, one.deciders(), Math.max(one.needed(), other.needed()), because);
    }

    /** Where a rule covers parts that the plan does not have, everything waits. */
    private Set<PartName> covered(Then.Covers covers, Deciders deciders, Question question) {
        Predicate<Part> waits = switch (covers) {
            case ALL -> part -> true;
            case COMPUTE -> part -> part.provider().equals("kubernetes");
            case DATA -> part -> opens(part, deciders, question);
        };
        Set<PartName> some = names(question, waits);
        return some.isEmpty() ? names(question, part -> true) : some;
    }

    private static Set<PartName> names(Question question, Predicate<Part> waits) {
        return question.plan().parts().stream().filter(waits).map(Part::name).collect(Collectors.toSet());
    }

    private boolean opens(Part part, Deciders deciders, Question question) {
        return question.owned().stream()
                .filter(dataset -> !(deciders instanceof Deciders.OwnerOfData(var name)) || name.covers(dataset.name()))
                .anyMatch(dataset -> part.reaches().stream().anyMatch(name -> name.covers(dataset.name())));
    }
}
