package dev.quartermaster.actions.cluster.simulated;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import dev.quartermaster.actions.cluster.simulated.object.ApiAnswer;
import dev.quartermaster.actions.cluster.simulated.object.Scope;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** One open watch: looks for changes a few times a second and ends when the other side or the server does. */
final class Watch {
    private static final Duration PAUSE = Duration.ofMillis(100);

    /** Clients open it again; until then a client that went away in silence costs a sleeping thread. */
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final Api api;
    private final ObjectMapper mapper;
    private final Scope scope;

    Watch(Api api, ObjectMapper mapper, Scope scope) {
        this.api = api;
        this.mapper = mapper;
        this.scope = scope;
    }

    void stream(HttpExchange exchange, long from) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, 0);
        try (var out = exchange.getResponseBody()) {
            var seen = from;
            var end = System.nanoTime() + LONGEST.toNanos();
            while (System.nanoTime() < end) {
                var changes = api.changes(seen, scope);
                if (changes.isEmpty()) {
                    var gone = ApiAnswer.Refused.of(410, "Expired", "too old resource version: " + seen);
                    line(out, "ERROR", gone.status());
                    return;
                }
                for (var change : changes.get()) {
                    line(out, change.type(), change.tree());
                    seen = change.version();
                }
                Thread.sleep(PAUSE);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void line(OutputStream out, String type, ObjectNode object) throws IOException {
        var event = mapper.createObjectNode().put("type", type);
        event.set("object", object);
        out.write((mapper.writeValueAsString(event) + "\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
