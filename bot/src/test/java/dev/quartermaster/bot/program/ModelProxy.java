package dev.quartermaster.bot.program;

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
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A LiteLLM proxy (documentation of October 2026) that remembers keys as long as they last and answers completions asked with
 * one; what it refuses otherwise is tried where keys are made.
 */
final class ModelProxy implements ResponseDefinitionTransformerV2, AutoCloseable {
    private static final String ADMIN = "sk-admin-canary";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Map<String, Map<String, Object>> keys = new TreeMap<>();
    private final WireMockServer server;
    private int created;

    ModelProxy() {
        this.server = new WireMockServer(options().dynamicPort().extensions(this));
        server.start();
        server.stubFor(any(anyUrl()).willReturn(ok()));
    }

    /** For a program that gives keys to it. */
    String[] settings() {
        return new String[] {
            "--QUARTERMASTER_LLM_ENDPOINT=" + server.baseUrl(),
            "--QUARTERMASTER_LLM_ADMIN_KEY=" + ADMIN,
            "--QUARTERMASTER_LLM_MODELS=small,large",
            "--QUARTERMASTER_WORKSPACE=allow"
        };
    }

    String url() {
        return server.baseUrl() + "/v1";
    }

    /** Of one lease. */
    synchronized List<Map<String, Object>> keys(String lease) {
        return keys.values().stream()
                .filter(key -> key.get("key_alias").toString().contains(lease))
                .toList();
    }

    @Override
    public String getName() {
        return "model-proxy";
    }

    @Override
    public synchronized ResponseDefinition transform(ServeEvent event) {
        Request request = event.getRequest();
        String bearer = request.getHeader("Authorization").replace("Bearer ", "");
        JsonNode body = request.getBodyAsString().isBlank()
                ? JSON.createObjectNode()
                : JSON.readTree(request.getBodyAsString());
        String path = request.getUrl().split("\\?")[0];
        if (path.equals("/v1/chat/completions")) {
            return answer(keys.containsKey(bearer) ? 200 : 401, Map.of());
        }
        if (!bearer.equals(ADMIN)) {
            return answer(401, Map.of());
        }
        return switch (path) {
            case "/key/list" ->
                answer(
                        200,
                        Map.of(
                                "keys",
                                keys.values().stream()
                                        .filter(key -> key.get("key_alias")
                                                .equals(request.queryParameter("key_alias")
                                                        .firstValue()))
                                        .toList()));
            case "/key/generate" -> generated(body);
            case "/key/update" -> updated(body);
            case "/key/delete" -> {
                String hash = body.path("keys").path(0).asString();
                boolean found = keys.values().removeIf(key -> key.get("token").equals(hash));
                yield answer(found ? 200 : 404, Map.of());
            }
            default -> answer(405, Map.of());
        };
    }

    private ResponseDefinition generated(JsonNode body) {
        String alias = body.path("key_alias").asString();
        if (keys.values().stream().anyMatch(key -> key.get("key_alias").equals(alias))) {
            return answer(400, Map.of());
        }
        created++;
        Map<String, Object> key = new LinkedHashMap<>();
        key.put("token", "hash-" + created);
        key.put("key_alias", alias);
        key.put("spend", body.path("spend").asDouble(0));
        key.put("metadata", JSON.convertValue(body.path("metadata"), Map.class));
        terms(key, body);
        keys.put("sk-secret-canary-" + created, key);
        Map<String, Object> answer = new LinkedHashMap<>(key);
        answer.put("key", "sk-secret-canary-" + created);
        return answer(200, answer);
    }

    private ResponseDefinition updated(JsonNode body) {
        List<Map<String, Object>> found = keys.values().stream()
                .filter(key -> key.get("token").equals(body.path("key").asString()))
                .toList();
        found.forEach(key -> terms(key, body));
        return answer(found.isEmpty() ? 404 : 200, Map.of());
    }

    private static void terms(Map<String, Object> key, JsonNode body) {
        long seconds = Long.parseLong(body.path("duration").asString().replace("s", ""));
        key.put("expires", Instant.now().plusSeconds(seconds).toString());
        key.put("max_budget", body.path("max_budget").asDouble());
        key.put("models", JSON.convertValue(body.path("models"), List.class));
    }

    private static ResponseDefinition answer(int status, Object body) {
        return ResponseDefinitionBuilder.responseDefinition()
                .withStatus(status)
                .withBody(JSON.writeValueAsString(body))
                .build();
    }

    @Override
    public void close() {
        server.stop();
    }
}
