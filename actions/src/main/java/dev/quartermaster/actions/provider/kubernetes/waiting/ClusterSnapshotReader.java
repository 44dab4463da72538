package dev.quartermaster.actions.provider.kubernetes.waiting;

import dev.quartermaster.actions.cluster.ApiKind;
import dev.quartermaster.actions.cluster.Cluster;
import dev.quartermaster.actions.cluster.ClusterResult;
import dev.quartermaster.actions.cluster.ClusterResult.Done;
import dev.quartermaster.actions.cluster.ClusterRight;
import dev.quartermaster.actions.cluster.ClusterRight.Verb;
import dev.quartermaster.actions.cluster.ClusterRight.Where;
import dev.quartermaster.actions.cluster.ClusterRights;
import dev.quartermaster.actions.cluster.Labels;
import dev.quartermaster.actions.provider.kubernetes.manifest.ObjectKinds;
import dev.quartermaster.actions.provider.kubernetes.manifest.Tree;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Reads what may say why a part isn't ready. What we may not read, or can't just now, is left out. */
public final class ClusterSnapshotReader {
    /** Of many pods a few say the same; each costs a call. */
    private static final int PODS_ASKED_ABOUT = 3;

    private static final ApiKind POD = new ApiKind("v1", "Pod");
    private static final ApiKind EVENT = new ApiKind("v1", "Event");
    private static final ApiKind WORKLOAD = new ApiKind("kueue.x-k8s.io/v1beta2", "Workload");

    private static final String QUEUE = "kueue.x-k8s.io/queue-name";

    private final Cluster cluster;
    private final InstantSource clock;

    public ClusterSnapshotReader(Cluster cluster, InstantSource clock) {
        this.cluster = cluster;
        this.clock = clock;
    }

    /** @param queued whether anything waits in a queue of Kueue's */
    public static ClusterRights rights(boolean queued) {
        var pods = ClusterRight.inTeams(POD, Set.of(Verb.LIST), "says why a pod isn't ready");
        var events = ClusterRight.inTeams(EVENT, Set.of(Verb.LIST), "says what happened to what isn't ready");
        var workloads = ClusterRight.inTeams(WORKLOAD, Set.of(Verb.LIST), "says why something waits in a queue");
        var places = new ClusterRight(
                "visibility.kueue.x-k8s.io",
                "localqueues/pendingworkloads",
                Where.TEAMS,
                Set.of(Verb.GET),
                "says at which place of its queue something waits");
        return new ClusterRights(queued ? List.of(pods, events, workloads, places) : List.of(pods, events));
    }

    public ClusterSnapshot read(List<Map<String, Object>> objects, String namespace, Labels labels) {
        var seen = objects.stream().map(Tree::of).toList();
        var pods = trees(cluster.list(POD.apiVersion(), POD.kind(), namespace, labels.ofPart()));
        var queued = seen.stream()
                .anyMatch(object -> !object.at("metadata", "labels").text(QUEUE).isEmpty());
        var workloads = queued
                ? trees(cluster.list(WORKLOAD.apiVersion(), WORKLOAD.kind(), namespace, Map.of()))
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
