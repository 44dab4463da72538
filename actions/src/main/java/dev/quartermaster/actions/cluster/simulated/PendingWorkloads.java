package dev.quartermaster.actions.cluster.simulated;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quartermaster.actions.cluster.simulated.object.ApiAnswer;
import dev.quartermaster.actions.cluster.simulated.object.Kinds;
import dev.quartermaster.actions.cluster.simulated.object.Store;
import java.util.List;
import java.util.Optional;

/** Kueue's visibility API (v1beta2): what waits in a LocalQueue, in the order in which it was made, counted from 0. */
final class PendingWorkloads {
    private PendingWorkloads() {}

    /** Empty for a path that isn't its. */
    static Optional<ApiAnswer> answer(List<String> path, Store store) {
        if (path.size() != 8
                || !path.subList(0, 4).equals(List.of("apis", "visibility.kueue.x-k8s.io", "v1beta2", "namespaces"))
                || !path.get(5).equals("localqueues")
                || !path.get(7).equals("pendingworkloads")) {
            return Optional.empty();
        }
        return Optional.of(ApiAnswer.Given.ok(summary(path.get(4), path.get(6), store)));
    }

    private static ObjectNode summary(String namespace, String queue, Store store) {
        var summary = JsonNodeFactory.instance.objectNode();
        summary.put("apiVersion", "visibility.kueue.x-k8s.io/v1beta2").put("kind", "PendingWorkloadsSummary");
        summary.putObject("metadata");
        var items = summary.putArray("items");
        var position = 0;
        for (var entry : store.all()) {
            var workload = entry.getValue().tree();
            if (!entry.getKey().kind().equals(Kinds.WORKLOAD) || admitted(workload)) {
                continue;
            }
            if (entry.getKey().namespace().equals(namespace)
                    && workload.path("spec").path("queueName").asText().equals(queue)) {
                var item = items.addObject();
                item.putObject("metadata").put("name", entry.getKey().name()).put("namespace", namespace);
                item.put("localQueueName", queue).put("priority", 0);
                item.put("positionInLocalQueue", items.size() - 1).put("positionInClusterQueue", position);
            }
            position++;
        }
        return summary;
    }

    private static boolean admitted(ObjectNode workload) {
        return workload.path("status")
                .path("conditions")
                .valueStream()
                .anyMatch(condition -> condition.path("type").asText().equals("Admitted")
                        && condition.path("status").asText().equals("True"));
    }
}
