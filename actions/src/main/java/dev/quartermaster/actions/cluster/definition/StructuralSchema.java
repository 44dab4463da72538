package dev.quartermaster.actions.cluster.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A custom kind's own schema ({@code openAPIV3Schema}), as strict about types and unknown fields as the server with
 * {@code fieldValidation=Strict}. Rules in CEL and alternatives ({@code oneOf}, {@code anyOf}) are left to the server.
 */
final class StructuralSchema {
    /** Every object has them; the server knows them without the definition. */
    private static final Set<String> OF_ALL = Set.of("apiVersion", "kind", "metadata", "status");

    private final Map<?, ?> root;

    StructuralSchema(Map<?, ?> root) {
        this.root = root;
    }

    /** What the server would refuse, each with the field it is about. */
    List<String> wrong(Map<String, Object> manifest) {
        var wrong = new ArrayList<String>();
        var fields = map(root.get("properties"));
        manifest.forEach((name, value) -> {
            if (fields.get(name) instanceof Map<?, ?> schema && !OF_ALL.contains(name)) {
                check(value, schema, name, wrong);
            } else if (!OF_ALL.contains(name) && !open(root)) {
                wrong.add(name + " is unknown");
            }
        });
        required(root, manifest, "", wrong);
        return wrong;
    }

    private static void check(Object value, Map<?, ?> schema, String at, List<String> wrong) {
        if (Boolean.TRUE.equals(schema.get("x-kubernetes-int-or-string"))) {
            say(value instanceof String || whole(value), at + " is neither text nor a number", wrong);
            return;
        }
        var before = wrong.size();
        switch (String.valueOf(schema.get("type"))) {
            case "object" -> object(value, schema, at, wrong);
            case "array" -> array(value, schema, at, wrong);
            case "string" -> say(value instanceof String, at + " is no text", wrong);
            case "integer" -> say(whole(value), at + " is no whole number", wrong);
            case "number" -> say(value instanceof Number, at + " is no number", wrong);
            case "boolean" -> say(value instanceof Boolean, at + " is neither true nor false", wrong);
            default -> say(open(schema), at + " is of a type not known here: " + schema.get("type"), wrong);
        }
        if (wrong.size() == before) {
            bounds(value, schema, at, wrong);
        }
    }

    private static void object(Object value, Map<?, ?> schema, String at, List<String> wrong) {
        if (!(value instanceof Map<?, ?> map)) {
            wrong.add(at + " is no object");
            return;
        }
        required(schema, map, at + ".", wrong);
        var properties = map(schema.get("properties"));
        map.forEach((field, inner) -> {
            if (properties.get(field) instanceof Map<?, ?> one) {
                check(inner, one, at + "." + field, wrong);
            } else if (schema.get("additionalProperties") instanceof Map<?, ?> any) {
                check(inner, any, at + "." + field, wrong);
            } else if (!open(schema)) {
                wrong.add(at + "." + field + " is unknown");
            }
        });
    }

    private static void array(Object value, Map<?, ?> schema, String at, List<String> wrong) {
        if (!(value instanceof List<?> list)) {
            wrong.add(at + " is no list");
        } else if (schema.get("items") instanceof Map<?, ?> items) {
            for (var i = 0; i < list.size(); i++) {
                check(list.get(i), items, at + "[" + i + "]", wrong);
            }
        }
    }

    private static void bounds(Object value, Map<?, ?> schema, String at, List<String> wrong) {
        if (schema.get("enum") instanceof List<?> allowed) {
            say(allowed.contains(value), at + " is none of " + allowed, wrong);
        }
        if (value instanceof Number number) {
            say(
                    !(schema.get("minimum") instanceof Number least) || number.doubleValue() >= least.doubleValue(),
                    at + " is less than " + schema.get("minimum"),
                    wrong);
            say(
                    !(schema.get("maximum") instanceof Number most) || number.doubleValue() <= most.doubleValue(),
                    at + " is more than " + schema.get("maximum"),
                    wrong);
        }
        if (value instanceof String text) {
            var longest = schema.get("maxLength");
            say(
                    !(longest instanceof Number most) || text.length() <= most.intValue(),
                    at + " is longer than " + longest + " characters",
                    wrong);
            say(fits(text, schema.get("pattern")), at + " does not fit " + schema.get("pattern"), wrong);
        }
    }

    private static boolean fits(String text, Object pattern) {
        try {
            return !(pattern instanceof String written)
                    || Pattern.compile(written).matcher(text).find();
        } catch (PatternSyntaxException ofAnotherDialect) {
            return true;
        }
    }

    private static void required(Map<?, ?> schema, Map<?, ?> value, String at, List<String> wrong) {
        if (schema.get("required") instanceof List<?> required) {
            required.forEach(field -> say(value.containsKey(field), at + field + " is missing", wrong));
        }
    }

    private static boolean open(Map<?, ?> schema) {
        return Boolean.TRUE.equals(schema.get("x-kubernetes-preserve-unknown-fields"))
                || Boolean.TRUE.equals(schema.get("additionalProperties"));
    }

    private static boolean whole(Object value) {
        return value instanceof Integer || value instanceof Long;
    }

    private static Map<?, ?> map(Object node) {
        return node instanceof Map<?, ?> map ? map : Map.of();
    }

    private static void say(boolean right, String what, List<String> wrong) {
        if (!right) {
            wrong.add(what);
        }
    }
}
