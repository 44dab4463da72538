package dev.quartermaster.bot.slack.stand;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Slack's Web API over HTTP, written from Slack's documentation alone and apart from the local workspace, so that a mistake
 * would have to be made twice. Remembers what was said, and refuses what it is told to refuse; the strict one also what
 * Slack's limits refuse.
 */
public final class FakeSlack implements AutoCloseable {
    public static final String TEAM = "T0TEST";
    public static final String BOT = "U0BOT";
    /** The strict one takes no other. */
    public static final String TOKEN = "xoxb-trial-token";

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final List<String> CHANNELS = List.of("approvals", "growth", "risk", "commerce", "platform");

    private final HttpServer server;
    private final boolean strict;
    private final AtomicLong clock = new AtomicLong(System.currentTimeMillis() * 1_000);
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final List<Post> posts = new CopyOnWriteArrayList<>();
    private final List<JsonNode> views = new CopyOnWriteArrayList<>();
    private final Map<String, ObjectNode> users = new ConcurrentHashMap<>();
    private final List<String> refusals = new CopyOnWriteArrayList<>();
    private volatile String socket = "";
    private volatile Fault fault = call -> Optional.empty();

    /** @param at System.nanoTime() when it came in */
    public record Call(String method, Map<String, String> arguments, long at) {
        public String get(String name) {
            return arguments.getOrDefault(name, "");
        }
    }

    /** One message as it stands now, with its arguments. @param thread empty: none; {@code ephemeral:} and a user: for them alone */
    public record Post(String channel, String ts, String thread, ObjectNode body) {
        public String text() {
            return body.path("text").asString("");
        }

        public String all() {
            return body.toString();
        }
    }

    public interface Fault {
        Optional<Trouble> on(Call call);
    }

    /** Takes whatever is well formed, in any channel. */
    public FakeSlack() throws IOException {
        this(false, List.of("ana", "mia", "omar", "dan", "lee"));
    }

    /** With the sample organisation's people and channels. */
    public static FakeSlack strict() throws IOException {
        return new FakeSlack(true, List.of("ana", "iris", "mia", "raj", "lee", "dan", "omar", "pat", "kim"));
    }

    private FakeSlack(boolean strict, List<String> people) throws IOException {
        this.strict = strict;
        people.forEach(person -> user(user(person), person));
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/api/", this::answer);
        server.start();
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/api/");
    }

    public static String user(String person) {
        return "U0" + person.toUpperCase(Locale.ROOT);
    }

    public static String dm(String person) {
        return "D0" + person.toUpperCase(Locale.ROOT);
    }

    public static String channel(String name) {
        return "C0" + name.toUpperCase(Locale.ROOT);
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

    public List<Post> in(String channel) {
        return posts.stream().filter(each -> each.channel().equals(channel)).toList();
    }

    public Optional<Post> at(String channel, String ts) {
        return in(channel).stream().filter(each -> each.ts().equals(ts)).findFirst();
    }

    public List<String> said(String channel) {
        return in(channel).stream().map(Post::text).toList();
    }

    public List<JsonNode> views() {
        return List.copyOf(views);
    }

    /** What was refused, by method and reason, but for what a fault did. */
    public List<String> refusals() {
        return List.copyOf(refusals);
    }

    public String nextTs() {
        String micros = "" + clock.addAndGet(100);
        return micros.substring(0, 10) + "." + micros.substring(10);
    }

    /** A member, to be changed as a test needs. */
    public ObjectNode user(String id, String name) {
        ObjectNode user = Answers.member(id, name);
        users.put(id, user);
        return user;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String method = exchange.getRequestURI().getPath().substring("/api/".length());
        Map<String, String> arguments =
                arguments(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        String token = Objects.requireNonNullElse(
                exchange.getRequestHeaders().getFirst("Authorization"), "Bearer " + arguments.get("token"));
        Call call = new Call(method, arguments, System.nanoTime());
        Optional<Trouble> trouble = fault.on(call);
        calls.add(call);
        if (trouble.isEmpty() || trouble.get().taken()) {
            ObjectNode answer = strict && !token.equals("Bearer " + TOKEN) ? Answers.error("invalid_auth") : done(call);
            if (!answer.path("ok").asBoolean()) refusals.add(method + ": " + answer);
            if (trouble.isEmpty()) respond(exchange, 200, answer.toString());
        }
        if (trouble.isPresent()) respond(exchange, trouble.get());
    }

    private static Map<String, String> arguments(String form) {
        Map<String, String> arguments = new ConcurrentHashMap<>();
        for (String pair : form.split("&")) {
            String field = URLDecoder.decode(pair, StandardCharsets.UTF_8);
            int equals = field.indexOf('=');
            if (equals > 0) arguments.put(field.substring(0, equals), field.substring(equals + 1));
        }
        return arguments;
    }

    private static void respond(HttpExchange exchange, Trouble trouble) throws IOException {
        if (trouble.retryAfter() != null) exchange.getResponseHeaders().set("Retry-After", trouble.retryAfter());
        if (trouble.status() == 0) exchange.close();
        else respond(exchange, trouble.status(), trouble.body());
    }

    private static void respond(HttpExchange exchange, int status, String body) throws IOException {
        try (exchange) {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private synchronized ObjectNode done(Call call) {
        return switch (call.method()) {
            case "auth.test" ->
                Answers.ok().put("team_id", TEAM).put("team", "Test").put("user_id", BOT);
            case "users.info" -> user(Optional.ofNullable(users.get(call.get("user"))), "user_not_found");
            case "users.lookupByEmail" -> user(byEmail(call.get("email")), "users_not_found");
            case "conversations.open" -> opened(call.get("users"));
            case "conversations.list" -> strict ? Answers.channels(CHANNELS) : Answers.error("unknown_method");
            case "conversations.history", "conversations.replies" -> history(call);
            case "chat.postMessage", "chat.postEphemeral" -> posted(call);
            case "chat.update" -> updated(call);
            case "views.open", "views.publish" -> viewed(call);
            case "apps.connections.open" -> Answers.ok().put("url", socket);
            default -> Answers.error("unknown_method");
        };
    }

    private ObjectNode posted(Call call) {
        ObjectNode body = JSON.valueToTree(call.arguments());
        String channel = call.get("channel");
        List<String> problems = strict ? SlackLimits.message(body) : List.of();
        if (!problems.isEmpty()) return Answers.refused(problems);
        if (strict && !known(channel)) return Answers.error("channel_not_found");
        String ts = nextTs();
        if (call.method().equals("chat.postEphemeral")) {
            posts.add(new Post(channel, ts, "ephemeral:" + call.get("user"), body));
            return Answers.ok().put("message_ts", ts);
        }
        posts.add(new Post(channel, ts, call.get("thread_ts"), body));
        return Answers.ok().put("channel", channel).put("ts", ts);
    }

    /** What says which message it is stays. */
    private ObjectNode updated(Call call) {
        ObjectNode body = JSON.valueToTree(call.arguments());
        List<String> problems = strict ? SlackLimits.message(body) : List.of();
        if (!problems.isEmpty()) return Answers.refused(problems);
        Optional<Post> before = at(call.get("channel"), call.get("ts"));
        if (before.isEmpty()) return Answers.error("message_not_found");
        Post old = before.get();
        if (old.body().has("metadata")) body.set("metadata", old.body().path("metadata"));
        posts.set(posts.indexOf(old), new Post(old.channel(), old.ts(), old.thread(), body));
        return Answers.ok().put("channel", old.channel()).put("ts", old.ts());
    }

    private ObjectNode viewed(Call call) {
        ObjectNode view = JSON.readTree(call.get("view")).asObject();
        List<String> problems = strict ? SlackLimits.view(view) : List.of();
        if (!problems.isEmpty()) return Answers.refused(problems);
        view.put("id", "V" + view.hashCode() + views.size());
        if (call.method().equals("views.open")) views.add(view);
        return Answers.with("view", view);
    }

    private Optional<ObjectNode> byEmail(String email) {
        return users.values().stream()
                .filter(user -> user.path("profile").path("email").asString("").equalsIgnoreCase(email))
                .findFirst();
    }

    private static ObjectNode user(Optional<ObjectNode> user, String otherwise) {
        return user.map(found -> Answers.with("user", found)).orElseGet(() -> Answers.error(otherwise));
    }

    private ObjectNode opened(String user) {
        return users.containsKey(user)
                ? Answers.with("channel", JSON.createObjectNode().put("id", "D" + user.substring(1)))
                : Answers.error("user_not_found");
    }

    private boolean known(String channel) {
        return users.containsKey(channel.replaceFirst("^D", "U"))
                || CHANNELS.stream().anyMatch(each -> channel(each).equals(channel));
    }

    private ObjectNode history(Call call) {
        ObjectNode answer = Answers.ok();
        var messages = answer.putArray("messages");
        for (Post each : in(call.get("channel"))) {
            ObjectNode message = messages.addObject()
                    .put("type", "message")
                    .put("user", BOT)
                    .put("ts", each.ts())
                    .put("text", each.text());
            String metadata = each.body().path("metadata").asString("");
            if (!metadata.isEmpty()) message.set("metadata", JSON.readTree(metadata));
        }
        return answer.put("has_more", false);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
