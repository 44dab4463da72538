package dev.quartermaster.actions.provider.kubernetes;

import dev.quartermaster.actions.cluster.Cluster;
import dev.quartermaster.actions.cluster.ClusterResult.Done;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Why it isn't ready yet, in words for the asker; and whether it ever will be. */
final class Progress {
    /** Kueue's flavor assigner; seen with 0.18.6. */
    private static final Pattern SHORT =
            Pattern.compile("insufficient unused quota for (\\S+) in flavor .*?, (\\d+) more");

    private static final Pattern TOO_LARGE = Pattern.compile("for (\\S+) in flavor .* > maximum capacity \\((\\d+)\\)");
    private static final int LONGEST = 300;

    private final Cluster cluster;

    Progress(Cluster cluster) {
        this.cluster = cluster;
    }

    /** What the cluster has given up on. */
    Optional<String> broken(List<Map<String, Object>> objects) {
        for (var object : objects) {
            var tree = Tree.of(object);
            var status = tree.at("status");
            if (tree.text("kind").equals("RayCluster") && status.text("state").equals("failed")) {
                return Optional.of("The Ray cluster failed: " + brief(status.text("reason")));
            }
            for (var condition : status.items("conditions")) {
                if (tree.text("kind").equals("Job") && holds(condition, "Failed", "True")) {
                    return Optional.of("The job failed: " + brief(condition.text("message")));
                }
            }
        }
        return Optional.empty();
    }

    String words(List<Map<String, Object>> objects, String namespace) {
        for (var object : objects) {
            var tree = Tree.of(object);
            var status = tree.at("status");
            switch (tree.text("kind")) {
                case "RayCluster" -> {
                    return status.text("state").equals("suspended")
                            ? queued(tree, namespace)
                            : "starting: " + status.number("readyWorkerReplicas") + " of "
                                    + status.number("desiredWorkerReplicas") + " workers ready";
                }
                case "StatefulSet", "Deployment" -> {
                    return "starting: " + status.number("readyReplicas") + " of "
                            + tree.at("spec").number("replicas") + " ready";
                }
                case "Job" -> {
                    return "running";
                }
                default -> {
                    // Nothing that runs: the next object may.
                }
            }
        }
        return "being made";
    }

    private String queued(Tree rayCluster, String namespace) {
        var said = cluster.list("kueue.x-k8s.io/v1beta2", "Workload", namespace)
                        instanceof Done<List<Map<String, Object>>>(var workloads)
                ? workloads.stream()
                        .map(Tree::of)
                        .filter(workload -> ownedBy(workload, rayCluster))
                        .flatMap(workload -> workload.at("status").items("conditions").stream())
                        .filter(condition -> holds(condition, "QuotaReserved", "False"))
                        .map(condition -> condition.text("message"))
                        .findFirst()
                        .orElse("")
                : "";
        return queued(said, rayCluster.at("status").number("desiredGPU"));
    }

    /** @param said Kueue's reason, or empty */
    static String queued(String said, long gpus) {
        var tooLarge = TOO_LARGE.matcher(said);
        if (tooLarge.find()) {
            return "queued, but it asks for more " + resource(tooLarge.group(1), 2) + " than the queue has in all ("
                    + tooLarge.group(2) + "): stop it and ask for fewer";
        }
        var missing = SHORT.matcher(said);
        if (missing.find()) {
            var count = missing.group(2);
            return "queued: waiting for " + count + " more " + resource(missing.group(1), Long.parseLong(count));
        }
        if (gpus > 0) {
            return "queued: waiting for " + gpus + " " + resource("nvidia.com/gpu", gpus);
        }
        return said.isEmpty() ? "queued: waiting for its turn" : "queued: " + brief(said);
    }

    private static String resource(String name, long count) {
        return name.endsWith("/gpu") ? (count == 1 ? "GPU" : "GPUs") : name;
    }

    private static boolean ownedBy(Tree workload, Tree owner) {
        var uid = owner.at("metadata").text("uid");
        return workload.at("metadata").items("ownerReferences").stream()
                .anyMatch(reference -> reference.text("uid").equals(uid));
    }

    private static boolean holds(Tree condition, String type, String status) {
        return condition.text("type").equals(type) && condition.text("status").equals(status);
    }

    private static String brief(String words) {
        return words.length() <= LONGEST ? words : words.substring(0, LONGEST) + "…";
    }
}
