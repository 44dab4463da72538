package dev.quartermaster.actions.provider.modelkey;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A LiteLLM proxy as far as it is used, with memory and a clock of its own, written from its documentation of October
 * 2026: {@code /key/generate} (an alias only once), {@code /key/list} (all, or by exact alias), {@code /key/update}, {@code
 * /key/delete} (404 where none is found), and {@code /v1/chat/completions}, of which each costs 0.05 and is refused beyond
 * the budget (by what was spent before). The spend is known at once, as it is not behind the real one. Fields that the
 * contract doesn't know are answered 422.
 */
final class LiteLlmStub implements ResponseDefinitionTransformerV2 {
    static final String ADMIN = "sk-admin-canary";
    static final double COSTS = 0.05;

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Set<String> GENERATE =
            Set.of("key_alias", "duration", "models", "max_budget", "spend", "key_type", "metadata");

    private final List<Kept> keys = new ArrayList<>();
    private final Deque<UnaryOperator<ResponseDefinition>> faults = new ArrayDeque<>();
    private Instant now = Instant.parse("2030-12-01T10:00:00Z");
    private int created;

    static final class Kept {
        private final Map<String, Object> fields = new LinkedHashMap<>();
        private String secret = "";

        Object get(String field) {
            return fields.get(field);
        }

        private double number(String field) {
            return ((Number) fields.get(field)).doubleValue();
        }

        private boolean is(String keyOrHash) {
            return secret.equals(keyOrHash) || fields.get("token").equals(keyOrHash);
        }
    }

    WireMockServer served() {
        WireMockServer server = new WireMockServer(options().dynamicPort().extensions(this));
        server.start();
        server.stubFor(any(anyUrl()).willReturn(ok()));
        return server;
    }

    synchronized List<Kept> keys() {
        return List.copyOf(keys);
    }

    int created() {
        return created;
    }

    Instant now() {
        return now;
    }

    void passes(Duration time) {
        now = now.plus(time);
    }

    synchronized void blocks() {
        keys.forEach(key -> key.fields.put("blocked", true));
    }

    /** The next call of the admin does what it says, and is answered otherwise. */
    void garbles(UnaryOperator<ResponseDefinition> fault) {
        faults.add(fault);
    }

    static ResponseDefinition status(int status) {
        return answer(status, Map.of("error", Map.of("message", "canary", "code", String.valueOf(status))));
    }

    @Override
    public String getName() {
        return "litellm";
    }

    @Override
    public synchronized ResponseDefinition transform(ServeEvent event) {
        Request request = event.getRequest();
        String call = request.getMethod().value() + " " + request.getUrl().split("\\?")[0];
        String bearer = request.getHeader("Authorization").replace("Bearer ", "");
        JsonNode body = request.getBodyAsString().isBlank()
                ? JSON.createObjectNode()
                : JSON.readTree(request.getBodyAsString());
        if (call.equals("POST /v1/chat/completions")) {
            return completion(bearer, body);
        }
        if (!bearer.equals(ADMIN)) {
            return status(find(bearer).isPresent() ? 403 : 401);
        }
        ResponseDefinition answer = switch (call) {
            case "GET /key/list" -> listed(request);
            case "POST /key/generate" -> generated(body);
            case "POST /key/update" -> updated(body);
            case "POST /key/delete" -> deleted(body);
            default -> status(405);
        };
        return faults.isEmpty() ? answer : faults.remove().apply(answer);
    }

    private Optional<Kept> find(String keyOrHash) {
        return keys.stream().filter(each -> each.is(keyOrHash)).findFirst();
    }

    private ResponseDefinition completion(String bearer, JsonNode body) {
        Optional<Kept> key = find(bearer)
                .filter(each -> now.isBefore(Instant.parse(each.get("expires").toString())));
        if (key.isEmpty()
                || !((List<?>) key.get().get("models"))
                        .contains(body.path("model").asString())) {
            return status(401);
        }
        double spent = key.get().number("spend");
        if (spent >= key.get().number("max_budget")) {
            return answer(400, Map.of("error", Map.of("type", "budget_exceeded")));
        }
        key.get().fields.put("spend", Math.round((spent + COSTS) * 1e6) / 1e6);
        return answer(200, Map.of("choices", List.of(Map.of("message", Map.of("content", "Hello")))));
    }

    private ResponseDefinition listed(Request request) {
        boolean whole =
                request.queryParameter("return_full_object").firstValue().equals("true");
        var alias = request.queryParameter("key_alias");
        List<Object> found = keys.stream()
                .filter(each -> !alias.isPresent() || each.get("key_alias").equals(alias.firstValue()))
                .map(each -> whole ? each.fields : each.get("token"))
                .toList();
        return answer(200, Map.of("keys", found, "total_count", found.size(), "current_page", 1, "total_pages", 1));
    }

    private ResponseDefinition generated(JsonNode body) {
        if (!GENERATE.containsAll(body.propertyNames())) {
            return status(422);
        }
        String alias = body.path("key_alias").asString();
        if (keys.stream().anyMatch(each -> each.get("key_alias").equals(alias))) {
            return status(400);
        }
        created++;
        Kept key = new Kept();
        key.secret = "sk-secret-canary-" + created;
        key.fields.put("token", "hash-" + created);
        key.fields.put("key_alias", alias);
        key.fields.put("created_at", now.toString());
        key.fields.put("spend", body.path("spend").asDouble(0));
        key.fields.put("metadata", JSON.convertValue(body.path("metadata"), Map.class));
        key.fields.put(
                "allowed_routes",
                body.path("key_type").asString("").equals("llm_api") ? List.of("llm_api_routes") : List.of());
        terms(key, body);
        keys.add(key);
        Map<String, Object> answer = new LinkedHashMap<>(key.fields);
        answer.put("key", key.secret);
        return answer(200, answer);
    }

    private ResponseDefinition updated(JsonNode body) {
        Optional<Kept> key = find(body.path("key").asString());
        key.ifPresent(each -> terms(each, body));
        return key.map(each -> answer(200, each.fields)).orElseGet(() -> status(404));
    }

    private void terms(Kept key, JsonNode body) {
        if (body.has("max_budget")) {
            key.fields.put("max_budget", body.path("max_budget").asDouble());
        }
        if (body.has("duration")) {
            long seconds = Long.parseLong(body.path("duration").asString().replaceFirst("s$", ""));
            key.fields.put("expires", now.plusSeconds(seconds).toString());
        }
        if (body.has("models")) {
            key.fields.put("models", JSON.convertValue(body.path("models"), List.class));
        }
    }

    private ResponseDefinition deleted(JsonNode body) {
        List<String> wanted =
                body.path("keys").valueStream().map(JsonNode::asString).toList();
        boolean any = keys.removeIf(each -> wanted.stream().anyMatch(each::is));
        return any ? answer(200, Map.of("deleted_keys", wanted)) : status(404);
    }

    private static ResponseDefinition answer(int status, Object body) {
        return ResponseDefinitionBuilder.responseDefinition()
                .withStatus(status)
                .withHeader("Content-Type", "application/json")
                .withBody(JSON.writeValueAsString(body))
                .build();
    }
}
