package dev.quartermaster.bot.model;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import dev.quartermaster.bot.program.RunningProgram;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole program with a model configured: read by it, metered, and served without it when it dies (threats: 17, 22). */
@ExtendWith(OutputCaptureExtension.class)
class ModelInTheProgramTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String KEY = "canary-4f11c2-key";
    /** Long, so that the model is asked whatever the embedded reader thinks of it. */
    private static final String LONG =
            "Good morning! We start with the second round of the churn study this week and I would"
                    + " like to have somewhere to try things out with my colleagues, ideally a ray cluster with four workers, for two"
                    + " days to begin with. Thanks a lot!";

    private static final String ANSWER = "{\"requests\":[{\"verb\":\"launch\",\"slots\":["
            + "{\"slot\":\"path\",\"value\":\"ray-cluster\",\"words\":\"ray cluster\"},"
            + "{\"slot\":\"workers\",\"value\":4,\"words\":\"four workers\"},"
            + "{\"slot\":\"for\",\"words\":\"for two days\"}]}]}";

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void itIsReadByTheModelMeteredAndServedWithoutItWhenItDies(CapturedOutput output) {
        WireMockServer provider = new WireMockServer(options().dynamicPort());
        provider.start();
        provider.stubFor(any(anyUrl())
                .willReturn(aResponse()
                        .withHeader("Content-Type", "application/json")
                        .withBody(said(ANSWER))));
        try (RunningProgram program = RunningProgram.start(
                "--quartermaster.api-tokens=ana@example.com=ana-token",
                "--QUARTERMASTER_MODEL_PROVIDER=openai",
                "--QUARTERMASTER_MODEL_URL=" + provider.baseUrl() + "/v1",
                "--QUARTERMASTER_MODEL_NAME=small",
                "--QUARTERMASTER_MODEL_KEY=" + KEY)) {
            JsonNode read = interpret(program, LONG);
            assertThat(read.path("by").asString()).isEqualTo("model");
            assertThat(read.at("/readings/0/slots/path").asString()).isEqualTo("ray-cluster");
            assertThat(read.at("/readings/0/slots/for").asString()).isEqualTo("PT48H");
            assertThat(interpret(program, "list").path("by").asString()).isEqualTo("slash");

            Map<String, Object> call = program.jdbc()
                    .sql("select person, team, model, result, tokens_in, tokens_out from model_call")
                    .query()
                    .singleRow();
            assertThat(call)
                    .containsEntry("person", "ana")
                    .containsEntry("team", "growth")
                    .containsEntry("model", "small")
                    .containsEntry("result", "read")
                    .containsEntry("tokens_in", 1200L);
            assertThat(get(program, "/actuator/prometheus"))
                    .contains("quartermaster_model_calls_total{result=\"read\"} 1.0")
                    .contains("quartermaster_model_tokens_total{direction=\"in\"} 1200.0")
                    .contains("quartermaster_model_resting 0.0");

            provider.stop();
            servedWithout(program);
            assertThat(get(program, "/actuator/prometheus")).contains("quartermaster_model_resting 1.0");
        } finally {
            provider.stop();
        }
        assertThat(output.getAll()).doesNotContain(KEY).doesNotContain("four workers");
    }

    private void servedWithout(RunningProgram program) {
        for (int number = 0; number < 100; number++) {
            boolean command = number % 2 == 0;
            JsonNode read = interpret(program, command ? "list" : LONG + " " + number);
            assertThat(read.path("by").asString()).isEqualTo(command ? "slash" : "embedded");
            assertThat(read.path("remark").asString(""))
                    .isEqualTo(command ? "" : "The language model did not answer; I read this by myself.");
        }
    }

    private static String said(String answer) {
        return JSON.writeValueAsString(Map.of(
                "id", "1",
                "object", "chat.completion",
                "model", "small",
                "choices",
                        List.of(Map.of(
                                "index",
                                0,
                                "finish_reason",
                                "stop",
                                "message",
                                Map.of("role", "assistant", "content", answer))),
                "usage", Map.of("prompt_tokens", 1200, "completion_tokens", 30, "total_tokens", 1230)));
    }

    private JsonNode interpret(RunningProgram program, String text) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(program.address() + "/api/interpret"))
                .header("Authorization", "Bearer ana-token")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        JSON.writeValueAsString(Map.of("text", text, "at", "2026-03-11T10:30:00Z"))))
                .build();
        return JSON.readTree(send(request));
    }

    private String get(RunningProgram program, String path) {
        return send(HttpRequest.newBuilder(URI.create(program.address() + path)).build());
    }

    private String send(HttpRequest request) {
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
            return response.body();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
