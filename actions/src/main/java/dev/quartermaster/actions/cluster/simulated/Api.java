package dev.quartermaster.actions.cluster.simulated;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quartermaster.actions.cluster.simulated.life.Lacks;
import dev.quartermaster.actions.cluster.simulated.life.Life;
import dev.quartermaster.actions.cluster.simulated.life.Timings;
import dev.quartermaster.actions.cluster.simulated.object.ApiAnswer;
import dev.quartermaster.actions.cluster.simulated.object.Kinds;
import dev.quartermaster.actions.cluster.simulated.object.LabelSelector;
import dev.quartermaster.actions.cluster.simulated.object.ResourcePath;
import dev.quartermaster.actions.cluster.simulated.object.Scope;
import dev.quartermaster.actions.cluster.simulated.object.Store;
import dev.quartermaster.actions.cluster.simulated.schema.Decoding;
import dev.quartermaster.actions.cluster.simulated.schema.Decoding.Decoded;
import dev.quartermaster.actions.cluster.simulated.schema.Shapes;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The API without HTTP: a call in, an answer out, one at a time. The world catches up with its clock before each call,
 * so that nothing needs a thread of its own.
 */
final class Api {
    private final ReentrantLock lock = new ReentrantLock();
    private final Kinds kinds;
    private final Discovery discovery;
    private final Decoding decoding;
    private final AccessReview access;
    private final Store store;
    private final Life life;
    private final Writes writes;
    private final Applying applying;
    private final Timings timings;

    Api(Timings timings, Lacks lacks, InstantSource clock) {
        this.timings = timings;
        kinds = new Kinds(lacks.groups());
        discovery = new Discovery(kinds);
        decoding = new Decoding(new Shapes(kinds));
        access = new AccessReview(lacks.rights(), decoding);
        store = new Store(clock);
        life = new Life(store, timings, lacks);
        var keeping = new Keeping(store, lacks);
        writes = new Writes(store, decoding, keeping);
        applying = new Applying(store, decoding, keeping);
        SetUp.of(store, lacks);
    }

    ApiAnswer answer(Call call) {
        lock.lock();
        try {
            life.catchUp();
            return access.answer(call)
                    .or(() -> discovery.answer(call.path()))
                    .or(() -> PendingWorkloads.answer(call.path(), store))
                    .or(() -> ResourcePath.of(call.path(), kinds).map(target -> answer(target, call)))
                    .orElseGet(ApiAnswer.Refused::noSuchResource);
        } finally {
            lock.unlock();
        }
    }

    /** Changes for a watch, or nothing when it has fallen too far behind. */
    Optional<List<Store.Change>> changes(long from, Scope scope) {
        lock.lock();
        try {
            life.catchUp();
            return store.since(from, scope);
        } finally {
            lock.unlock();
        }
    }

    /** Every object that carries all of these labels, in the order they were made. */
    List<ObjectNode> labelled(Map<String, String> labels) {
        lock.lock();
        try {
            life.catchUp();
            return store.all().stream()
                    .map(entry -> entry.getValue().tree().deepCopy())
                    .filter(tree -> labels.entrySet().stream()
                            .allMatch(label -> label(tree, label.getKey()).equals(label.getValue())))
                    .toList();
        } finally {
            lock.unlock();
        }
    }

    private static String label(JsonNode tree, String key) {
        return tree.path("metadata").path("labels").path(key).asText();
    }

    private ApiAnswer answer(ResourcePath target, Call call) {
        if (target.name().isEmpty()) {
            return switch (call.method()) {
                case "GET" -> many(target, call);
                case "POST" -> writes.create(target, call);
                case "DELETE" -> deleteMany(target, call);
                default -> notAllowed();
            };
        }
        return switch (call.method()) {
            case "GET" -> call.watching() ? many(target, call) : one(target);
            case "PUT" -> writes.replace(target, call);
            case "PATCH" ->
                call.mediaType().equals("application/apply-patch+yaml")
                        ? applying.apply(target, call)
                        : writes.patch(target, call);
            case "DELETE" -> delete(target, call);
            default -> notAllowed();
        };
    }

    private ApiAnswer one(ResourcePath target) {
        return store.find(target.key())
                .<ApiAnswer>map(stored -> ApiAnswer.Given.ok(stored.tree().deepCopy()))
                .orElseGet(() -> ApiAnswer.Refused.absent(target.kind(), target.name()));
    }

    private ApiAnswer many(ResourcePath target, Call call) {
        var scope = scope(target, call);
        if (call.watching()) {
            var from = call.query("resourceVersion");
            return new ApiAnswer.Watching(scope, from.isEmpty() || from.equals("0") ? 0 : Long.parseLong(from));
        }
        var list = JsonNodeFactory.instance.objectNode();
        list.put("kind", target.kind().name() + "List")
                .put("apiVersion", target.kind().apiVersion());
        list.putObject("metadata").put("resourceVersion", Long.toString(store.version()));
        store.list(scope).forEach(list.putArray("items")::add);
        return ApiAnswer.Given.ok(list);
    }

    private ApiAnswer deleteMany(ResourcePath target, Call call) {
        for (var entry : store.all()) {
            if (!call.dryRun()
                    && scope(target, call)
                            .holds(entry.getKey(), entry.getValue().tree())) {
                store.remove(entry.getKey(), false);
            }
        }
        return many(target, call);
    }

    private ApiAnswer delete(ResourcePath target, Call call) {
        var live = store.find(target.key());
        if (live.isEmpty()) {
            return ApiAnswer.Refused.absent(target.kind(), target.name());
        }
        var options = decoding.tree(call.body()) instanceof Decoded.Read read
                ? read.tree()
                : JsonNodeFactory.instance.objectNode();
        var metadata = live.get().tree().path("metadata");
        for (var field : List.of("uid", "resourceVersion")) {
            var wanted = options.path("preconditions")
                    .path(field)
                    .asText(metadata.path(field).asText());
            if (!wanted.equals(metadata.path(field).asText())) {
                var name = field.equals("uid") ? "UID" : "ResourceVersion";
                var why = "the " + name + " in the precondition (" + wanted + ") does not match the " + name
                        + " in record (" + metadata.path(field).asText() + "). The object might have been modified";
                return ApiAnswer.Refused.modified(target.kind(), target.name(), why);
            }
        }
        var policy = options.path("propagationPolicy").asText(call.query("propagationPolicy"));
        if (!call.dryRun()
                && target.kind().equals(Kinds.NAMESPACE)
                && !timings.leaving().isZero()) {
            return ApiAnswer.Given.ok(life.leave(target.key()));
        }
        if (!call.dryRun()) {
            store.remove(target.key(), policy.equals("Orphan"));
        }
        var status = JsonNodeFactory.instance.objectNode();
        status.put("kind", "Status").put("apiVersion", "v1").putObject("metadata");
        status.put("status", "Success");
        var details = status.putObject("details").put("name", target.name());
        details.put("kind", target.kind().plural()).put("uid", live.get().uid());
        return ApiAnswer.Given.ok(status);
    }

    private static Scope scope(ResourcePath target, Call call) {
        return new Scope(
                target.kind(),
                target.namespace(),
                LabelSelector.parse(call.query("labelSelector")),
                field(call, "metadata.name=", target.name()),
                field(call, "involvedObject.uid=", ""));
    }

    /** The first is how clients watch one object, the second how they ask what happened to one; no other is known here. */
    private static String field(Call call, String name, String otherwise) {
        var fields = call.query("fieldSelector");
        return fields.startsWith(name) ? fields.substring(name.length()) : otherwise;
    }

    private static ApiAnswer notAllowed() {
        return ApiAnswer.Refused.of(
                405, "MethodNotAllowed", "the server does not allow this method on the requested resource");
    }
}
