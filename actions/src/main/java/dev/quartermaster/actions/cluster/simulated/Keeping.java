package dev.quartermaster.actions.cluster.simulated;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quartermaster.actions.cluster.simulated.life.Lacks;
import dev.quartermaster.actions.cluster.simulated.object.ApiAnswer;
import dev.quartermaster.actions.cluster.simulated.object.FieldOwners;
import dev.quartermaster.actions.cluster.simulated.object.Key;
import dev.quartermaster.actions.cluster.simulated.object.Kinds;
import dev.quartermaster.actions.cluster.simulated.object.Store;
import dev.quartermaster.actions.cluster.simulated.object.Stored;
import dev.quartermaster.actions.cluster.simulated.schema.Defaults;
import dev.quartermaster.actions.cluster.simulated.schema.Validation;
import java.util.List;
import java.util.Optional;

/** The last step of every write: valid as a whole, room for it, then kept, or only answered when it is a dry run. */
final class Keeping {
    /** @param warnings for fields that were dropped on the way */
    record Next(ObjectNode tree, FieldOwners owners, List<String> warnings) {}

    private final Store store;
    private final Lacks lacks;

    Keeping(Store store, Lacks lacks) {
        this.store = store;
        this.lacks = lacks;
    }

    ApiAnswer born(Key key, Next next, boolean dryRun) {
        Defaults.fill(key.kind(), next.tree());
        if (key.kind().equals(Kinds.CLAIM) && !lacks.storageClass()) {
            Defaults.storageClass(next.tree());
        }
        var wrong = Validation.check(key.kind(), next.tree());
        if (!wrong.isEmpty()) {
            return ApiAnswer.Refused.invalid(key.kind(), key.name(), wrong);
        }
        var roomless = roomless(key);
        if (roomless.isPresent()) {
            return roomless.get();
        }
        var made = dryRun ? store.born(key, next.tree(), next.owners()) : store.create(key, next.tree(), next.owners());
        return new ApiAnswer.Given(201, made, next.warnings());
    }

    ApiAnswer changed(Key key, Stored live, Next next, boolean dryRun) {
        Defaults.fill(key.kind(), next.tree());
        var wrong = Validation.check(key.kind(), next.tree());
        if (wrong.isEmpty()) {
            wrong = Validation.change(key.kind(), live.tree(), next.tree());
        }
        if (!wrong.isEmpty()) {
            return ApiAnswer.Refused.invalid(key.kind(), key.name(), wrong);
        }
        var kept = dryRun ? next.tree() : store.update(key, next.tree(), next.owners());
        return new ApiAnswer.Given(200, kept, next.warnings());
    }

    /** Nothing can be made in a namespace that is absent or on its way out. */
    private Optional<ApiAnswer> roomless(Key key) {
        if (!key.kind().namespaced()) {
            return Optional.empty();
        }
        var namespace = store.find(new Key(Kinds.NAMESPACE, "", key.namespace()));
        if (namespace.isEmpty()) {
            return Optional.of(ApiAnswer.Refused.absent(Kinds.NAMESPACE, key.namespace()));
        }
        if (!namespace.get().tree().path("metadata").has("deletionTimestamp")) {
            return Optional.empty();
        }
        var why = " is forbidden: unable to create new content in namespace " + key.namespace()
                + " because it is being terminated";
        var words = key.kind().resource() + " \"" + key.name() + "\"" + why;
        return Optional.of(ApiAnswer.Refused.of(403, "Forbidden", words)
                .about(key.kind().group(), key.kind().plural(), key.name()));
    }
}
