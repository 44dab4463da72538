package dev.quartermaster.actions.cluster.simulated.object;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quartermaster.actions.cluster.simulated.object.FieldPaths.Step;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who set which fields of one object. Immutable. */
public record FieldOwners(Map<Manager, Set<List<Step>>> owned) {
    /** @param operation {@code Apply} or {@code Update}: the same name is two managers, as in the real server */
    public record Manager(String name, String operation) {}

    public static FieldOwners nobody() {
        return new FieldOwners(Map.of());
    }

    Set<List<Step>> of(Manager manager) {
        return owned.getOrDefault(manager, Set.of());
    }

    boolean ownedByOther(Manager manager, List<Step> path) {
        return owned.entrySet().stream()
                .anyMatch(entry ->
                        !entry.getKey().equals(manager) && entry.getValue().contains(path));
    }

    /** The manager now owns exactly these. Others keep theirs, except those in {@code taken}. */
    public FieldOwners with(Manager manager, Set<List<Step>> paths, Set<List<Step>> taken) {
        var next = new LinkedHashMap<Manager, Set<List<Step>>>();
        owned.forEach((other, theirs) -> {
            var kept = new HashSet<>(theirs);
            kept.removeAll(taken);
            if (!kept.isEmpty() && !other.equals(manager)) {
                next.put(other, kept);
            }
        });
        if (!paths.isEmpty()) {
            next.put(manager, paths);
        }
        return new FieldOwners(next);
    }

    /** The same fields under the managers these entries name: how a plain writer goes over to applying. */
    public FieldOwners renamed(JsonNode entries) {
        if (entries.size() != owned.size()) {
            return this;
        }
        var next = new LinkedHashMap<Manager, Set<List<Step>>>();
        var entry = entries.iterator();
        owned.forEach((manager, paths) -> {
            var said = entry.next();
            var name = new Manager(
                    said.path("manager").asText(manager.name()),
                    said.path("operation").asText(manager.operation()));
            next.merge(name, paths, (one, other) -> {
                var both = new HashSet<>(one);
                both.addAll(other);
                return both;
            });
        });
        return new FieldOwners(next);
    }

    ArrayNode managedFields(String apiVersion, String time) {
        var list = JsonNodeFactory.instance.arrayNode();
        owned.forEach((manager, paths) -> {
            var entry = list.addObject();
            entry.put("manager", manager.name()).put("operation", manager.operation());
            entry.put("apiVersion", apiVersion).put("time", time).put("fieldsType", "FieldsV1");
            var fields = entry.putObject("fieldsV1");
            paths.forEach(path -> place(fields, path));
        });
        return list;
    }

    private static void place(ObjectNode fields, List<Step> path) {
        var at = fields;
        for (var step : path) {
            at = at.withObjectProperty(step.fieldsV1());
        }
    }
}
