package dev.quartermaster.actions.cluster.simulated.object;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** All objects, the version counter and the recent changes. Callers hold the lock of {@code Api}. */
public final class Store {
    /** A watch that fell further behind than this is told to list anew (410), as the real server does. */
    private static final int KEPT_CHANGES = 2_000;

    public record Change(long version, String type, Key key, ObjectNode tree) {}

    private final InstantSource clock;
    private final Map<Key, Stored> objects = new LinkedHashMap<>();
    private final Set<Key> restless = new LinkedHashSet<>();
    private final Deque<Change> changes = new ArrayDeque<>();
    private long version = 1;

    public Store(InstantSource clock) {
        this.clock = clock;
    }

    public Instant now() {
        return clock.instant();
    }

    public long version() {
        return version;
    }

    public Optional<Stored> find(Key key) {
        return Optional.ofNullable(objects.get(key));
    }

    public List<Map.Entry<Key, Stored>> all() {
        return List.copyOf(objects.entrySet());
    }

    /** What time may still change. Everything else is left alone, or each call would cost all objects there are. */
    public List<Key> restless() {
        return List.copyOf(restless);
    }

    public void rest(Key key) {
        restless.remove(key);
    }

    public List<ObjectNode> list(Scope scope) {
        return objects.entrySet().stream()
                .filter(entry -> scope.holds(entry.getKey(), entry.getValue().tree()))
                .map(entry -> entry.getValue().tree().deepCopy())
                .toList();
    }

    /** Stamps what only the server may say, and keeps it. The answer is a copy. */
    public ObjectNode create(Key key, ObjectNode tree, FieldOwners owners) {
        var stored = new Stored(born(key, tree, owners), owners, now());
        keep(key, stored, "ADDED");
        return stored.tree().deepCopy();
    }

    /** As {@link #create} would answer, keeping nothing: for a dry run. */
    public ObjectNode born(Key key, ObjectNode tree, FieldOwners owners) {
        var time = now().truncatedTo(ChronoUnit.SECONDS).toString();
        var metadata = tree.withObjectProperty("metadata");
        if (key.kind().namespaced()) {
            metadata.put("namespace", key.namespace());
        }
        metadata.put("uid", UUID.randomUUID().toString())
                .put("creationTimestamp", time)
                .put("generation", 1);
        metadata.set("managedFields", owners.managedFields(key.kind().apiVersion(), time));
        return tree;
    }

    /** Keeps the next state of an object that is there; one that is the same costs no version. */
    public ObjectNode update(Key key, ObjectNode next, FieldOwners owners) {
        var before = objects.get(key);
        var same = before.tree().equals(next);
        if (!same || !before.owners().equals(owners)) {
            var specified = before.tree().path("spec").equals(next.path("spec"));
            var metadata = next.withObjectProperty("metadata");
            if (!specified) {
                metadata.put("generation", metadata.path("generation").asLong(1) + 1);
            }
            var time = now().truncatedTo(ChronoUnit.SECONDS).toString();
            metadata.set("managedFields", owners.managedFields(key.kind().apiVersion(), time));
            keep(key, new Stored(next, owners, specified ? before.since() : now()), "MODIFIED");
        }
        return objects.get(key).tree().deepCopy();
    }

    /** What a controller reports: owned by nobody, no new generation, nothing kept when nothing is new. */
    public void observed(Key key, ObjectNode next) {
        var before = objects.get(key);
        if (!before.tree().equals(next)) {
            keep(key, before.with(next), "MODIFIED");
        }
    }

    /** Gone with everything it owned and, for a namespace, everything in it. */
    public void remove(Key key, boolean orphan) {
        var gone = objects.remove(key);
        if (gone == null) {
            return;
        }
        restless.remove(key);
        record(key, gone.tree(), "DELETED");
        for (var entry : all()) {
            var inside = key.kind().equals(Kinds.NAMESPACE)
                    && entry.getKey().namespace().equals(key.name());
            var owned = !orphan && ownedBy(entry.getValue().tree(), gone.uid());
            if (inside || owned) {
                remove(entry.getKey(), orphan);
            }
        }
    }

    /** Changes after a version, or nothing when they are no longer all kept. */
    public Optional<List<Change>> since(long from, Scope scope) {
        var oldest = changes.isEmpty() ? version + 1 : changes.peekFirst().version();
        if (from + 1 < oldest && from < version && changes.size() >= KEPT_CHANGES) {
            return Optional.empty();
        }
        var found = new ArrayList<Change>();
        for (var change : changes) {
            if (change.version() > from && scope.holds(change.key(), change.tree())) {
                found.add(change);
            }
        }
        return Optional.of(found);
    }

    private void keep(Key key, Stored stored, String type) {
        objects.put(key, stored);
        restless.add(key);
        record(key, stored.tree(), type);
    }

    private void record(Key key, ObjectNode tree, String type) {
        version++;
        tree.withObjectProperty("metadata").put("resourceVersion", Long.toString(version));
        changes.addLast(new Change(version, type, key, tree.deepCopy()));
        if (changes.size() > KEPT_CHANGES) {
            changes.removeFirst();
        }
    }

    private static boolean ownedBy(ObjectNode tree, String uid) {
        return tree.path("metadata")
                .path("ownerReferences")
                .valueStream()
                .anyMatch(owner -> owner.path("uid").asText().equals(uid));
    }
}
