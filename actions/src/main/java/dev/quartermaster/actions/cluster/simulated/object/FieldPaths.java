package dev.quartermaster.actions.cluster.simulated.object;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The leaves of an object, addressed the way field management does: lists that are maps by nature (containers by name)
 * item by item, every other list as one value.
 */
final class FieldPaths {
    /** Which field of an item is its key, by the list's name. A list not named here is one value. */
    private static final Map<String, List<String>> KEYS = Map.of(
            "containers", List.of("name"),
            "initContainers", List.of("name"),
            "volumes", List.of("name"),
            "env", List.of("name"),
            "imagePullSecrets", List.of("name"),
            "volumeMounts", List.of("mountPath"),
            "ports", List.of("containerPort", "port"),
            "ownerReferences", List.of("uid"));

    private FieldPaths() {}

    /** @param text {@code .spec} or {@code [name="app"]} */
    record Step(String text) {
        static Step field(String name) {
            return new Step("." + name);
        }

        static Step item(String key, JsonNode value) {
            return new Step("[" + key + "=" + value + "]");
        }

        /** Of a field; meaningless for an item. */
        String name() {
            return text.substring(1);
        }

        /** {@code f:spec} or {@code k:{"name":"app"}}, as in {@code metadata.managedFields}. */
        String fieldsV1() {
            if (text.startsWith(".")) {
                return "f:" + name();
            }
            var equals = text.indexOf('=');
            var value = text.substring(equals + 1, text.length() - 1);
            return "k:{\"" + text.substring(1, equals) + "\":" + value + "}";
        }
    }

    static Set<List<Step>> leaves(ObjectNode object) {
        var found = new LinkedHashSet<List<Step>>();
        collect(object, "", List.of(), found);
        return found;
    }

    static String words(List<Step> path) {
        return String.join("", path.stream().map(Step::text).toList());
    }

    /** The key of a list's items, when all of them have it. */
    static Optional<String> key(String listName, JsonNode list) {
        return KEYS.getOrDefault(listName, List.of()).stream()
                .filter(key -> list.valueStream().allMatch(item -> item.has(key)))
                .findFirst();
    }

    static Optional<JsonNode> find(JsonNode object, List<Step> path) {
        var at = object;
        for (var step : path) {
            var next = step(at, step);
            if (next.isEmpty()) {
                return Optional.empty();
            }
            at = next.get();
        }
        return Optional.of(at);
    }

    /** Whether the leaf is what its list item is found by; such a leaf must be removed after its siblings. */
    static boolean isKey(List<Step> path) {
        if (path.size() < 2) {
            return false;
        }
        var field = path.getLast().name();
        return path.get(path.size() - 2).text().startsWith("[" + field + "=");
    }

    /** Takes the leaf out, and with it whatever it leaves empty, but never a top-level field. */
    static void remove(ObjectNode object, List<Step> path) {
        if (find(object, path.subList(0, path.size() - 1)).orElse(null) instanceof ObjectNode parent) {
            parent.remove(path.getLast().name());
        }
        for (var length = path.size() - 1; length > 1; length--) {
            var step = path.get(length - 1);
            var parent = find(object, path.subList(0, length - 1));
            if (parent.orElse(null) instanceof ArrayNode array) {
                array.removeIf(item -> item.isObject() && item.isEmpty());
            } else if (parent.orElse(null) instanceof ObjectNode in
                    && in.path(step.name()).isContainerNode()
                    && in.path(step.name()).isEmpty()) {
                in.remove(step.name());
            }
        }
    }

    private static Optional<JsonNode> step(JsonNode at, Step step) {
        if (step.text().startsWith(".")) {
            return Optional.ofNullable(at.get(step.name()));
        }
        return at.valueStream()
                .filter(item -> item.properties().stream()
                        .anyMatch(field ->
                                Step.item(field.getKey(), field.getValue()).equals(step)))
                .findFirst();
    }

    private static void collect(JsonNode node, String name, List<Step> path, Set<List<Step>> found) {
        var key = node.isArray() ? key(name, node) : Optional.<String>empty();
        if (node.isObject() && !node.isEmpty()) {
            node.properties()
                    .forEach(field ->
                            collect(field.getValue(), field.getKey(), then(path, Step.field(field.getKey())), found));
        } else if (key.isPresent() && !node.isEmpty()) {
            node.forEach(item -> collect(item, "", then(path, Step.item(key.get(), item.get(key.get()))), found));
        } else {
            found.add(path);
        }
    }

    private static List<Step> then(List<Step> path, Step step) {
        var longer = new ArrayList<>(path);
        longer.add(step);
        return List.copyOf(longer);
    }
}
