package dev.quartermaster.actions.provider.kubernetes.need;

import dev.quartermaster.actions.cluster.ClusterRight;
import dev.quartermaster.actions.cluster.ClusterRight.Verb;
import dev.quartermaster.actions.cluster.ClusterRight.Where;
import dev.quartermaster.actions.provider.kubernetes.need.ClusterFacts.RefusedRight;
import java.util.List;
import java.util.stream.Collectors;

/** Refused rights about one resource, in words and as the commands that grant them. */
final class RightWords {
    private RightWords() {}

    static String refused(List<RefusedRight> lacking) {
        return "We may not " + verbs(lacking, " or ") + " "
                + named(lacking.getFirst().right()) + ".";
    }

    /** With what isn't possible without. */
    static String refusedWithReason(List<RefusedRight> lacking) {
        return refused(lacking) + " It is what "
                + String.join(", and ", lacking.getFirst().right().why().split("; ")) + ".";
    }

    static String grant(List<RefusedRight> lacking) {
        var right = lacking.getFirst().right();
        var name = "quartermaster-" + right.resource().replace('/', '-');
        var cluster = right.where() == Where.CLUSTER;
        var role = cluster ? "clusterrole" : "role";
        var where = cluster ? "" : " --namespace=" + lacking.getFirst().namespace();
        return "kubectl create " + role + " " + name + " --verb=" + verbs(lacking, ",") + " --resource="
                + named(right) + where + "\nkubectl create " + role + "binding " + name + " --" + role + "=" + name
                + " --serviceaccount=NAMESPACE:ACCOUNT" + where + "    # ours";
    }

    private static String verbs(List<RefusedRight> lacking, String between) {
        return lacking.stream()
                .map(RefusedRight::verb)
                .distinct()
                .sorted()
                .map(Verb::word)
                .collect(Collectors.joining(between));
    }

    /** As kubectl takes it: {@code rayclusters.ray.io}, {@code localqueues.kueue.x-k8s.io/status}. */
    private static String named(ClusterRight right) {
        var slash = right.resource().indexOf('/');
        var plural = slash < 0 ? right.resource() : right.resource().substring(0, slash);
        var part = slash < 0 ? "" : right.resource().substring(slash);
        return plural + (right.group().isEmpty() ? "" : "." + right.group()) + part;
    }
}
