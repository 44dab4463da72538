package dev.quartermaster.deploy.trial;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.databind.JsonNode;

/** What may be wrong with Slack, one thing at a time; keeps who came before the time Slack had named. */
final class SlackTrouble {
    /** In Slack's {@code Retry-After}. */
    private static final Duration WAIT = Duration.ofSeconds(2);

    private final Map<String, Instant> quiet = new ConcurrentHashMap<>();
    private final List<String> early = new CopyOnWriteArrayList<>();
    private volatile Kind kind = Kind.NONE;
    private volatile int refused;

    enum Kind {
        NONE,
        /** 429 to whatever is said. */
        LIMITED,
        /** 503. */
        BROKEN,
        /** The connection ends without an answer, and nothing is done. */
        DOWN,
        /** What was said is said, and the connection ends without an answer. */
        DEAF
    }

    void is(Kind now) {
        kind = now;
    }

    /** Calls that Slack had asked to wait with. */
    List<String> early() {
        return List.copyOf(early);
    }

    int refused() {
        return refused;
    }

    /** @return whether that was the answer */
    boolean before(HttpExchange exchange, String method, JsonNode call) throws IOException {
        if (!method.startsWith("chat.")) {
            return false;
        }
        String what = method + " " + call.path("channel").asString("");
        Instant until = quiet.get(what);
        if (until != null && Instant.now().isBefore(until)) {
            early.add(what);
        }
        switch (kind) {
            case NONE, DEAF -> {
                return false;
            }
            case LIMITED -> {
                quiet.put(what, Instant.now().plus(WAIT));
                exchange.getResponseHeaders().set("Retry-After", Long.toString(WAIT.toSeconds()));
                exchange.sendResponseHeaders(429, -1);
            }
            case BROKEN -> exchange.sendResponseHeaders(503, -1);
            case DOWN -> {
                // No answer at all.
            }
        }
        refused++;
        exchange.close();
        return true;
    }

    boolean after(HttpExchange exchange, String method) {
        if (kind != Kind.DEAF || !method.startsWith("chat.")) {
            return false;
        }
        refused++;
        exchange.close();
        return true;
    }
}
