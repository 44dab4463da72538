package dev.quartermaster.bot.slack.stand;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.slack.api.bolt.util.QueryStringParser;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Slack's Web API over HTTP: remembers what was said, refuses what it is told to refuse. */
public final class FakeSlack implements AutoCloseable {
    public static final String TEAM = "T0TEST";
    public static final String BOT = "U0BOT";

    private final HttpServer server;
    private final AtomicLong clock = new AtomicLong(System.currentTimeMillis() * 1_000);
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final List<Post> posts = new CopyOnWriteArrayList<>();
    private final Map<String, JsonObject> users = new ConcurrentHashMap<>();
    private volatile String socket = "";
    private volatile Fault fault = call -> Optional.empty();

    /** @param at System.nanoTime() when it came in */
    public record Call(String method, Map<String, String> arguments, long at) {
        public String get(String name) {
            return arguments.getOrDefault(name, "");
        }
    }

    /** One message as it stands now. */
    public record Post(String channel, String ts, String thread, String text, String blocks, String metadata) {}

    /** @param drop takes effect, and then the line goes dead. */
    public record Trouble(int status, String body, @Nullable String retryAfter, boolean drop) {
        public static Trouble limited(int seconds) {
            return new Trouble(429, "{\"ok\":false,\"error\":\"ratelimited\"}", "" + seconds, false);
        }

        public static Trouble refused(String error) {
            return new Trouble(200, "{\"ok\":false,\"error\":\"" + error + "\"}", null, false);
        }

        public static Trouble broken() {
            return new Trouble(503, "upstream", null, false);
        }

        public static Trouble takenAndLost() {
            return new Trouble(500, "lost", null, true);
        }
    }

    public interface Fault {
        Optional<Trouble> on(Call call);
    }

    public FakeSlack() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/api/", this::answer);
        server.start();
        for (String known : List.of("ana", "mia", "omar", "dan", "lee")) user("U0" + known.toUpperCase(), known);
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/api/");
    }

    public void fault(Fault fault) {
        this.fault = fault;
    }

    /** What {@code apps.connections.open} answers. */
    public void socket(String url) {
        socket = url;
    }

    public void reset() {
        fault = call -> Optional.empty();
        calls.clear();
        posts.clear();
    }

    public List<Call> calls(String method) {
        return calls.stream().filter(each -> each.method().equals(method)).toList();
    }

    public List<Post> posts() {
        return posts;
    }

    public List<String> said(String channel) {
        return posts.stream()
                .filter(each -> each.channel().equals(channel))
                .map(Post::text)
                .toList();
    }

    /** A member, to be changed as a test needs. */
    public JsonObject user(String id, String name) {
        JsonObject user = new JsonObject();
        user.addProperty("id", id);
        user.addProperty("team_id", TEAM);
        user.addProperty("tz", "Europe/London");
        JsonObject profile = new JsonObject();
        profile.addProperty("email", name + "@example.com");
        user.add("profile", profile);
        users.put(id, user);
        return user;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String method = exchange.getRequestURI().getPath().substring("/api/".length());
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Map<String, String> arguments = new ConcurrentHashMap<>();
        QueryStringParser.toMap(body).forEach((name, values) -> arguments.put(name, values.getFirst()));
        Call call = new Call(method, arguments, System.nanoTime());
        Optional<Trouble> trouble = fault.on(call);
        calls.add(call);
        if (trouble.isPresent()) {
            if (trouble.get().drop()) done(call);
            if (trouble.get().retryAfter() != null) {
                exchange.getResponseHeaders().set("Retry-After", trouble.get().retryAfter());
            }
            respond(exchange, trouble.get().status(), trouble.get().body());
        } else {
            respond(exchange, 200, done(call).toString());
        }
    }

    private static void respond(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
        exchange.sendResponseHeaders(status, bytes.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    private synchronized JsonObject done(Call call) {
        return switch (call.method()) {
            case "auth.test" -> ok("team_id", TEAM, "user_id", BOT, "team", "Test");
            case "users.info" -> user(Optional.ofNullable(users.get(call.get("user"))));
            case "users.lookupByEmail" ->
                user(users.values().stream()
                        .filter(each -> each.getAsJsonObject("profile").has("email")
                                && each.getAsJsonObject("profile")
                                        .get("email")
                                        .getAsString()
                                        .equals(call.get("email")))
                        .findFirst());
            case "conversations.open" ->
                with("channel", ok("id", "D" + call.get("users").substring(1)));
            case "chat.postMessage" -> post(call);
            case "chat.update" -> update(call);
            case "conversations.history", "conversations.replies" -> history(call);
            case "apps.connections.open" -> ok("url", socket);
            case "chat.postEphemeral", "views.publish", "views.open" -> ok();
            default -> refused("unknown_method");
        };
    }

    private JsonObject post(Call call) {
        String micros = "" + clock.addAndGet(100);
        String ts = micros.substring(0, 10) + "." + micros.substring(10);
        posts.add(new Post(
                call.get("channel"),
                ts,
                call.get("thread_ts"),
                call.get("text"),
                call.get("blocks"),
                call.get("metadata")));
        return ok("channel", call.get("channel"), "ts", ts);
    }

    private JsonObject update(Call call) {
        for (int i = 0; i < posts.size(); i++) {
            Post old = posts.get(i);
            if (!old.channel().equals(call.get("channel")) || !old.ts().equals(call.get("ts"))) continue;
            posts.set(
                    i,
                    new Post(
                            old.channel(),
                            old.ts(),
                            old.thread(),
                            call.get("text"),
                            call.get("blocks"),
                            old.metadata()));
            return ok("channel", old.channel(), "ts", old.ts());
        }
        return refused("message_not_found");
    }

    private JsonObject history(Call call) {
        JsonArray messages = new JsonArray();
        posts.stream()
                .filter(each -> each.channel().equals(call.get("channel")))
                .forEach(each -> {
                    JsonObject message = ok("ts", each.ts(), "text", each.text());
                    if (!each.metadata().isEmpty()) message.add("metadata", JsonParser.parseString(each.metadata()));
                    messages.add(message);
                });
        JsonObject answer = ok();
        answer.add("messages", messages);
        return answer;
    }

    private static JsonObject user(Optional<JsonObject> user) {
        return user.map(each -> with("user", each)).orElseGet(() -> refused("user_not_found"));
    }

    private static JsonObject with(String name, JsonObject value) {
        JsonObject answer = ok();
        answer.add(name, value);
        return answer;
    }

    private static JsonObject refused(String error) {
        JsonObject answer = new JsonObject();
        answer.addProperty("ok", false);
        answer.addProperty("error", error);
        return answer;
    }

    private static JsonObject ok(String... pairs) {
        JsonObject answer = new JsonObject();
        answer.addProperty("ok", true);
        for (int i = 0; i < pairs.length; i += 2) answer.addProperty(pairs[i], pairs[i + 1]);
        return answer;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
