package dev.quartermaster.intents.config;

import dev.quartermaster.intents.catalogue.DatasetName;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.yaml.NearestWord;
import dev.quartermaster.intents.yaml.Node;
import dev.quartermaster.intents.yaml.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The names the files declare, collected before anything is checked: so a person whose e-mail is misspelt is reported
 * once, and not again wherever that person is mentioned. Names of a file that could not be read at all are not missed:
 * that file's own problem is the one to mend.
 *
 * @param unread the files of which nothing could be read
 */
record Declared(Set<String> persons, Set<String> teams, Set<String> groups, Set<String> datasets, Set<String> unread) {
    private static final String PEOPLE = "people.yaml";
    private static final String DATA = "data.yaml";

    static Declared in(Map<String, Node> roots) {
        Optional<Node> people = Optional.ofNullable(roots.get(PEOPLE));
        Optional<Node> data = Optional.ofNullable(roots.get(DATA));
        return new Declared(
                values(people, "people", "id"),
                values(people, "teams", "id"),
                people.flatMap(root -> quiet(root).names().optional("groups"))
                        .map(groups -> quiet(groups).names().entries().keySet())
                        .orElse(Set.of()),
                values(data, "datasets", "name"),
                Stream.of(PEOPLE, DATA).filter(file -> !roots.containsKey(file)).collect(Collectors.toSet()));
    }

    Optional<PersonId> person(Node node) {
        return node.as(PersonId::new).filter(id -> among(PEOPLE, persons, id.value(), "person", node));
    }

    /** A dataset, or all of a schema that has at least one. */
    Optional<DatasetName> dataset(Node node) {
        return node.as(DatasetName::new).filter(name -> {
            Set<String> all = new TreeSet<>(datasets);
            if (name.table().equals("*")) {
                datasets.stream().map(each -> each.replaceFirst("\\..*", ".*")).forEach(all::add);
            }
            return among(DATA, all, name.value(), "dataset", node);
        });
    }

    /** Who looks after something: a person, a group or a team. */
    Optional<String> owner(Node node) {
        Set<String> all = new TreeSet<>(persons);
        all.addAll(groups);
        all.addAll(teams);
        return node.text().filter(name -> among(PEOPLE, all, name, "person, group or team", node));
    }

    private boolean among(String file, Set<String> known, String name, String kind, Node node) {
        if (known.contains(name) || unread.contains(file)) {
            return true;
        }
        node.problem("There is no " + kind + " \"" + name + "\".", NearestWord.todo(name, known));
        return false;
    }

    private static Set<String> values(Optional<Node> root, String list, String key) {
        Set<String> found = new TreeSet<>();
        root.flatMap(node -> quiet(node).names().optional(list))
                .map(Node::list)
                .orElse(List.of())
                .forEach(item -> item.names().optional(key).flatMap(Node::text).ifPresent(found::add));
        return found;
    }

    /** The same place, its problems told to nobody: the file's own reader tells them. */
    private static Node quiet(Node node) {
        return node.reportingTo(new ArrayList<Problem>());
    }
}
