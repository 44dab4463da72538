package dev.quartermaster.actions.provider.kubernetes.waiting;

import dev.quartermaster.actions.provider.kubernetes.manifest.ForeignWords;
import dev.quartermaster.actions.provider.kubernetes.manifest.Tree;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What was read about a part at one moment. A list that we may not read is empty; nothing is concluded from that.
 *
 * @param objects those of the manifests that are there
 * @param pods those that carry the part's labels
 * @param workloads Kueue's, of the namespace
 * @param pending what waits in the same queues, each with its place, as Kueue's visibility API says it
 * @param events about the objects and pods that aren't ready
 */
public record ClusterSnapshot(
        List<Tree> objects, List<Tree> pods, List<Tree> workloads, List<Tree> pending, List<Tree> events, Instant now) {
    List<Tree> objects(String... kinds) {
        return objects.stream()
                .filter(object -> List.of(kinds).contains(object.text("kind")))
                .toList();
    }

    /** Whether all pods that are not over hold a node, whatever their containers do there. */
    boolean running() {
        var current = pods.stream()
                .filter(pod -> !pod.at("metadata").has("deletionTimestamp"))
                .filter(pod -> !List.of("Failed", "Succeeded")
                        .contains(pod.at("status").text("phase")))
                .toList();
        return !current.isEmpty() && current.stream().allMatch(ClusterSnapshot::running);
    }

    /** Of a node that is lost only the pod's own condition changes: its containers stay what they were last. */
    private static boolean running(Tree pod) {
        var lost = holds(pod, "Ready", "False") && holds(pod, "ContainersReady", "True");
        return pod.at("status").text("phase").equals("Running") && !lost && !holds(pod, "DisruptionTarget", "True");
    }

    /** The newest event about an object that has one of these reasons. */
    Optional<Tree> event(Tree about, String... reasons) {
        var uid = about.at("metadata").text("uid");
        return events.stream()
                .filter(event -> event.at("involvedObject").text("uid").equals(uid))
                .filter(event -> List.of(reasons).contains(event.text("reason")))
                .max(Comparator.comparing(ClusterSnapshot::at));
    }

    boolean olderThan(String time, java.time.Duration age) {
        return moment(time).map(then -> then.plus(age).isBefore(now)).orElse(false);
    }

    static Instant at(Tree event) {
        return moment(event.text("lastTimestamp"))
                .or(() -> moment(event.at("series").text("lastObservedTime")))
                .or(() -> moment(event.text("eventTime")))
                .orElse(Instant.EPOCH);
    }

    private static Optional<Instant> moment(String time) {
        try {
            return Optional.of(Instant.parse(time));
        } catch (DateTimeParseException notOne) {
            return Optional.empty();
        }
    }

    static boolean holds(Tree object, String type, String status) {
        return condition(object, type)
                .filter(each -> each.text("status").equals(status))
                .isPresent();
    }

    static Optional<Tree> condition(Tree object, String type) {
        return object.at("status").items("conditions").stream()
                .filter(condition -> condition.text("type").equals(type))
                .findFirst();
    }

    /** {@code pod team-growth/lab-0: "0/3 nodes are available"}, for the platform team. */
    static String quoted(Tree object, String said) {
        var metadata = object.at("metadata");
        return object.text("kind") + " " + metadata.text("namespace") + "/" + metadata.text("name") + ": \""
                + ForeignWords.brief(said) + "\"";
    }
}
