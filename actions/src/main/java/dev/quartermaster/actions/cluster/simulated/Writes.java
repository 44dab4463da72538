package dev.quartermaster.actions.cluster.simulated;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quartermaster.actions.cluster.simulated.object.ApiAnswer;
import dev.quartermaster.actions.cluster.simulated.object.FieldOwners;
import dev.quartermaster.actions.cluster.simulated.object.FieldOwners.Manager;
import dev.quartermaster.actions.cluster.simulated.object.Merge;
import dev.quartermaster.actions.cluster.simulated.object.ResourcePath;
import dev.quartermaster.actions.cluster.simulated.object.Store;
import dev.quartermaster.actions.cluster.simulated.object.Stored;
import dev.quartermaster.actions.cluster.simulated.schema.Decoding;
import dev.quartermaster.actions.cluster.simulated.schema.Decoding.Decoded;
import dev.quartermaster.actions.cluster.simulated.schema.Defaults;
import io.fabric8.zjsonpatch.JsonPatch;
import java.io.IOException;
import java.time.Instant;
import java.util.List;

/** Create, replace and the plain patches. Callers hold the lock of {@link Api}. */
final class Writes {
    private final Store store;
    private final Decoding decoding;
    private final Keeping keeping;

    Writes(Store store, Decoding decoding, Keeping keeping) {
        this.store = store;
        this.decoding = decoding;
        this.keeping = keeping;
    }

    ApiAnswer create(ResourcePath target, Call call) {
        return switch (decoded(target, call)) {
            case Decoded.Refused(var answer) -> answer;
            case Decoded.Read(var tree, var warnings) -> {
                var name = tree.path("metadata").path("name").asText();
                if (store.find(target.key(name)).isPresent()) {
                    yield ApiAnswer.Refused.exists(target.kind(), name);
                }
                tree.remove("status");
                Defaults.turn(target.kind(), tree);
                var nothing = new Stored(JsonNodeFactory.instance.objectNode(), FieldOwners.nobody(), Instant.EPOCH);
                var owners = Merge.written(nothing, tree, manager(call));
                yield keeping.born(target.key(name), new Keeping.Next(tree, owners, warnings), call.dryRun());
            }
        };
    }

    ApiAnswer replace(ResourcePath target, Call call) {
        var live = store.find(target.key());
        if (live.isEmpty()) {
            return ApiAnswer.Refused.absent(target.kind(), target.name());
        }
        return switch (decoded(target, call)) {
            case Decoded.Refused(var answer) -> answer;
            case Decoded.Read read -> written(target, live.get(), read, call);
        };
    }

    ApiAnswer patch(ResourcePath target, Call call) {
        var live = store.find(target.key());
        if (live.isEmpty()) {
            return ApiAnswer.Refused.absent(target.kind(), target.name());
        }
        var next = live.get().tree().deepCopy();
        return switch (call.mediaType()) {
            case "application/json-patch+json" -> jsonPatch(target, live.get(), call);
            case "application/merge-patch+json" ->
                switch (decoding.tree(call.body())) {
                    case Decoded.Refused(var answer) -> answer;
                    case Decoded.Read read -> patched(target, live.get(), Merge.patch(next, read.tree()), call);
                };
            case "application/strategic-merge-patch+json" ->
                switch (decoding.tree(call.body())) {
                    case Decoded.Refused(var answer) -> answer;
                    case Decoded.Read read -> {
                        Merge.combine(next, read.tree());
                        yield patched(target, live.get(), next, call);
                    }
                };
            default ->
                ApiAnswer.Refused.of(
                        415,
                        "UnsupportedMediaType",
                        "the body of the request was in an unknown format - accepted media types include: "
                                + "application/json-patch+json, application/merge-patch+json, "
                                + "application/strategic-merge-patch+json, application/apply-patch+yaml");
        };
    }

    private ApiAnswer jsonPatch(ResourcePath target, Stored live, Call call) {
        try {
            var next = JsonPatch.apply(decoding.any(call.body()), live.tree().deepCopy());
            return patched(target, live, (ObjectNode) next, call);
        } catch (IOException | RuntimeException _) {
            return ApiAnswer.Refused.of(
                    422, "Invalid", "the server rejected our request due to an error in our request");
        }
    }

    private ApiAnswer patched(ResourcePath target, Stored live, ObjectNode next, Call call) {
        return switch (decoding.whole(target.kind(), next, call.unknown())) {
            case Decoded.Refused(var answer) -> answer;
            case Decoded.Read read -> written(target, live, read, call);
        };
    }

    /** A plain write of the whole object, or of its status alone. */
    private ApiAnswer written(ResourcePath target, Stored live, Decoded.Read read, Call call) {
        var said = read.tree();
        var version = said.path("metadata").path("resourceVersion").asText();
        var liveMetadata = live.tree().path("metadata");
        if (!version.isEmpty()
                && !version.equals(liveMetadata.path("resourceVersion").asText())) {
            return ApiAnswer.Refused.modified(target.kind(), target.name(), ApiAnswer.Refused.MODIFIED);
        }
        var statusOnly = target.part().equals("status");
        var next = statusOnly ? live.tree().deepCopy() : said.deepCopy();
        var status = (statusOnly ? said : live.tree()).path("status");
        next.remove("status");
        if (!status.isMissingNode()) {
            next.set("status", status.deepCopy());
        }
        var metadata = next.withObjectProperty("metadata");
        for (var fixed : List.of("uid", "creationTimestamp", "generation", "resourceVersion", "managedFields")) {
            metadata.set(fixed, liveMetadata.path(fixed).deepCopy());
        }
        Defaults.turn(target.kind(), next);
        var before = new Stored(
                live.tree(), live.owners().renamed(said.path("metadata").path("managedFields")), live.since());
        var owners = statusOnly ? live.owners() : Merge.written(before, next, manager(call));
        return keeping.changed(target.key(), live, new Keeping.Next(next, owners, read.warnings()), call.dryRun());
    }

    private Decoded decoded(ResourcePath target, Call call) {
        var body = decoding.tree(call.body());
        if (body instanceof Decoded.Read read) {
            body = decoding.whole(target.kind(), read.tree(), call.unknown());
        }
        if (body instanceof Decoded.Read read) {
            var tree = read.tree();
            var misplaced = Placing.misplaced(target, tree);
            if (misplaced.isPresent()) {
                return new Decoded.Refused(misplaced.get());
            }
            if (target.kind().namespaced()) {
                tree.withObjectProperty("metadata").put("namespace", target.namespace());
            }
        }
        return body;
    }

    private static Manager manager(Call call) {
        var named = call.query("fieldManager");
        return new Manager(named.isEmpty() ? "unknown" : named, "Update");
    }
}
