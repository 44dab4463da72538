package dev.quartermaster.bot.workspace.web;

import dev.quartermaster.bot.workspace.delivery.EventSender;
import dev.quartermaster.bot.workspace.delivery.WorkspaceParts;
import dev.quartermaster.bot.workspace.web.ApiCall.Method;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Entry of the Web API: checks the token, parses arguments in either form, limits the rate and calls the method.
 * Answers 200 with {@code ok:false}, as Slack does.
 */
public final class WebApi {
    private static final Set<String> JSON_IN_FORMS =
            Set.of("blocks", "attachments", "view", "metadata", "files", "profile", "prompts", "user_auth_blocks");

    private final Map<String, Method> methods = new HashMap<>();
    private final String token;
    private final RateLimits limits;
    private final JsonMapper json;

    private WebApi(String token, RateLimits limits, JsonMapper json, List<Map<String, Method>> groups) {
        this.token = token;
        this.limits = limits;
        this.json = json;
        groups.forEach(methods::putAll);
    }

    public static WebApi of(
            String token, InstantSource clock, WorkspaceParts parts, EventSender events, FileMethods files) {
        return new WebApi(
                token,
                new RateLimits(clock),
                parts.json(),
                List.of(
                        new ChatMethods(parts.conversations(), events).methods(),
                        new ConversationMethods(parts.conversations()).methods(),
                        new UserMethods(parts.people()).methods(),
                        new ViewMethods(parts.views(), parts.triggers(), parts.people()).methods(),
                        files.methods()));
    }

    public ServerResponse answer(ServerRequest request) throws ServletException, IOException {
        String name = request.pathVariable("method");
        Optional<ObjectNode> arguments = arguments(request);
        if (arguments.isEmpty()) return respond(SlackAnswer.error("invalid_json"));
        ObjectNode args = arguments.get();
        String given = bearer(request).orElse(args.path("token").asString(""));
        if (given.isEmpty()) return respond(SlackAnswer.error("not_authed"));
        if (!same(given, token)) return respond(SlackAnswer.error("invalid_auth"));
        if (!methods.containsKey(name))
            return respond(SlackAnswer.error("unknown_method").put("req_method", name));
        int wait = limits.secondsToWait(name, args.path("channel").asString(""));
        if (wait > 0)
            return ServerResponse.status(429)
                    .header("Retry-After", Integer.toString(wait))
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(SlackAnswer.error("ratelimited").toString());
        for (String field : JSON_IN_FORMS) {
            Optional<JsonNode> parsed = parsed(args.path(field));
            if (parsed.isEmpty())
                return respond(
                        SlackAnswer.error(field.equals("blocks") ? "invalid_blocks_format" : "invalid_arguments"));
            if (args.has(field)) args.set(field, parsed.get());
        }
        return respond(methods.get(name).answer(new ApiCall(name, args, base(request))));
    }

    public static String base(ServerRequest request) {
        return request.uri().getScheme() + "://" + request.uri().getAuthority();
    }

    private Optional<ObjectNode> arguments(ServerRequest request) throws ServletException, IOException {
        boolean isJson = request.headers()
                .contentType()
                .filter(MediaType.APPLICATION_JSON::isCompatibleWith)
                .isPresent();
        ObjectNode args = json.createObjectNode();
        request.params().forEach((name, values) -> args.put(name, values.getFirst()));
        if (!isJson) return Optional.of(args);
        try {
            JsonNode body = json.readTree(request.servletRequest().getInputStream());
            return body instanceof ObjectNode object ? Optional.of(args.setAll(object)) : Optional.of(args);
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    /** Structured arguments come as a string of JSON in a form, and as either in a JSON body. Empty when it isn't JSON. */
    private Optional<JsonNode> parsed(JsonNode value) {
        if (!value.isString() || value.stringValue().isEmpty()) return Optional.of(value);
        try {
            return Optional.of(json.readTree(value.stringValue()));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> bearer(ServerRequest request) {
        return Optional.ofNullable(request.headers().firstHeader("Authorization"))
                .filter(h -> h.startsWith("Bearer "))
                .map(h -> h.substring(7).strip());
    }

    private static boolean same(String given, String expected) {
        return MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), expected.getBytes(StandardCharsets.UTF_8));
    }

    private static ServerResponse respond(ObjectNode answer) {
        return ServerResponse.ok().contentType(MediaType.APPLICATION_JSON).body(answer.toString());
    }
}
