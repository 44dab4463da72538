package dev.quartermaster.actions.cluster.simulated.life;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quartermaster.actions.cluster.simulated.object.Key;
import dev.quartermaster.actions.cluster.simulated.object.Kinds;
import dev.quartermaster.actions.cluster.simulated.object.Store;
import dev.quartermaster.actions.cluster.simulated.object.Stored;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;

/**
 * What controllers would have done by now. No pod, volume or address exists: only the statuses that say so. Statuses
 * leave out what is zero where the real ones do, because expressions over them must cope with that.
 */
public final class Life {
    private final Store store;
    private final Timings timings;
    private final StuckPods pods;
    private final GpuQueue queue;

    public Life(Store store, Timings timings, Lacks lacks) {
        this.store = store;
        this.timings = timings;
        pods = new StuckPods(store, lacks);
        queue = new GpuQueue(store, timings, lacks, pods);
    }

    public void catchUp() {
        var now = store.now();
        for (var key : store.restless()) {
            store.find(key).ifPresent(stored -> {
                step(key, stored, now);
                var leaving = stored.tree().path("metadata").has("deletionTimestamp");
                if (!leaving && passed(stored, timings.ready(), now)) {
                    store.rest(key);
                }
            });
        }
        queue.admit(now);
    }

    /** A namespace is first seen leaving, and gone with all that is in it a little later. */
    public ObjectNode leave(Key key) {
        var next = store.find(key).orElseThrow().tree().deepCopy();
        var metadata = next.withObjectProperty("metadata");
        if (!metadata.has("deletionTimestamp")) {
            metadata.put("deletionTimestamp", store.now().toString());
            next.withObjectProperty("status").put("phase", "Terminating");
            store.observed(key, next);
        }
        return next;
    }

    private void step(Key key, Stored stored, Instant now) {
        var leaving = stored.tree().path("metadata").path("deletionTimestamp").asText();
        if (!leaving.isEmpty()) {
            if (!now.isBefore(Instant.parse(leaving).plus(timings.leaving()))) {
                store.remove(key, false);
            }
            return;
        }
        var next = stored.tree().deepCopy();
        var ready = passed(stored, timings.ready(), now) && !stuckPods(key, stored, now);
        switch (key.kind().name()) {
            case "Namespace" -> next.withObjectProperty("status").put("phase", "Active");
            case "PersistentVolumeClaim" -> {
                if (next.path("spec").has("storageClassName")) {
                    claim(next);
                } else {
                    next.withObjectProperty("status").put("phase", "Pending");
                    pods.unbound(key, stored, now);
                }
            }
            case "StatefulSet" -> replicas(next, ready);
            case "Deployment" -> deployment(next, ready, now);
            case "Job" -> job(next, stored, ready, now);
            case "SparkApplication" -> SparkStates.application(next, ready);
            case "SparkConnect" -> SparkStates.connect(next, ready);
            case "Pod" -> {
                if (stuck(next)) {
                    return;
                }
                next.withObjectProperty("status").put("phase", ready ? "Running" : "Pending");
            }
            case "Service", "Ingress" -> next.withObjectProperty("status").withObjectProperty("loadBalancer");
            default -> {
                return;
            }
        }
        store.observed(key, next);
    }

    private boolean stuckPods(Key key, Stored stored, Instant now) {
        var runsPods = key.kind().equals(Kinds.STATEFUL_SET) || key.kind().equals(Kinds.DEPLOYMENT);
        var template = stored.tree().path("spec").path("template");
        return runsPods && pods.stuck(key, stored, Stream.of(template), now);
    }

    /** What somebody says of it stands until he says otherwise. */
    private static boolean stuck(ObjectNode pod) {
        return !pod.path("status").path("conditions").isEmpty()
                || !pod.path("status").path("containerStatuses").isEmpty();
    }

    private static void claim(ObjectNode next) {
        var status = next.withObjectProperty("status").put("phase", "Bound");
        var spec = next.withObjectProperty("spec");
        spec.put("volumeName", "simulated-" + next.path("metadata").path("uid").asText());
        status.set("accessModes", spec.path("accessModes").deepCopy());
        status.set("capacity", spec.path("resources").path("requests").deepCopy());
    }

    private static void replicas(ObjectNode next, boolean ready) {
        var wanted = next.path("spec").path("replicas").asInt();
        var status = next.withObjectProperty("status");
        status.put(
                "observedGeneration", next.path("metadata").path("generation").asLong());
        status.put("replicas", wanted).put("availableReplicas", ready ? wanted : 0);
        for (var count : new String[] {"readyReplicas", "updatedReplicas"}) {
            if (ready && wanted > 0) {
                status.put(count, wanted);
            } else {
                status.remove(count);
            }
        }
    }

    private static void deployment(ObjectNode next, boolean ready, Instant now) {
        replicas(next, ready);
        var status = next.withObjectProperty("status");
        if (!ready || next.path("spec").path("replicas").asInt() == 0) {
            status.remove("availableReplicas");
        }
        var words = ready ? "Deployment has minimum availability." : "Deployment does not have minimum availability.";
        Conditions.set(
                status,
                Conditions.of("Available", ready, ready ? "MinimumReplicasAvailable" : "MinimumReplicasUnavailable")
                        .put("message", words),
                now);
    }

    private static void job(ObjectNode next, Stored stored, boolean ready, Instant now) {
        var status = next.withObjectProperty("status");
        if (next.path("spec").path("suspend").asBoolean()) {
            status.remove("active");
            Conditions.set(
                    status, Conditions.of("Suspended", true, "JobSuspended").put("message", "Job suspended"), now);
            return;
        }
        status.put("startTime", stored.since().truncatedTo(ChronoUnit.SECONDS).toString());
        if (!ready) {
            status.put("active", 1).put("ready", 0);
            return;
        }
        status.put("active", 0).put("ready", 0);
        status.put("succeeded", next.path("spec").path("completions").asInt(1));
        if (!status.has("completionTime")) {
            status.put("completionTime", now.truncatedTo(ChronoUnit.SECONDS).toString());
        }
        Conditions.set(
                status,
                Conditions.of("Complete", true, "CompletionsReached")
                        .put("message", "Reached expected number of succeeded pods"),
                now);
    }

    static boolean passed(Stored stored, Duration delay, Instant now) {
        return !now.isBefore(stored.since().plus(delay));
    }
}
