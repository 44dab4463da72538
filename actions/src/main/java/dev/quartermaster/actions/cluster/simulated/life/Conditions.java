package dev.quartermaster.actions.cluster.simulated.life;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** {@code status.conditions}: one entry a type, whose transition time moves only when its status does. */
final class Conditions {
    private Conditions() {}

    static ObjectNode of(String type, boolean holds, String reason) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("type", type)
                .put("status", holds ? "True" : "False")
                .put("reason", reason)
                .put("message", "");
    }

    static void set(ObjectNode status, ObjectNode condition, Instant now) {
        var list = status.withArrayProperty("conditions");
        for (var i = 0; i < list.size(); i++) {
            var old = list.get(i);
            if (old.path("type").equals(condition.path("type"))) {
                var same = old.path("status").equals(condition.path("status"));
                condition.set("lastTransitionTime", same ? old.path("lastTransitionTime") : time(now));
                list.set(i, condition);
                return;
            }
        }
        list.add(condition.set("lastTransitionTime", time(now)));
    }

    private static JsonNode time(Instant now) {
        return JsonNodeFactory.instance.textNode(
                now.truncatedTo(ChronoUnit.SECONDS).toString());
    }
}
