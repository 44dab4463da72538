package dev.quartermaster.bot.check;

import dev.quartermaster.intents.catalogue.PathName;
import dev.quartermaster.intents.yaml.Node;
import dev.quartermaster.intents.yaml.YamlFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Where something stands in files that were read already, for what is found wrong with what they say. */
final class FilePlaces {
    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{([^}]*)}");

    private final Map<String, String> files;
    private final Map<String, Optional<Node>> roots = new HashMap<>();

    FilePlaces(Map<String, String> files) {
        this.files = files;
    }

    static String file(PathName path) {
        return "golden-paths/" + path + ".yaml";
    }

    /** The line at the end of this way, or of as much of it as there is: keys of maps, and what items of lists are called. */
    int line(String file, String... way) {
        Optional<Node> here = roots.computeIfAbsent(
                file, name -> YamlFile.read(name, files.getOrDefault(name, ""), new ArrayList<>()));
        int line = here.map(Node::line).orElse(0);
        for (String step : way) {
            Optional<Node> at = here;
            Optional<Node> next = here.flatMap(node -> step(node, step));
            line = next.map(node ->
                            at.get().isMap() ? at.get().names().key(step).line() : node.line())
                    .orElse(line);
            here = next;
        }
        return line;
    }

    /** The first line with such an expression in it, without its <code>${}</code>. */
    Optional<Integer> expression(String file, Predicate<String> wanted) {
        List<String> lines = files.getOrDefault(file, "").lines().toList();
        return IntStream.range(0, lines.size())
                .filter(i -> EXPRESSION.matcher(lines.get(i)).results().anyMatch(each -> wanted.test(each.group(1))))
                .mapToObj(i -> i + 1)
                .findFirst();
    }

    private static Optional<Node> step(Node node, String name) {
        if (node.isMap()) {
            return node.names().optional(name);
        }
        return node.isList()
                ? node.list().stream().filter(each -> called(each, name)).findFirst()
                : Optional.empty();
    }

    private static boolean called(Node item, String name) {
        return item.plainText().equals(Optional.of(name))
                || item.isMap()
                        && Stream.of("name", "kind", "title", "id")
                                .anyMatch(key -> item.names()
                                        .optional(key)
                                        .flatMap(Node::plainText)
                                        .equals(Optional.of(name)));
    }
}
