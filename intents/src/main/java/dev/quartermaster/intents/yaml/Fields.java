package dev.quartermaster.intents.yaml;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The entries of a map in a file, in its order. Duplicate and unknown keys are reported when it is opened. */
public final class Fields {
    private final Node node;
    private final List<Problem> problems;
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Map<String, Node> keys = new LinkedHashMap<>();
    private final @Nullable List<String> valid;
    private final int before;

    record Entry(Node key, Node value) {}

    Fields(Node node, List<Entry> entries, @Nullable List<String> valid, List<Problem> problems) {
        this.node = node;
        this.problems = problems;
        this.valid = valid;
        this.before = problems.size();
        entries.forEach(entry -> entry.key().text().ifPresent(key -> add(key, entry)));
    }

    private void add(String key, Entry entry) {
        Node first = keys.putIfAbsent(key, entry.key());
        if (first != null) {
            entry.key()
                    .problem(
                            "\"" + key + "\" stands here a second time (first in line " + first.line() + ").",
                            "Keep one of them.");
            return;
        }
        values.put(key, entry.value());
        if (valid != null && !valid.contains(key)) {
            entry.key().problem("The key \"" + key + "\" is not known here.", NearestWord.todo(key, valid));
        }
    }

    /** The value of a key that must be there; reported when it is not, unless it was as a misspelt one. */
    public Node required(String key) {
        Node value = values.get(key);
        if (value == null && !node.absent() && !misspelt(key)) {
            node.problem("The key \"" + key + "\" is missing.", "Add " + key + ": … to the map that starts here.");
        }
        return value != null ? value : Node.absent(node.file(), node.line(), problems);
    }

    private boolean misspelt(String key) {
        return valid != null
                && values.keySet().stream()
                        .filter(each -> !valid.contains(each))
                        .anyMatch(each -> NearestWord.nearest(each, valid).equals(Optional.of(key)));
    }

    public Optional<Node> optional(String key) {
        return Optional.ofNullable(values.get(key));
    }

    /** Items of an optional list; none when the key is absent. */
    public List<Node> items(String key) {
        return optional(key).map(Node::list).orElse(List.of());
    }

    /** Keys with their values, in file order. */
    public Map<String, Node> entries() {
        return Collections.unmodifiableMap(values);
    }

    /** The place of a key, to report something about it. */
    public Node key(String key) {
        return keys.getOrDefault(key, node);
    }

    /** What this map stands for, unless something in it, at any depth, was reported since it was opened. */
    public <T> Optional<T> build(Supplier<T> make) {
        return problems.size() == before && !node.absent() ? Optional.of(make.get()) : Optional.empty();
    }

    <T> Map<String, T> toMap(Function<Node, @Nullable T> read) {
        Map<String, T> map = new LinkedHashMap<>();
        values.forEach((key, value) -> Optional.ofNullable(read.apply(value)).ifPresent(each -> map.put(key, each)));
        return map;
    }
}
