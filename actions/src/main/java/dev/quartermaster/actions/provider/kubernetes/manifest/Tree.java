package dev.quartermaster.actions.provider.kubernetes.manifest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An object as it came, read without surprise: what isn't there, or isn't of the kind looked for, is empty.
 */
public record Tree(Map<String, Object> fields) {
    public static Tree of(@Nullable Object node) {
        var fields = new LinkedHashMap<String, Object>();
        if (node instanceof Map<?, ?> map) {
            map.forEach((name, value) -> fields.put(String.valueOf(name), value));
        }
        return new Tree(fields);
    }

    public Tree at(String... path) {
        var tree = this;
        for (var step : path) {
            tree = of(tree.fields.get(step));
        }
        return tree;
    }

    public boolean has(String field) {
        return fields.get(field) != null;
    }

    public String text(String field) {
        var value = fields.get(field);
        return value == null ? "" : value.toString();
    }

    public boolean flag(String field) {
        return Boolean.TRUE.equals(fields.get(field)) || "true".equals(fields.get(field));
    }

    public long number(String field) {
        return switch (fields.get(field)) {
            case Number number -> number.longValue();
            case String text when text.matches("\\d{1,9}") -> Long.parseLong(text);
            case null -> 0;
            default -> 0;
        };
    }

    /** The maps in a list. */
    public List<Tree> items(String field) {
        return fields.get(field) instanceof List<?> list
                ? list.stream().map(Tree::of).toList()
                : List.of();
    }

    /** The words in a list. */
    public List<String> words(String field) {
        return fields.get(field) instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }
}
