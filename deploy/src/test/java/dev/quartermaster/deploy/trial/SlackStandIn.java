package dev.quartermaster.deploy.trial;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A stand-in for Slack's Web API with memory and Slack's own limits, written from Slack's documentation alone and apart
 * from the one the local workspace has, so that a mistake would have to be made twice. Keeps every refusal.
 */
final class SlackStandIn implements AutoCloseable {
    static final String BOT_TOKEN = "xoxb-trial-token";
    static final String TEAM = "T0TRIAL";
    private static final List<String> PEOPLE = List.of("ana", "iris", "mia", "raj", "lee", "dan", "omar", "pat", "kim");
    private static final List<String> CHANNELS = List.of("approvals", "growth", "risk", "commerce", "platform");

    private final JsonMapper json = JsonMapper.builder().build();
    private final HttpServer server;
    private final AtomicLong clock = new AtomicLong(1_700_000_000_000_000L);
    private final List<Posted> posted = new CopyOnWriteArrayList<>();
    private final List<JsonNode> views = new CopyOnWriteArrayList<>();
    private final Map<String, JsonNode> homes = new ConcurrentHashMap<>();
    private final List<String> refusals = new CopyOnWriteArrayList<>();
    private final SlackTrouble trouble = new SlackTrouble();

    /** One message as it stands; {@code versions} counts the edits, first post included. */
    record Posted(String channel, String ts, String thread, JsonNode body, int versions, Instant at) {
        String all() {
            return body.toString();
        }
    }

    private SlackStandIn(HttpServer server) {
        this.server = server;
    }

    static SlackStandIn start() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        SlackStandIn slack = new SlackStandIn(server);
        server.createContext("/api/", slack::answer);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        return slack;
    }

    String apiUrl() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/api/";
    }

    static String user(String person) {
        return "U0" + person.toUpperCase(java.util.Locale.ROOT);
    }

    static String dm(String person) {
        return "D0" + person.toUpperCase(java.util.Locale.ROOT);
    }

    static String channel(String name) {
        return "C0" + name.toUpperCase(java.util.Locale.ROOT);
    }

    List<Posted> in(String channel) {
        return posted.stream().filter(each -> each.channel().equals(channel)).toList();
    }

    Optional<Posted> at(String channel, String ts) {
        return posted.stream()
                .filter(each -> each.channel().equals(channel) && each.ts().equals(ts))
                .findFirst();
    }

    List<Posted> all() {
        return List.copyOf(posted);
    }

    /** Somebody's Home as last published; empty before. */
    Optional<JsonNode> home(String name) {
        return Optional.ofNullable(homes.get(user(name)));
    }

    List<JsonNode> views() {
        return List.copyOf(views);
    }

    /** What Slack would have refused, by method and reason. */
    List<String> refusals() {
        return List.copyOf(refusals);
    }

    SlackTrouble trouble() {
        return trouble;
    }

    String nextTs() {
        long micros = clock.addAndGet(1_000_007);
        return micros / 1_000_000 + "." + String.format("%06d", micros % 1_000_000);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String method = exchange.getRequestURI().getPath().substring("/api/".length());
        ObjectNode body;
        try {
            JsonNode call = call(exchange);
            String token = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization"))
                    .orElse("Bearer " + call.path("token").asString(""));
            if (trouble.before(exchange, method, call)) {
                return;
            }
            body = token.equals("Bearer " + BOT_TOKEN) ? answer(method, call) : error("invalid_auth");
            if (trouble.after(exchange, method)) {
                return;
            }
        } catch (RuntimeException broken) {
            refusals.add(method + ": stand-in failed: " + broken);
            body = error("internal_error");
        }
        if (!body.path("ok").asBoolean()) {
            refusals.add(method + ": " + body.path("error").asString() + " " + body.path("response_metadata"));
        }
        byte[] bytes = json.writeValueAsBytes(body);
        exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private ObjectNode answer(String method, JsonNode call) {
        return switch (method) {
            case "auth.test" ->
                ok().put("team_id", TEAM)
                        .put("team", "Trial")
                        .put("user_id", "U0BOT")
                        .put("user", "quartermaster")
                        .put("bot_id", "B0BOT")
                        .put("url", "https://trial.slack.com/");
            case "users.info" -> userInfo(call.path("user").asString());
            case "users.lookupByEmail" -> byEmail(call.path("email").asString());
            case "conversations.open" -> opened(call.path("users").asString());
            case "conversations.list" -> channels();
            case "conversations.info" ->
                ok().set(
                                "channel",
                                channelNode(call.path("channel")
                                        .asString()
                                        .substring(2)
                                        .toLowerCase(java.util.Locale.ROOT)));
            case "conversations.history", "conversations.replies" -> history(call);
            case "chat.postMessage", "chat.postEphemeral" -> post(method, call);
            case "chat.update" -> update(call);
            case "views.open", "views.publish", "views.update" -> view(method, call);
            case "conversations.join", "reactions.add" -> ok();
            default -> error("unknown_method");
        };
    }

    private ObjectNode post(String method, JsonNode call) {
        List<String> problems = SlackLimits.message(call);
        if (!problems.isEmpty()) {
            return refused(problems);
        }
        String channel = call.path("channel").asString();
        if (!known(channel)) {
            return error("channel_not_found");
        }
        if (method.equals("chat.postEphemeral")) {
            String ts = nextTs();
            posted.add(new Posted(channel, ts, "ephemeral:" + call.path("user").asString(), call, 1, Instant.now()));
            return ok().put("message_ts", ts);
        }
        Posted message = new Posted(channel, nextTs(), call.path("thread_ts").asString(""), call, 1, Instant.now());
        posted.add(message);
        ObjectNode answer = ok().put("channel", channel).put("ts", message.ts());
        answer.set("message", call);
        return answer;
    }

    private ObjectNode update(JsonNode call) {
        List<String> problems = SlackLimits.message(call);
        if (!problems.isEmpty()) {
            return refused(problems);
        }
        Optional<Posted> old =
                at(call.path("channel").asString(), call.path("ts").asString());
        if (old.isEmpty()) {
            return error("message_not_found");
        }
        posted.set(
                posted.indexOf(old.get()),
                new Posted(
                        old.get().channel(),
                        old.get().ts(),
                        old.get().thread(),
                        call,
                        old.get().versions() + 1,
                        Instant.now()));
        return ok().put("channel", old.get().channel()).put("ts", old.get().ts());
    }

    private ObjectNode view(String method, JsonNode call) {
        JsonNode view =
                call.path("view").isString() ? json.readTree(call.path("view").asString()) : call.path("view");
        List<String> problems = SlackLimits.view(view);
        if (!problems.isEmpty()) {
            return refused(problems);
        }
        ObjectNode copy = view.deepCopy().asObject();
        copy.put("id", "V" + view.hashCode() + views.size());
        if (method.equals("views.publish")) {
            homes.put(call.path("user_id").asString(), copy);
        } else {
            views.add(copy);
        }
        return ok().set("view", copy);
    }

    private ObjectNode userInfo(String user) {
        return PEOPLE.stream()
                .filter(each -> user(each).equals(user))
                .findFirst()
                .map(each -> ok().set("user", userNode(each)))
                .map(node -> (ObjectNode) node)
                .orElseGet(() -> error("user_not_found"));
    }

    private ObjectNode byEmail(String email) {
        return PEOPLE.stream()
                .filter(each -> (each + "@example.com").equalsIgnoreCase(email))
                .findFirst()
                .map(each -> (ObjectNode) ok().set("user", userNode(each)))
                .orElseGet(() -> error("users_not_found"));
    }

    private ObjectNode userNode(String person) {
        ObjectNode user = json.createObjectNode();
        user.put("id", user(person)).put("team_id", TEAM).put("name", person).put("real_name", person);
        user.put("deleted", false)
                .put("is_bot", false)
                .put("is_restricted", false)
                .put("is_ultra_restricted", false);
        user.put("tz", "Europe/London").put("tz_offset", 0);
        user.putObject("profile").put("email", person + "@example.com").put("real_name", person);
        return user;
    }

    private ObjectNode opened(String user) {
        return PEOPLE.stream()
                .filter(each -> user(each).equals(user))
                .findFirst()
                .map(each -> {
                    ObjectNode answer = ok();
                    answer.putObject("channel").put("id", dm(each)).put("is_im", true);
                    return answer;
                })
                .orElseGet(() -> error("user_not_found"));
    }

    private ObjectNode channels() {
        ObjectNode answer = ok();
        answer.putArray("channels");
        CHANNELS.forEach(name -> answer.withArray("channels").add(channelNode(name)));
        answer.putObject("response_metadata").put("next_cursor", "");
        return answer;
    }

    private ObjectNode channelNode(String name) {
        return json.createObjectNode()
                .put("id", channel(name))
                .put("name", name)
                .put("is_channel", true)
                .put("is_member", true)
                .put("is_archived", false);
    }

    private ObjectNode history(JsonNode call) {
        ObjectNode answer = ok();
        var messages = answer.putArray("messages");
        for (Posted each : in(call.path("channel").asString())) {
            ObjectNode message = json.createObjectNode()
                    .put("type", "message")
                    .put("ts", each.ts())
                    .put("user", "U0BOT");
            each.body()
                    .propertyStream()
                    .filter(field -> !field.getKey().equals("token"))
                    .forEach(field -> {
                        JsonNode value = field.getValue();
                        boolean parsed = List.of("metadata", "blocks").contains(field.getKey()) && value.isString();
                        message.set(field.getKey(), parsed ? json.readTree(value.asString()) : value);
                    });
            messages.add(message);
        }
        return answer.put("has_more", false);
    }

    private boolean known(String channel) {
        return PEOPLE.stream().anyMatch(each -> dm(each).equals(channel))
                || CHANNELS.stream().anyMatch(each -> channel(each).equals(channel));
    }

    private JsonNode call(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String type = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Content-Type"))
                .orElse("");
        if (type.startsWith("application/json")) {
            return json.readTree(body);
        }
        ObjectNode node = json.createObjectNode();
        form(body).forEach(node::put);
        return node;
    }

    static Map<String, String> form(String body) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String pair : new ArrayList<>(List.of(body.split("&")))) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                fields.put(
                        URLDecoder.decode(pair.substring(0, equals), StandardCharsets.UTF_8),
                        URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        return fields;
    }

    private ObjectNode ok() {
        return json.createObjectNode().put("ok", true);
    }

    private ObjectNode error(String error) {
        return json.createObjectNode().put("ok", false).put("error", error);
    }

    private ObjectNode refused(List<String> problems) {
        ObjectNode answer = error("invalid_blocks");
        var messages = answer.putObject("response_metadata").putArray("messages");
        problems.forEach(messages::add);
        return answer;
    }
}
