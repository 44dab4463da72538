package dev.quartermaster.actions.cluster.simulated;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.quartermaster.actions.cluster.simulated.life.Lacks;
import dev.quartermaster.actions.cluster.simulated.life.Timings;
import dev.quartermaster.actions.cluster.simulated.object.ApiAnswer;
import dev.quartermaster.actions.cluster.simulated.object.Kinds;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;

/**
 * A Kubernetes API on loopback that makes nothing and says so: every response carries {@code X-Quartermaster-Simulated:
 * true} and its version contains {@code simulated}. Its state is in memory and gone with the process; several
 * processes share one by its URL. It asks for no credentials, which is why it listens on loopback only.
 */
public final class SimulatedCluster implements AutoCloseable {
    /** Larger than etcd takes (1.5 MiB); a larger body is refused before it is read on. */
    private static final int LARGEST_BODY = 3 * 1024 * 1024;

    private static final Pattern HERE = Pattern.compile("(?:localhost|127\\.0\\.0\\.1|\\[::1])(?::\\d{1,5})?");

    private static final TypeReference<Map<String, Object>> TREE = new TypeReference<>() {};

    private final ObjectMapper mapper = new ObjectMapper();
    private final HttpServer server;
    private final ExecutorService threads;
    private final Api api;
    private final Map<String, Set<Asked>> asked = new ConcurrentHashMap<>();

    private SimulatedCluster(HttpServer server, ExecutorService threads, Api api) {
        this.server = server;
        this.threads = threads;
        this.api = api;
    }

    /**
     * @param port 0 for any that is free
     * @throws UncheckedIOException when the port is taken
     */
    public static SimulatedCluster start(int port, Timings timings) {
        return start(port, timings, Lacks.nothing());
    }

    /** One that isn't set up wholly, as many are at first. */
    public static SimulatedCluster start(int port, Timings timings, Lacks lacks) {
        return start(port, timings, lacks, InstantSource.system());
    }

    static SimulatedCluster start(int port, Timings timings, Lacks lacks, InstantSource clock) {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            var threads = Executors.newVirtualThreadPerTaskExecutor();
            var cluster = new SimulatedCluster(server, threads, new Api(timings, lacks, clock));
            server.setExecutor(threads);
            server.createContext("/", cluster::handle);
            server.start();
            return cluster;
        } catch (IOException e) {
            throw new UncheckedIOException("The simulated cluster can't listen on port " + port, e);
        }
    }

    /** Whether it knows which fields an object of this kind may have, and so refuses others. */
    public static boolean knowsFieldsOf(String apiVersion, String kind) {
        var kinds = new Kinds(Set.of());
        return kinds.all().stream()
                .filter(each ->
                        each.apiVersion().equals(apiVersion) && each.name().equals(kind))
                .anyMatch(each ->
                        each.equals(Kinds.RAY_CLUSTER) || kinds.model(each).isPresent());
    }

    public URI url() {
        return URI.create("http://" + InetAddress.getLoopbackAddress().getHostAddress() + ":"
                + server.getAddress().getPort());
    }

    /** Every object that carries all of these labels, as JSON trees, in the order they were made. */
    public List<Map<String, Object>> objects(Map<String, String> labels) {
        return api.labelled(labels).stream()
                .map(tree -> mapper.convertValue(tree, TREE))
                .toList();
    }

    /** What the clients of this name did with which resources, whatever came of it. */
    public Set<Asked> asked(String agent) {
        return asked.computeIfAbsent(agent, _ -> ConcurrentHashMap.newKeySet());
    }

    /** Open watches end; nothing waits for them. */
    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getResponseHeaders().set("X-Quartermaster-Simulated", "true");
            if (!here(exchange)) {
                var message = "The simulated cluster answers this machine only, by its loopback address";
                refuse(exchange, ApiAnswer.Refused.of(403, "Forbidden", message));
                return;
            }
            var body = exchange.getRequestBody().readNBytes(LARGEST_BODY + 1);
            if (body.length > LARGEST_BODY) {
                var message = "Request entity too large: limit is " + LARGEST_BODY;
                refuse(exchange, ApiAnswer.Refused.of(413, "RequestEntityTooLarge", message));
                return;
            }
            var type = exchange.getRequestHeaders().getFirst("Content-Type");
            var call = Call.of(exchange.getRequestMethod(), exchange.getRequestURI(), type == null ? "" : type, body);
            var agent = exchange.getRequestHeaders().getFirst("User-Agent");
            var asked = asked(agent == null ? "" : agent);
            Asked.of(call).ifPresent(asked::add);
            var answer = api.answer(call);
            // What an apply or an update makes wants the right to create as well.
            if (answer instanceof ApiAnswer.Given given && given.code() == 201) {
                Asked.of(call).map(Asked::creating).ifPresent(asked::add);
            }
            answer(exchange, answer);
        }
    }

    /**
     * A page in this machine's browser reaches loopback too: under a name of its own that resolves here (DNS rebinding), which
     * the Host header shows, or across sites, which the Origin header does. Programs that use a cluster send none, or this address where they watch.
     */
    private static boolean here(HttpExchange exchange) {
        var host = exchange.getRequestHeaders().getFirst("Host");
        var origin = exchange.getRequestHeaders().getFirst("Origin");
        return host != null && HERE.matcher(host).matches() && (origin == null || origin.equals("http://" + host));
    }

    private void answer(HttpExchange exchange, ApiAnswer answer) throws IOException {
        switch (answer) {
            case ApiAnswer.Given(var code, var body, var warnings) -> {
                for (var warning : warnings) {
                    exchange.getResponseHeaders().add("Warning", "299 - \"" + warning.replace("\"", "\\\"") + "\"");
                }
                send(exchange, code, body);
            }
            case ApiAnswer.Refused refused -> refuse(exchange, refused);
            // A 200 without the upgrade tells the client library to watch over plain HTTP instead of a web socket.
            case ApiAnswer.Watching _
            when "websocket".equalsIgnoreCase(exchange.getRequestHeaders().getFirst("Upgrade")) ->
                exchange.sendResponseHeaders(200, -1);
            case ApiAnswer.Watching watching ->
                new Watch(api, mapper, watching.scope()).stream(exchange, watching.from());
        }
    }

    private void refuse(HttpExchange exchange, ApiAnswer.Refused refused) throws IOException {
        send(exchange, refused.code(), refused.status());
    }

    private void send(HttpExchange exchange, int code, JsonNode body) throws IOException {
        var bytes = mapper.writeValueAsString(body).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(code, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
