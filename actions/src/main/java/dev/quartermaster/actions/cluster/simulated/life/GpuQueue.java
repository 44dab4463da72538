package dev.quartermaster.actions.cluster.simulated.life;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quartermaster.actions.cluster.simulated.object.FieldOwners;
import dev.quartermaster.actions.cluster.simulated.object.Key;
import dev.quartermaster.actions.cluster.simulated.object.Kinds;
import dev.quartermaster.actions.cluster.simulated.object.Store;
import dev.quartermaster.actions.cluster.simulated.object.Stored;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * KubeRay and Kueue for RayClusters. One with a queue's name waits as suspended, with its reason in a Workload, until
 * its GPUs fit beside those admitted before; whoever fits goes first (best effort FIFO). Changing how many GPUs an
 * admitted one wants sends it back into the queue, as Kueue does; so does whoever writes to its Workload that it was
 * evicted, and then it stays there until that is taken back.
 */
final class GpuQueue {
    private static final String QUEUE_LABEL = "kueue.x-k8s.io/queue-name";

    private record Admission(int gpus, Instant at) {}

    private final Store store;
    private final Timings timings;
    private final Lacks lacks;
    private final StuckPods pods;
    private final Map<String, Admission> admitted = new HashMap<>();

    GpuQueue(Store store, Timings timings, Lacks lacks, StuckPods pods) {
        this.store = store;
        this.timings = timings;
        this.lacks = lacks;
        this.pods = pods;
    }

    void admit(Instant now) {
        var clusters = store.all().stream()
                .filter(entry -> entry.getKey().kind().equals(Kinds.RAY_CLUSTER))
                .toList();
        var alive = clusters.stream().map(entry -> entry.getValue().uid()).collect(Collectors.toSet());
        admitted.keySet().retainAll(alive);
        clusters.forEach(entry -> {
            var admission = admitted.get(entry.getValue().uid());
            var changed = admission != null
                    && admission.gpus() != RayPods.gpus(entry.getValue().tree());
            if (changed || evicted(entry.getKey(), entry.getValue())) {
                admitted.remove(entry.getValue().uid());
            }
        });
        clusters.forEach(entry -> step(entry.getKey(), entry.getValue(), now));
    }

    private void step(Key key, Stored cluster, Instant now) {
        var queue =
                cluster.tree().path("metadata").path("labels").path(QUEUE_LABEL).asText();
        if (queue.isEmpty()) {
            var suspended = cluster.tree().path("spec").path("suspend").asBoolean();
            report(key, cluster, suspended ? null : cluster.since(), now);
            return;
        }
        var gpus = RayPods.gpus(cluster.tree());
        var free = timings.gpus()
                - admitted.values().stream().mapToInt(Admission::gpus).sum();
        if (!lacks.queue()
                && !evicted(key, cluster)
                && !admitted.containsKey(cluster.uid())
                && Life.passed(cluster, timings.admission(), now)
                && gpus <= free) {
            admitted.put(cluster.uid(), new Admission(gpus, now));
        }
        var admission = admitted.get(cluster.uid());
        var waiting = lacks.queue() ? "LocalQueue " + queue + " doesn't exist" : waiting(gpus, free);
        workload(key, cluster, admission != null, waiting, now);
        report(key, cluster, admission == null ? null : admission.at(), now);
    }

    /** In Kueue's words. */
    private String waiting(int gpus, int free) {
        if (gpus > timings.gpus()) {
            return "couldn't assign flavors to pod set workers: insufficient quota for nvidia.com/gpu in flavor "
                    + "simulated, previously considered podsets requests (0) + current podset request (" + gpus
                    + ") > maximum capacity (" + timings.gpus() + ")";
        }
        return gpus > free
                ? "couldn't assign flavors to pod set workers: insufficient unused quota for nvidia.com/gpu in flavor "
                        + "simulated, " + (gpus - free) + " more needed"
                : "the workload is being considered for admission";
    }

    private void workload(Key key, Stored cluster, boolean admitted, String waiting, Instant now) {
        var place = workload(key, cluster);
        if (store.find(place).isEmpty()) {
            store.create(place, newWorkload(key, cluster, place.name()), FieldOwners.nobody());
        }
        var next = store.find(place).orElseThrow().tree().deepCopy();
        var status = next.withObjectProperty("status");
        var blocked = lacks.queue() ? "Inadmissible" : "Pending";
        var condition = Conditions.of("QuotaReserved", admitted, admitted ? "QuotaReserved" : blocked);
        condition.put("message", admitted ? "Quota reserved in ClusterQueue simulated" : waiting);
        Conditions.set(status, condition, now);
        if (admitted || !status.path("conditions").path(1).isMissingNode()) {
            var words = admitted ? "The workload is admitted" : "The workload has no reservation";
            Conditions.set(
                    status,
                    Conditions.of("Admitted", admitted, admitted ? "Admitted" : "NoReservation")
                            .put("message", words),
                    now);
        }
        store.observed(place, next);
    }

    private static Key workload(Key key, Stored cluster) {
        var name = "raycluster-" + key.name() + "-" + cluster.uid().substring(0, 5);
        return new Key(Kinds.WORKLOAD, key.namespace(), name);
    }

    private boolean evicted(Key key, Stored cluster) {
        return store.find(workload(key, cluster)).stream()
                .flatMap(workload ->
                        workload.tree().path("status").path("conditions").valueStream())
                .anyMatch(condition -> condition.path("type").asText().equals("Evicted")
                        && condition.path("status").asText().equals("True"));
    }

    private static ObjectNode newWorkload(Key key, Stored cluster, String name) {
        var workload = JsonNodeFactory.instance.objectNode();
        workload.put("apiVersion", Kinds.WORKLOAD.apiVersion()).put("kind", "Workload");
        var metadata = workload.putObject("metadata").put("name", name);
        metadata.putObject("labels").put("kueue.x-k8s.io/job-uid", cluster.uid());
        metadata.putArray("ownerReferences")
                .addObject()
                .put("apiVersion", key.kind().apiVersion())
                .put("kind", key.kind().name())
                .put("name", key.name())
                .put("uid", cluster.uid())
                .put("controller", true)
                .put("blockOwnerDeletion", true);
        var queue = cluster.tree().path("metadata").path("labels").path(QUEUE_LABEL);
        workload.putObject("spec").put("active", true).set("queueName", queue);
        return workload;
    }

    /** @param from when its pods could start; null while they may not */
    private void report(Key key, Stored cluster, @Nullable Instant from, Instant now) {
        var next = cluster.tree().deepCopy();
        var ready = from != null
                && !now.isBefore(from.plus(timings.ready()))
                && !pods.stuck(key, cluster, RayPods.templates(next), now);
        var queued = !next.path("metadata").path("labels").path(QUEUE_LABEL).isMissingNode();
        if (queued) {
            // Kueue's doing: its webhook suspends what is new, its controller lets it go.
            next.withObjectProperty("spec").put("suspend", from == null);
        }
        var status = next.withObjectProperty("status");
        var workers = RayPods.workers(next);
        status.put("desiredWorkerReplicas", workers).put("desiredGPU", Integer.toString(RayPods.gpus(next)));
        status.put(
                "observedGeneration", next.path("metadata").path("generation").asLong());
        for (var count : List.of("readyWorkerReplicas", "availableWorkerReplicas")) {
            if (ready && workers > 0) {
                status.put(count, workers);
            } else {
                status.remove(count);
            }
        }
        if (ready) {
            status.put("state", "ready");
            status.withObjectProperty("head").put("serviceName", key.name() + "-head-svc");
        } else if (from == null) {
            status.put("state", "suspended");
        }
        // Otherwise as it was: KubeRay leaves "suspended" until everything is ready, long after Kueue has let it in.
        Conditions.set(status, Conditions.of("RayClusterSuspended", from == null, "RayClusterSuspended"), now);
        var pods = ready ? "HeadPodRunningAndReady" : "HeadPodNotFound";
        Conditions.set(status, Conditions.of("HeadPodReady", ready, pods), now);
        var provisioned = ready ? "AllPodRunningAndReadyFirstTime" : "RayClusterPodsProvisioning";
        Conditions.set(status, Conditions.of("RayClusterProvisioned", ready, provisioned), now);
        store.observed(key, next);
    }
}
