package dev.quartermaster.actions.provider.airflow;

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
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Airflow's stable REST API v2 (3.0) as far as it is used, with memory: {@code POST /auth/token}, trigger, get and patch a
 * DAG run, list task instances, get a log as NDJSON. It has the DAG {@code nightly_churn}, which {@code quartermaster} may run.
 */
final class AirflowStub implements ResponseDefinitionTransformerV2 {
    static final String PASSWORD = "airflow-secret";

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String RUNS = "/api/v2/dags/nightly_churn/dagRuns";

    /** State by run id. */
    final Map<String, String> runs = new TreeMap<>();

    int triggered;
    int logins;
    String token = "first-token";
    String log = "{\"event\":\"scored 12 customers\"}\n";
    /** Instead of any answer to a request of this method; 0: none. */
    int instead;

    String method = "POST";
    int delay;
    boolean losesAnswers;

    WireMockServer served() {
        WireMockServer server = new WireMockServer(options().dynamicPort().extensions(this));
        server.start();
        server.stubFor(any(anyUrl()).willReturn(ok()));
        return server;
    }

    @Override
    public String getName() {
        return "airflow";
    }

    @Override
    public ResponseDefinition transform(ServeEvent event) {
        Request request = event.getRequest();
        String path = request.getUrl().replaceFirst("\\?.*", "");
        if (path.equals("/auth/token")) {
            return login(request);
        }
        if (!("Bearer " + token).equals(request.getHeader("Authorization"))) {
            return json(401, Map.of("detail", "Invalid JWT token"));
        }
        if (instead > 0 && request.getMethod().value().equals(method)) {
            return json(instead, Map.of("detail", "the stub says " + instead));
        }
        return api(request, path);
    }

    private ResponseDefinition login(Request request) {
        logins++;
        boolean known = body(request).path("username").asString("").equals("quartermaster")
                && body(request).path("password").asString("").equals(PASSWORD);
        return known ? json(201, Map.of("access_token", token)) : json(401, Map.of("detail", "Invalid credentials"));
    }

    private ResponseDefinition api(Request request, String path) {
        if (!path.startsWith(RUNS)) {
            return json(404, Map.of("detail", "The DAG was not found"));
        }
        String[] rest = path.substring(RUNS.length()).split("/");
        if (rest.length < 2) {
            return trigger(body(request));
        }
        @Nullable String state = runs.get(rest[1]);
        if (state == null) {
            return json(404, Map.of("detail", "The DagRun was not found"));
        }
        if (request.getMethod().value().equals("PATCH")) {
            runs.put(rest[1], body(request).path("state").asString(""));
            return run(rest[1]);
        }
        return switch (rest.length) {
            case 2 -> run(rest[1]);
            case 3 -> tasks(state);
            default ->
                ResponseDefinitionBuilder.responseDefinition()
                        .withStatus(200)
                        .withHeader("Content-Type", "application/x-ndjson")
                        .withBody(log)
                        .build();
        };
    }

    private ResponseDefinition trigger(JsonNode body) {
        String id = body.path("dag_run_id").asString("");
        if (!body.has("logical_date")) {
            return json(422, Map.of("detail", "logical_date: Field required"));
        }
        if (runs.containsKey(id)) {
            return json(409, Map.of("detail", "DagRun with this ID already exists"));
        }
        triggered++;
        runs.put(id, "queued");
        return losesAnswers ? json(503, Map.of()) : run(id);
    }

    private ResponseDefinition run(String id) {
        return json(
                200,
                Map.of(
                        "dag_run_id", id,
                        "dag_id", "nightly_churn",
                        "state", runs.get(id),
                        "start_date", "2026-11-20T10:00:00Z",
                        "end_date", "2026-11-20T10:12:00Z"));
    }

    private ResponseDefinition tasks(String state) {
        return json(
                200,
                Map.of(
                        "total_entries",
                        2,
                        "task_instances",
                        List.of(
                                task("extract", "success", "2026-11-20T10:01:00Z"),
                                task("score", state, "2026-11-20T10:12:00Z"))));
    }

    private static Map<String, Object> task(String id, String state, String end) {
        return Map.of("task_id", id, "state", state, "map_index", -1, "try_number", 1, "end_date", end);
    }

    private static JsonNode body(Request request) {
        return JSON.readTree(request.getBodyAsString().isBlank() ? "{}" : request.getBodyAsString());
    }

    private ResponseDefinition json(int status, Map<String, ?> body) {
        return ResponseDefinitionBuilder.responseDefinition()
                .withStatus(status)
                .withHeader("Content-Type", "application/json")
                .withHeader("Retry-After", "30")
                .withFixedDelay(delay)
                .withBody(JSON.writeValueAsString(body))
                .build();
    }
}
