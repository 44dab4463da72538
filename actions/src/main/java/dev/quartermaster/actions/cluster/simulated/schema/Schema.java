package dev.quartermaster.actions.cluster.simulated.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quartermaster.actions.cluster.simulated.schema.Shape.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Holds an object against its shape and says every place where it doesn't fit. */
final class Schema {
    /** As the real server quotes it when a quantity can't be read. */
    private static final Pattern QUANTITY = Pattern.compile("([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)");

    /**
     * A place in an object. The real server names it in two ways, so both are carried.
     *
     * @param decoded {@code spec.containers[0].image}, as the strict decoder has it
     * @param applied {@code .spec.containers[name="app"].image}, as server-side apply has it
     */
    record Place(String decoded, String applied) {
        Place field(String name) {
            return new Place(decoded.isEmpty() ? name : decoded + "." + name, applied + "." + name);
        }

        Place item(int index, JsonNode item) {
            var name = item.path("name");
            var key = name.isTextual() ? "name=\"" + name.asText() + "\"" : Integer.toString(index);
            return new Place(decoded + "[" + index + "]", applied + "[" + key + "]");
        }
    }

    sealed interface Fault {
        Place at();

        record Unknown(Place at, ObjectNode in, String field) implements Fault {}

        record WrongType(Place at, String wanted, JsonNode found) implements Fault {}

        record NotAQuantity(Place at) implements Fault {}
    }

    private final List<Fault> faults = new ArrayList<>();

    private Schema() {}

    static List<Fault> faults(JsonNode object, Shape shape) {
        var schema = new Schema();
        schema.check(object, shape, new Place("", ""));
        return List.copyOf(schema.faults);
    }

    private void check(JsonNode node, Shape shape, Place at) {
        if (node.isNull()) {
            return;
        }
        switch (shape) {
            case Shape.Anything() -> {}
            case Shape.Scalar(var type) -> scalar(node, type, at);
            case Shape.Fields(var named) -> {
                if (!(node instanceof ObjectNode object)) {
                    faults.add(new Fault.WrongType(at, "struct", node));
                    return;
                }
                for (var field : object.properties()) {
                    var inner = named.get().get(field.getKey());
                    if (inner == null) {
                        faults.add(new Fault.Unknown(at.field(field.getKey()), object, field.getKey()));
                    } else {
                        check(field.getValue(), inner, at.field(field.getKey()));
                    }
                }
            }
            case Shape.Items(var each) -> {
                if (!node.isArray()) {
                    faults.add(new Fault.WrongType(at, "array", node));
                    return;
                }
                for (var i = 0; i < node.size(); i++) {
                    check(node.get(i), each, at.item(i, node.get(i)));
                }
            }
            case Shape.Entries(var each) -> {
                if (!node.isObject()) {
                    faults.add(new Fault.WrongType(at, "map", node));
                    return;
                }
                node.properties().forEach(entry -> check(entry.getValue(), each, at.field(entry.getKey())));
            }
        }
    }

    private void scalar(JsonNode node, Type type, Place at) {
        var fits = switch (type) {
            case TEXT -> node.isTextual();
            case WHOLE -> node.isIntegralNumber();
            case NUMBER -> node.isNumber();
            case FLAG -> node.isBoolean();
            case QUANTITY -> node.isTextual() || node.isNumber();
            case TEXT_OR_WHOLE -> node.isTextual() || node.isIntegralNumber();
        };
        if (!fits) {
            faults.add(new Fault.WrongType(at, type.goName, node));
        } else if (type == Type.QUANTITY && !QUANTITY.matcher(node.asText()).matches()) {
            faults.add(new Fault.NotAQuantity(at));
        }
    }
}
