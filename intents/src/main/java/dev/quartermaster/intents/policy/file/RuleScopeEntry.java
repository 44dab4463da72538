package dev.quartermaster.intents.policy.file;

import dev.quartermaster.intents.catalogue.Catalogue;
import dev.quartermaster.intents.catalogue.Dataset;
import dev.quartermaster.intents.catalogue.DatasetName;
import dev.quartermaster.intents.catalogue.PathName;
import dev.quartermaster.intents.part.Shape;
import dev.quartermaster.intents.people.People;
import dev.quartermaster.intents.people.TeamId;
import dev.quartermaster.intents.policy.rule.RuleScope;
import dev.quartermaster.intents.yaml.Fields;
import dev.quartermaster.intents.yaml.NearestWord;
import dev.quartermaster.intents.yaml.Node;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Reads {@code paths}, {@code datasets} and {@code teams} of a rule: names that the catalogue and the people have. */
record RuleScopeEntry(People people, Catalogue catalogue) {
    static final Shape.Entries SHAPE = Shape.map()
            .perhaps("paths", Shape.list(Shape.text()))
            .perhaps("datasets", Shape.list(Shape.text()))
            .perhaps("teams", Shape.list(Shape.text()));

    RuleScope read(Fields fields) {
        return new RuleScope(
                names(
                        fields,
                        "paths",
                        PathName::new,
                        each -> catalogue.askable().containsKey(each) ? Set.of(each) : Set.of(),
                        catalogue.askable().keySet()),
                names(
                        fields,
                        "datasets",
                        DatasetName::new,
                        this::covered,
                        catalogue.datasets().keySet()),
                names(
                        fields,
                        "teams",
                        TeamId::new,
                        each -> people.teams().containsKey(each) ? Set.of(each) : Set.of(),
                        people.teams().keySet()));
    }

    private List<DatasetName> covered(DatasetName name) {
        return catalogue.covered(name).stream().map(Dataset::name).toList();
    }

    /** A list that names nothing is a mistake: the rule would be about everything, or about nothing. */
    private static <T> Set<T> names(
            Fields fields, String key, Function<String, T> make, Function<T, Collection<T>> known, Collection<T> all) {
        Set<T> names = new HashSet<>();
        fields.optional(key).ifPresent(list -> {
            List<Node> nodes = list.list();
            if (nodes.isEmpty() && list.isList()) {
                list.problem("Nothing is named here.", "Name what the rule is about, or remove " + key + ".");
            }
            nodes.forEach(node -> node.as(make).ifPresent(name -> {
                Collection<T> found = known.apply(name);
                if (found.isEmpty()) {
                    node.problem(
                            "There is no " + name + ".",
                            NearestWord.todo(
                                    name.toString(),
                                    all.stream().map(Object::toString).toList()));
                }
                names.addAll(found);
            }));
        });
        return names;
    }
}
