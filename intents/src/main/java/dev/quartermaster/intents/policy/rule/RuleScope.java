package dev.quartermaster.intents.policy.rule;

import dev.quartermaster.intents.catalogue.Dataset;
import dev.quartermaster.intents.catalogue.DatasetName;
import dev.quartermaster.intents.catalogue.PathName;
import dev.quartermaster.intents.people.TeamId;
import dev.quartermaster.intents.policy.facts.EvaluationFacts;
import dev.quartermaster.intents.policy.facts.FactTypes;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a rule declares to be about. Outside of it the rule does not apply, and its condition is not evaluated. Each part
 * that is declared must hold; an empty set is one that is not declared, and holds for everything. A rule applies where
 * one of its datasets is opened, and lets nothing be opened that is not among them.
 *
 * @param paths golden paths; a grant is on none of them
 * @param datasets each one by its own name, {@code *} resolved
 * @param teams whose budget pays
 */
public record RuleScope(Set<PathName> paths, Set<DatasetName> datasets, Set<TeamId> teams) {
    public RuleScope {
        paths = Set.copyOf(paths);
        datasets = Set.copyOf(datasets);
        teams = Set.copyOf(teams);
    }

    /** Whether this request is on one of the paths, of one of the teams, and opens at least one of the datasets. */
    boolean touches(EvaluationFacts question) {
        return (paths.isEmpty() || paths.contains(question.plan().path()))
                && (teams.isEmpty() || teams.contains(question.team().id()))
                && (datasets.isEmpty() || question.datasets().stream().anyMatch(this::covers));
    }

    /** Whether what the rule lets be lets this dataset be opened. */
    public boolean covers(Dataset opened) {
        return datasets.isEmpty() || datasets.contains(opened.name());
    }

    /** The facts that it looks at. */
    public Set<String> facts() {
        return Stream.of(
                        paths.isEmpty() ? "" : "path.name",
                        datasets.isEmpty() ? "" : FactTypes.DATASETS,
                        teams.isEmpty() ? "" : "team.id")
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toSet());
    }
}
