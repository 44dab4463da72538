package dev.quartermaster.intents.config;

import dev.quartermaster.intents.yaml.Node;
import java.util.HashMap;
import java.util.Map;

/** Names of which there may be one each; the second is reported with the place of the first. */
final class Unique {
    private final String kind;
    private final Map<String, Node> seen = new HashMap<>();

    Unique(String kind) {
        this.kind = kind;
    }

    boolean first(String name, Node at) {
        Node before = seen.putIfAbsent(name, at);
        if (before != null) {
            at.problem(
                    kind + " " + name + " stands in line " + before.line() + " already.",
                    "Keep one of them, or change this one.");
        }
        return before == null;
    }
}
