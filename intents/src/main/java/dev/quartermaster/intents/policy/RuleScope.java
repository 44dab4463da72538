package dev.quartermaster.intents.policy;

import dev.quartermaster.intents.catalogue.Dataset;
import dev.quartermaster.intents.catalogue.DatasetName;
import dev.quartermaster.intents.catalogue.PathName;
import dev.quartermaster.intents.people.TeamId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a rule declares to be about. Outside of it the rule does not apply, and its condition is not evaluated. Each part
 * that is declared must hold; an empty set is one that is not declared, and holds for everything.
 *
 * @param paths golden paths; a grant is on none of them
 * @param datasets each one by its own name, {@code *} resolved
 * @param teams whose budget pays
 */
record RuleScope(Set<PathName> paths, Set<DatasetName> datasets, Set<TeamId> teams) {
    RuleScope {
        paths = Set.copyOf(paths);
        datasets = Set.copyOf(datasets);
        teams = Set.copyOf(teams);
    }

    /**
     * Whether it contains this request.
     *
     * @param wholly whether all that the request opens must be among the datasets, not only some of it: what lets
     *     something be at once must not let by what else is opened
     */
    boolean contains(EvaluationFacts question, boolean wholly) {
        return (paths.isEmpty() || paths.contains(question.plan().path()))
                && (teams.isEmpty() || teams.contains(question.team().id()))
                && (datasets.isEmpty() || opens(question.datasets(), wholly));
    }

    /** The facts that it looks at. */
    Set<String> facts() {
        return Stream.of(
                        paths.isEmpty() ? "" : "path.name",
                        datasets.isEmpty() ? "" : FactTypes.DATASETS,
                        teams.isEmpty() ? "" : "team.id")
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toSet());
    }

    private boolean opens(List<Dataset> opened, boolean wholly) {
        return wholly
                ? !opened.isEmpty() && opened.stream().allMatch(each -> datasets.contains(each.name()))
                : opened.stream().anyMatch(each -> datasets.contains(each.name()));
    }
}
