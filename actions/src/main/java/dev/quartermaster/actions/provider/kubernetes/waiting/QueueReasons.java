package dev.quartermaster.actions.provider.kubernetes.waiting;

import dev.quartermaster.actions.provider.kubernetes.manifest.ForeignWords;
import dev.quartermaster.actions.provider.kubernetes.manifest.Tree;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What Kueue waits for, from its Workload's conditions. Only those say whether something is queued: a RayCluster's own
 * state stays "suspended" until all its pods are ready (KubeRay 1.7), long after it was let in.
 */
final class QueueReasons {
    private static final String QUEUE = "kueue.x-k8s.io/queue-name";
    /** What Kueue's flavor assigner says of a resource that is short; seen with 0.18.6. */
    private static final Pattern SHORT =
            Pattern.compile("insufficient unused quota for (\\S+) in flavor [^,]*, (\\d+) more");

    private static final Pattern TOO_LARGE =
            Pattern.compile("for (\\S+) in flavor [^>]* > maximum capacity \\((\\d+)\\)");
    private static final Pattern NO_QUEUE = Pattern.compile("(LocalQueue|ClusterQueue) (\\S*) ?doesn't exist");
    private static final Pattern CLOSED = Pattern.compile("(LocalQueue|ClusterQueue) (\\S*) ?is (inactive|stopped)");
    private static final Pattern NO_FLAVOR =
            Pattern.compile("doesn't match node affinity|untolerated taint|unavailable in ClusterQueue|no flavor");
    /** It says only that nobody has looked yet; of what was preempted, what its Evicted condition says as well. */
    private static final Pattern IN_TURN = Pattern.compile("(?i)being considered|pending evaluation|^preempted|^\\s*$");

    /** {@code Preempted to accommodate a workload (UID: …, JobUID: …) due to …; preemptor path: …} */
    private static final Pattern CAUSE = Pattern.compile("due to ([^;]+)");

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private QueueReasons() {}

    static Optional<WaitingReason> of(ClusterSnapshot seen) {
        return seen.objects().stream()
                .filter(object -> !object.at("metadata", "labels").text(QUEUE).isEmpty())
                .flatMap(object -> queued(object, seen).stream())
                .findFirst();
    }

    private static Optional<WaitingReason> queued(Tree object, ClusterSnapshot seen) {
        var workload = seen.workloads().stream()
                .filter(each -> ownedBy(each, object))
                .filter(each -> !ClusterSnapshot.holds(each, "Finished", "True"))
                .findFirst();
        if (workload.isEmpty()) {
            return object.at("spec").flag("suspend") ? Optional.of(unseen(object, seen)) : Optional.empty();
        }
        return ClusterSnapshot.holds(workload.get(), "Admitted", "True")
                ? Optional.empty()
                : Optional.of(placed(waiting(object, workload.get()), workload.get(), seen));
    }

    /** With its place in the queue, where Kueue tells it; Kueue counts from 0. */
    private static WaitingReason placed(WaitingReason reason, Tree workload, ClusterSnapshot seen) {
        var name = workload.at("metadata").text("name");
        return seen.pending().stream()
                .filter(each -> each.at("metadata").text("name").equals(name))
                .filter(each -> each.has("positionInClusterQueue") && reason.trouble() == null)
                .findFirst()
                .map(each ->
                        reason.adding(", position " + (each.number("positionInClusterQueue") + 1) + " in the queue"))
                .orElse(reason);
    }

    /** Nobody has made a Workload of it: soon after its making, or for ever where Kueue doesn't run. */
    private static WaitingReason unseen(Tree object, ClusterSnapshot seen) {
        var readable = !seen.workloads().isEmpty();
        var created = object.at("metadata").text("creationTimestamp");
        return readable && seen.olderThan(created, PATIENCE)
                ? WaitingReason.forPlatform(
                        "queue-silent",
                        "queued, but nothing has taken it up",
                        "Kueue has made no Workload of " + named(object) + ": does it run, and is "
                                + object.text("kind") + " among its integrations?")
                : WaitingReason.passing(inTurn(object));
    }

    private static WaitingReason waiting(Tree object, Tree workload) {
        if (Boolean.FALSE.equals(workload.at("spec").fields().get("active"))) {
            return WaitingReason.forPlatform(
                    "queue-deactivated",
                    "it was taken out of the queue",
                    "The Workload of " + named(object) + " is not active any more: " + said(workload, "Evicted"));
        }
        if (ClusterSnapshot.holds(workload, "QuotaReserved", "True")) {
            return WaitingReason.passing("queued: its room is set aside, the queue's last checks are still going on");
        }
        var reason = waiting(object, message(workload, "QuotaReserved"));
        return ClusterSnapshot.condition(workload, "Evicted")
                .filter(evicted -> evicted.text("status").equals("True"))
                .map(evicted -> new WaitingReason(evicted(evicted) + ", and is " + reason.words(), reason.trouble()))
                .orElse(reason);
    }

    /** Kueue's reasons (v1beta2), of which only one is other work. */
    private static String evicted(Tree condition) {
        return switch (condition.text("reason")) {
            case "Preempted" -> {
                var cause = CAUSE.matcher(condition.text("message"));
                yield "it was preempted" + (cause.find() ? " (" + ForeignWords.brief(cause.group(1)) + ")" : "")
                        + " to make room for other work";
            }
            case "PodsReadyTimeout" -> "it was put back because its pods took too long to start";
            case "NodeFailures" -> "it was put back because a node of it failed";
            case "AdmissionCheck" -> "it was put back because a check of its admission failed";
            case "ClusterQueueStopped", "LocalQueueStopped" -> "it was put back because its queue was stopped";
            default -> "it was put back (" + ForeignWords.brief(condition.text("reason")) + ")";
        };
    }

    private static WaitingReason waiting(Tree object, String said) {
        var noQueue = NO_QUEUE.matcher(said);
        if (noQueue.find()) {
            return WaitingReason.forPlatform(
                    "missing-queue",
                    "queued, but the queue it is for isn't set up",
                    "Kueue has no " + queue(noQueue, object) + ", which " + named(object)
                            + " waits in. Make it, or correct the golden path's label " + QUEUE + ".");
        }
        var closed = CLOSED.matcher(said);
        if (closed.find()) {
            return WaitingReason.forPlatform(
                    "closed-queue",
                    "queued, but the queue is closed",
                    "Kueue's " + queue(closed, object) + " is " + closed.group(3) + "; " + named(object)
                            + " waits in it.");
        }
        var tooLarge = TOO_LARGE.matcher(said);
        if (tooLarge.find()) {
            return WaitingReason.passing("queued, but it asks for more " + resource(tooLarge.group(1), 2)
                    + " than the queue has in all (" + tooLarge.group(2) + "): stop it and ask for fewer");
        }
        var missing = SHORT.matcher(said);
        if (missing.find()) {
            var count = missing.group(2);
            return WaitingReason.passing(
                    "queued: waiting for " + count + " more " + resource(missing.group(1), count.equals("1") ? 1 : 2));
        }
        if (NO_FLAVOR.matcher(said).find()) {
            return WaitingReason.forPlatform(
                    "no-flavor",
                    "queued, but the queue has nothing of the kind it asks for",
                    "Kueue can't place " + named(object) + ": \"" + ForeignWords.brief(said) + "\"");
        }
        return WaitingReason.passing(
                IN_TURN.matcher(said).find() ? inTurn(object) : "queued: " + ForeignWords.brief(said));
    }

    private static String queue(Matcher found, Tree object) {
        var namespace = object.at("metadata").text("namespace");
        var where = found.group(1).equals("LocalQueue") ? " in the namespace " + namespace : "";
        return found.group(1) + " \"" + ForeignWords.brief(found.group(2)) + "\"" + where;
    }

    private static String inTurn(Tree object) {
        var gpus = object.at("status").number("desiredGPU");
        return "queued: waiting for " + (gpus > 0 ? gpus + " " + resource("nvidia.com/gpu", gpus) : "its turn");
    }

    private static String message(Tree workload, String type) {
        return ClusterSnapshot.condition(workload, type)
                .map(condition -> condition.text("message"))
                .orElse("");
    }

    private static String said(Tree workload, String type) {
        return "\"" + ForeignWords.brief(message(workload, type)) + "\"";
    }

    private static String named(Tree object) {
        return object.text("kind") + " " + object.at("metadata").text("namespace") + "/"
                + object.at("metadata").text("name");
    }

    static String resource(String name, long count) {
        return name.endsWith("/gpu") ? (count == 1 ? "GPU" : "GPUs") : ForeignWords.brief(name);
    }

    private static boolean ownedBy(Tree workload, Tree owner) {
        var uid = owner.at("metadata").text("uid");
        List<Tree> references = workload.at("metadata").items("ownerReferences");
        return references.stream().anyMatch(reference -> reference.text("uid").equals(uid));
    }
}
