package dev.quartermaster.actions.cluster.simulated.object;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quartermaster.actions.cluster.simulated.object.FieldOwners.Manager;
import dev.quartermaster.actions.cluster.simulated.object.FieldPaths.Step;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** How a change and an object become the next object: pure, nothing here touches the store. */
public final class Merge {
    public sealed interface Applied {
        record Merged(ObjectNode tree, FieldOwners owners) implements Applied {}

        record Conflicted(List<Conflict> conflicts) implements Applied {}
    }

    public record Conflict(Manager with, String field) {}

    private Merge() {}

    /**
     * Server-side apply: what is said is set, what this manager said before and says no more is removed, and what
     * another manager set to something else is a conflict unless forced.
     */
    public static Applied apply(Stored live, ObjectNode said, Manager manager, boolean force) {
        var paths = ownable(said);
        var conflicts = conflicts(live, said, manager, paths);
        if (!conflicts.isEmpty() && !force) {
            return new Applied.Conflicted(conflicts);
        }
        var tree = live.tree().deepCopy();
        combine(tree, said);
        live.owners().of(manager).stream()
                .filter(path -> !paths.contains(path) && !live.owners().ownedByOther(manager, path))
                .sorted(Comparator.comparing(FieldPaths::isKey))
                .forEach(path -> FieldPaths.remove(tree, path));
        return new Applied.Merged(tree, live.owners().with(manager, paths, contested(live, said, paths)));
    }

    /** A plain write takes over every field it changes, so that a later apply by another manager notices. */
    public static FieldOwners written(Stored live, ObjectNode next, Manager manager) {
        var before = ownable(live.tree());
        var after = ownable(next);
        var changed = new LinkedHashSet<List<Step>>();
        after.stream()
                .filter(path -> !FieldPaths.find(live.tree(), path).equals(FieldPaths.find(next, path)))
                .forEach(changed::add);
        var gone = new HashSet<>(before);
        gone.removeAll(after);
        var mine = new LinkedHashSet<>(live.owners().of(manager));
        mine.removeAll(gone);
        mine.addAll(changed);
        gone.addAll(changed);
        return live.owners().with(manager, mine, gone);
    }

    public static Set<List<Step>> ownable(ObjectNode tree) {
        var bare = tree.deepCopy();
        bare.remove(List.of("apiVersion", "kind", "status"));
        if (bare.path("metadata") instanceof ObjectNode metadata) {
            metadata.retain("labels", "annotations", "ownerReferences", "finalizers");
        }
        var leaves = FieldPaths.leaves(bare);
        leaves.remove(List.of(Step.field("metadata")));
        return leaves;
    }

    /** RFC 7396. */
    public static ObjectNode patch(ObjectNode target, ObjectNode patch) {
        for (var field : patch.properties()) {
            var value = field.getValue();
            if (value.isNull()) {
                target.remove(field.getKey());
            } else if (value instanceof ObjectNode inner) {
                var at = target.get(field.getKey()) instanceof ObjectNode object ? object : target.objectNode();
                target.set(field.getKey(), patch(at, inner));
            } else {
                target.set(field.getKey(), value.deepCopy());
            }
        }
        return target;
    }

    private static List<Conflict> conflicts(Stored live, ObjectNode said, Manager manager, Set<List<Step>> paths) {
        var conflicts = new ArrayList<Conflict>();
        live.owners().owned().forEach((other, theirs) -> {
            if (!other.equals(manager)) {
                contested(live, said, paths).stream()
                        .filter(theirs::contains)
                        .forEach(path -> conflicts.add(new Conflict(other, FieldPaths.words(path))));
            }
        });
        return conflicts;
    }

    /** What is said otherwise than it stands. */
    private static Set<List<Step>> contested(Stored live, ObjectNode said, Set<List<Step>> paths) {
        var contested = new LinkedHashSet<List<Step>>();
        paths.stream()
                .filter(path -> !FieldPaths.find(live.tree(), path).equals(FieldPaths.find(said, path)))
                .forEach(contested::add);
        return contested;
    }

    /** @see FieldPaths#key for the lists that merge item by item */
    public static void combine(ObjectNode target, ObjectNode said) {
        for (var field : said.properties()) {
            var name = field.getKey();
            var value = field.getValue();
            var there = target.get(name);
            if (value instanceof ObjectNode inner && there instanceof ObjectNode object) {
                combine(object, inner);
            } else if (value instanceof ArrayNode list && there instanceof ArrayNode before && !list.isEmpty()) {
                items(target, name, before, list);
            } else {
                target.set(name, value.deepCopy());
            }
        }
    }

    private static void items(ObjectNode target, String name, ArrayNode before, ArrayNode list) {
        var key = FieldPaths.key(name, list)
                .filter(found -> FieldPaths.key(name, before).equals(FieldPaths.key(name, list)));
        if (key.isEmpty()) {
            target.set(name, list.deepCopy());
            return;
        }
        for (var item : list) {
            var same = before.valueStream()
                    .filter(old -> equal(old, item, key.get()))
                    .findFirst();
            if (same.isPresent()) {
                combine((ObjectNode) same.get(), (ObjectNode) item);
            } else {
                before.add(item.deepCopy());
            }
        }
    }

    private static boolean equal(JsonNode one, JsonNode other, String key) {
        return one.get(key).equals(other.get(key));
    }
}
