package dev.quartermaster.actions.provider.kubernetes.waiting;

import dev.quartermaster.actions.cluster.Cluster;
import dev.quartermaster.actions.cluster.ClusterResult;
import dev.quartermaster.actions.cluster.ClusterResult.Done;
import dev.quartermaster.actions.cluster.Labels;
import dev.quartermaster.actions.provider.kubernetes.manifest.ObjectKinds;
import dev.quartermaster.actions.provider.kubernetes.manifest.Tree;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Reads what may say why a part isn't ready. What we may not read, or can't just now, is left out. */
public final class ClusterSnapshotReader {
    /** Of many pods a few say the same; each costs a call. */
    private static final int PODS_ASKED_ABOUT = 3;

    private static final String QUEUE = "kueue.x-k8s.io/queue-name";

    private final Cluster cluster;
    private final InstantSource clock;

    public ClusterSnapshotReader(Cluster cluster, InstantSource clock) {
        this.cluster = cluster;
        this.clock = clock;
    }

    public ClusterSnapshot read(List<Map<String, Object>> objects, String namespace, Labels labels) {
        var seen = objects.stream().map(Tree::of).toList();
        var pods = trees(cluster.list("v1", "Pod", namespace, labels.ofPart()));
        var queued = seen.stream()
                .anyMatch(object -> !object.at("metadata", "labels").text(QUEUE).isEmpty());
        var workloads = queued
                ? trees(cluster.list("kueue.x-k8s.io/v1beta2", "Workload", namespace, Map.of()))
                : List.<Tree>of();
        var queues = queued ? pending(seen, namespace) : List.<Tree>of();
        var events = Stream.concat(seen.stream().filter(ObjectKinds.known()::waits), waiting(pods))
                .map(object -> object.at("metadata").text("uid"))
                .flatMap(uid -> trees(cluster.events(namespace, uid)).stream())
                .toList();
        return new ClusterSnapshot(seen, pods, workloads, queues, events, clock.instant());
    }

    /** One entry a workload that waits, with its place. */
    private List<Tree> pending(List<Tree> objects, String namespace) {
        return objects.stream()
                .map(object -> object.at("metadata", "labels").text(QUEUE))
                .filter(queue -> queue.matches("[-a-z0-9]+"))
                .distinct()
                .flatMap(queue -> cluster.pending(namespace, queue) instanceof Done<Map<String, Object>>(var summary)
                        ? Tree.of(summary).items("items").stream()
                        : Stream.empty())
                .toList();
    }

    private static Stream<Tree> waiting(List<Tree> pods) {
        return pods.stream()
                .filter(pod -> !ClusterSnapshot.holds(pod, "Ready", "True"))
                .limit(PODS_ASKED_ABOUT);
    }

    private static List<Tree> trees(ClusterResult<List<Map<String, Object>>> result) {
        return result instanceof Done<List<Map<String, Object>>>(var found)
                ? found.stream().map(Tree::of).toList()
                : List.of();
    }
}
