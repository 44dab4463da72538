package dev.quartermaster.actions.cluster.simulated.life;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** What the Spark operator (2.5) would say of its kinds. A failure that somebody wrote there stands. */
final class SparkStates {
    private SparkStates() {}

    static void application(ObjectNode next, boolean ready) {
        var status = next.withObjectProperty("status");
        var state = status.withObjectProperty("applicationState");
        if (!state.path("state").asText().equals("FAILED")) {
            state.put("state", ready ? "COMPLETED" : "SUBMITTED");
            status.put("submissionAttempts", 1);
        }
    }

    static void connect(ObjectNode next, boolean ready) {
        var status = next.withObjectProperty("status");
        if (!status.path("state").asText().equals("Failed")) {
            status.put("state", ready ? "Ready" : "Provisioning");
            var service = next.path("metadata").path("name").asText() + "-server";
            status.withObjectProperty("server").put("serviceName", service);
        }
    }
}
