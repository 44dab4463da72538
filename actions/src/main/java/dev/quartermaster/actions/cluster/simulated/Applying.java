package dev.quartermaster.actions.cluster.simulated;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quartermaster.actions.cluster.simulated.object.ApiAnswer;
import dev.quartermaster.actions.cluster.simulated.object.FieldOwners;
import dev.quartermaster.actions.cluster.simulated.object.FieldOwners.Manager;
import dev.quartermaster.actions.cluster.simulated.object.Kind;
import dev.quartermaster.actions.cluster.simulated.object.Merge;
import dev.quartermaster.actions.cluster.simulated.object.ResourcePath;
import dev.quartermaster.actions.cluster.simulated.object.Store;
import dev.quartermaster.actions.cluster.simulated.schema.Decoding;
import dev.quartermaster.actions.cluster.simulated.schema.Decoding.Decoded;
import dev.quartermaster.actions.cluster.simulated.schema.Defaults;
import java.util.List;
import java.util.Set;

/** Server-side apply. Callers hold the lock of {@link Api}. */
final class Applying {
    private final Store store;
    private final Decoding decoding;
    private final Keeping keeping;

    Applying(Store store, Decoding decoding, Keeping keeping) {
        this.store = store;
        this.decoding = decoding;
        this.keeping = keeping;
    }

    ApiAnswer apply(ResourcePath target, Call call) {
        if (call.query("fieldManager").isEmpty()) {
            return ApiAnswer.Refused.badRequest(
                    "PatchOptions.meta.k8s.io \"\" is invalid: fieldManager: Required value: "
                            + "is required for apply patch");
        }
        return switch (said(target, call)) {
            case Decoded.Refused(var answer) -> answer;
            case Decoded.Read read ->
                Placing.misplaced(target, read.tree())
                        .<ApiAnswer>map(refused -> refused)
                        .orElseGet(() -> placed(target, read.tree(), call));
        };
    }

    private Decoded said(ResourcePath target, Call call) {
        var where = target.namespace().isEmpty() ? target.name() : target.namespace() + "/" + target.name();
        var body = decoding.tree(call.body());
        return body instanceof Decoded.Read read ? decoding.applied(target.kind(), read.tree(), where) : body;
    }

    private ApiAnswer placed(ResourcePath target, ObjectNode said, Call call) {
        said.remove("status");
        Defaults.turn(target.kind(), said);
        var manager = new Manager(call.query("fieldManager"), "Apply");
        var live = store.find(target.key());
        var uid = said.path("metadata").path("uid").asText();
        if (live.isEmpty() && !uid.isEmpty()) {
            var why = "uid mismatch: the provided object specified uid " + uid + ", and no existing object was found";
            return ApiAnswer.Refused.modified(target.kind(), target.name(), why);
        }
        if (live.isEmpty()) {
            said.withObjectProperty("metadata").remove("resourceVersion");
            var owners = FieldOwners.nobody().with(manager, Merge.ownable(said), Set.of());
            return keeping.born(target.key(), new Keeping.Next(said, owners, List.of()), call.dryRun());
        }
        var version = said.path("metadata").path("resourceVersion").asText();
        var liveVersion =
                live.get().tree().path("metadata").path("resourceVersion").asText();
        if (!version.isEmpty() && !version.equals(liveVersion)) {
            return ApiAnswer.Refused.modified(target.kind(), target.name(), ApiAnswer.Refused.MODIFIED);
        }
        if (!uid.isEmpty() && !uid.equals(live.get().uid())) {
            var fixed = ApiAnswer.Invalid.value("metadata.uid", uid, "field is immutable");
            return ApiAnswer.Refused.invalid(target.kind(), target.name(), List.of(fixed));
        }
        var force = call.query("force").equals("true");
        return switch (Merge.apply(live.get(), said, manager, force)) {
            case Merge.Applied.Conflicted(var conflicts) -> conflicted(target.kind(), conflicts);
            case Merge.Applied.Merged(var next, var owners) ->
                keeping.changed(target.key(), live.get(), new Keeping.Next(next, owners, List.of()), call.dryRun());
        };
    }

    private static ApiAnswer conflicted(Kind kind, List<Merge.Conflict> conflicts) {
        var first = conflicts.getFirst();
        var with = "with \"" + first.with().name() + "\" using " + kind.apiVersion();
        var fields = conflicts.stream().map(Merge.Conflict::field).toList();
        var words = conflicts.size() == 1
                ? "1 conflict: conflict " + with + ": " + first.field()
                : conflicts.size() + " conflicts: conflicts " + with + ":\n- " + String.join("\n- ", fields);
        var refused = ApiAnswer.Refused.of(409, "Conflict", "Apply failed with " + words);
        for (var conflict : conflicts) {
            var other = "conflict with \"" + conflict.with().name() + "\" using " + kind.apiVersion();
            refused.because("FieldManagerConflict", other, conflict.field());
        }
        return refused;
    }
}
