package dev.quartermaster.actions.cluster.simulated.life;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;

/** What a RayCluster's pods add up to. */
final class RayPods {
    private RayPods() {}

    static Stream<JsonNode> templates(JsonNode cluster) {
        var spec = cluster.path("spec");
        return Stream.concat(
                        Stream.of(spec.path("headGroupSpec")),
                        spec.path("workerGroupSpecs").valueStream())
                .map(group -> group.path("template"));
    }

    static int workers(JsonNode cluster) {
        return cluster.path("spec")
                .path("workerGroupSpecs")
                .valueStream()
                .mapToInt(RayPods::replicas)
                .sum();
    }

    static int gpus(JsonNode cluster) {
        var workers = cluster.path("spec")
                .path("workerGroupSpecs")
                .valueStream()
                .mapToInt(group -> replicas(group) * podGpus(group))
                .sum();
        return podGpus(cluster.path("spec").path("headGroupSpec")) + workers;
    }

    private static int replicas(JsonNode group) {
        return group.path("replicas").asInt(group.path("minReplicas").asInt());
    }

    /** Kubernetes wants requests of a device to equal its limits, so limits say it all. */
    private static int podGpus(JsonNode group) {
        return group.path("template")
                .path("spec")
                .path("containers")
                .valueStream()
                .mapToInt(container -> container
                        .path("resources")
                        .path("limits")
                        .path("nvidia.com/gpu")
                        .asInt())
                .sum();
    }
}
