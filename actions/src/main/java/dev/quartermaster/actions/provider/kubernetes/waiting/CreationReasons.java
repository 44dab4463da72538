package dev.quartermaster.actions.provider.kubernetes.waiting;

import dev.quartermaster.actions.provider.kubernetes.manifest.ForeignWords;
import dev.quartermaster.actions.provider.kubernetes.manifest.Tree;
import java.util.Optional;
import java.util.regex.Pattern;

/** Why a controller can't make the pods at all: from its conditions where it has such, from its events otherwise. */
final class CreationReasons {
    private static final String[] FAILED = {"FailedCreate", "FailedToCreateHeadPod", "FailedToCreateWorkerPod"};
    private static final String[] MADE = {"SuccessfulCreate", "CreatedHeadPod", "CreatedWorkerPod"};
    private static final Pattern QUOTA = Pattern.compile(
            "exceeded quota: \\S+, requested: (\\S+?)=?(?:,\\S+)?, used: (\\S+?)(?:,\\S+)?, limited: (\\S+?)(?:,\\S+)?(?:\\s|$)");

    private CreationReasons() {}

    static Optional<WaitingReason> of(ClusterSnapshot seen) {
        return seen.objects("StatefulSet", "Deployment", "Job", "RayCluster").stream()
                .flatMap(object -> said(object, seen).map(words -> reason(object, words)).stream())
                .findFirst();
    }

    private static Optional<String> said(Tree object, ClusterSnapshot seen) {
        var failure = ClusterSnapshot.condition(object, "ReplicaFailure")
                .filter(condition -> condition.text("status").equals("True"))
                .map(condition -> condition.text("message"));
        if (failure.isPresent()) {
            return failure;
        }
        var failed = seen.event(object, FAILED);
        var made = seen.event(object, MADE);
        return failed.filter(event ->
                        made.isEmpty() || ClusterSnapshot.at(made.get()).isBefore(ClusterSnapshot.at(event)))
                .map(event -> event.text("message"));
    }

    private static WaitingReason reason(Tree object, String said) {
        var todo = "The cluster makes no pods for " + ClusterSnapshot.quoted(object, said);
        var quota = QUOTA.matcher(said);
        if (said.contains("exceeded quota")) {
            var numbers = quota.find()
                    ? " (asked for " + ForeignWords.brief(quota.group(1)) + ", in use "
                            + ForeignWords.brief(quota.group(2)) + " of " + ForeignWords.brief(quota.group(3)) + ")"
                    : "";
            return WaitingReason.forPlatform(
                    "quota-exceeded",
                    "the team's share of the cluster is used up" + numbers
                            + ": stopping something of the team's makes room",
                    todo);
        }
        if (said.contains("PodSecurity")) {
            return WaitingReason.forPlatform("pod-security", "the cluster's security rules don't let it start", todo);
        }
        return said.contains("forbidden")
                ? WaitingReason.forPlatform("forbidden", "the cluster doesn't allow it to start", todo)
                : WaitingReason.forPlatform("no-pods", "the cluster can't start it", todo);
    }
}
