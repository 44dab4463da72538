package dev.quartermaster.actions.provider.kubernetes;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.yaml.snakeyaml.Yaml;

/**
 * A custom resource's own schema, of the definition that its project publishes, without the descriptions; as strict as
 * the server with {@code fieldValidation=Strict}.
 */
public final class CrdSchema {
    private final Map<?, ?> root;

    private CrdSchema(Map<?, ?> root) {
        this.root = root;
    }

    public static CrdSchema of(String name) {
        try (InputStream file =
                Objects.requireNonNull(CrdSchema.class.getResourceAsStream("/crds/" + name + ".json"))) {
            return new CrdSchema(new Yaml().load(file));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** What the server would refuse. */
    public List<String> wrong(Map<String, Object> manifest) {
        var wrong = new ArrayList<String>();
        var spec = (Map<?, ?>) ((Map<?, ?>) root.get("properties")).get("spec");
        check(manifest.get("spec"), spec, "spec", wrong);
        return wrong;
    }

    private static void check(Object value, Map<?, ?> schema, String at, List<String> wrong) {
        if (Boolean.TRUE.equals(schema.get("x-kubernetes-int-or-string"))) {
            say(value instanceof String || value instanceof Integer, at + " is neither text nor a number", wrong);
            return;
        }
        switch (String.valueOf(schema.get("type"))) {
            case "object" -> object(value, schema, at, wrong);
            case "array" -> {
                if (value instanceof List<?> list && schema.get("items") instanceof Map<?, ?> items) {
                    list.forEach(each -> check(each, items, at + "[]", wrong));
                } else {
                    wrong.add(at + " is no list");
                }
            }
            case "string" -> {
                say(value instanceof String, at + " is no text", wrong);
                if (schema.get("enum") instanceof List<?> allowed) {
                    say(allowed.contains(value), at + " is none of " + allowed, wrong);
                }
            }
            case "integer" -> say(value instanceof Integer || value instanceof Long, at + " is no number", wrong);
            case "boolean" -> say(value instanceof Boolean, at + " is neither true nor false", wrong);
            default -> wrong.add(at + " is of a type not known here: " + schema.get("type"));
        }
    }

    private static void object(Object value, Map<?, ?> schema, String at, List<String> wrong) {
        if (!(value instanceof Map<?, ?> map)) {
            wrong.add(at + " is no object");
            return;
        }
        if (schema.get("required") instanceof List<?> required) {
            required.forEach(field -> say(map.containsKey(field), at + "." + field + " is missing", wrong));
        }
        var properties = schema.get("properties") instanceof Map<?, ?> known ? known : Map.of();
        map.forEach((field, inner) -> {
            if (properties.get(field) instanceof Map<?, ?> one) {
                check(inner, one, at + "." + field, wrong);
            } else if (schema.get("additionalProperties") instanceof Map<?, ?> any) {
                check(inner, any, at + "." + field, wrong);
            } else if (!Boolean.TRUE.equals(schema.get("x-kubernetes-preserve-unknown-fields"))) {
                wrong.add(at + "." + field + " is unknown");
            }
        });
    }

    private static void say(boolean right, String what, List<String> wrong) {
        if (!right) {
            wrong.add(what);
        }
    }
}
