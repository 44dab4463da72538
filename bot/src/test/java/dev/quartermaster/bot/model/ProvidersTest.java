package dev.quartermaster.bot.model;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import dev.quartermaster.actions.Secret;
import dev.quartermaster.actions.bundle.PartTypeScan;
import dev.quartermaster.bot.model.ModelSettings.Provider;
import dev.quartermaster.intents.config.Bundle;
import dev.quartermaster.intents.config.BundleFiles;
import dev.quartermaster.intents.config.BundleReader;
import dev.quartermaster.intents.config.Loaded;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.reading.Context;
import dev.quartermaster.intents.reading.EventKey;
import dev.quartermaster.intents.reading.Evidence;
import dev.quartermaster.intents.reading.KnownSlot;
import dev.quartermaster.intents.reading.Place;
import dev.quartermaster.intents.reading.Reader.Known;
import dev.quartermaster.intents.reading.Reader.Outcome;
import dev.quartermaster.intents.reading.Utterance;
import dev.quartermaster.intents.reading.Verb;
import dev.quartermaster.intents.reading.model.Allowance.Result;
import dev.quartermaster.intents.reading.model.ModelLimits;
import dev.quartermaster.intents.reading.model.ModelReader;
import dev.quartermaster.intents.reading.model.Tally;
import dev.quartermaster.prompts.Prompts;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ProvidersTest {
    private static final int DRIPPING = 20_000;

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String SAID = "could do with a ray thing, four workers, for two days";
    private static final String ANSWER = "{\"requests\":[{\"verb\":\"launch\",\"slots\":["
            + "{\"slot\":\"path\",\"value\":\"ray-cluster\",\"words\":\"ray thing\"},"
            + "{\"slot\":\"workers\",\"value\":4,\"words\":\"four workers\"},"
            + "{\"slot\":\"for\",\"words\":\"for two days\"}]}]}";

    private final WireMockServer server = new WireMockServer(options().dynamicPort());
    private final Tally tally = new Tally();
    private final Known known = known();

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @ParameterizedTest
    @EnumSource(Provider.class)
    void eachClientSendsTheFormAndReadsASentence(Provider provider) {
        answers(whole(provider, ANSWER));

        Optional<Outcome> outcome = read(reader(provider, ModelLimits.STANDARD));

        Evidence evidence = ((Outcome.Found) outcome.orElseThrow()).evidence();
        assertThat(evidence.by()).isEqualTo(Evidence.By.MODEL);
        assertThat(evidence.candidates().getFirst().verb()).isEqualTo(Verb.LAUNCH);
        assertThat(evidence.candidates().getFirst().slots().get(KnownSlot.FOR).value())
                .isEqualTo("PT48H");
        assertThat(tally.tokensIn()).isEqualTo(1200);
        assertThat(tally.tokensOut()).isEqualTo(30);
        var sent = server.getAllServeEvents().getFirst().getRequest();
        JsonNode body = JSON.readTree(sent.getBodyAsString());
        assertThat(sent.getUrl()).isEqualTo(path(provider));
        assertThat(sent.getHeader(keyHeader(provider))).endsWith("canary-key");
        JsonNode schema = schema(provider, body);
        if (provider != Provider.OLLAMA) {
            // Its client leaves the word out of every schema; the answer is judged again here in any case.
            assertThat(schema.at("/additionalProperties").booleanValue()).isFalse();
        }
        assertThat(schema.at("/properties/requests/items/properties/verb/enum").toString())
                .contains("launch")
                .doesNotContain("approve");
        assertThat(schema.toString()).contains("ray-cluster", "sales.orders");
        assertThat(body.toString()).contains("could do with a ray thing").doesNotContain("@example.com");
    }

    private static JsonNode schema(Provider provider, JsonNode body) {
        return switch (provider) {
            case OPENAI, AZURE -> {
                assertThat(body.at("/response_format/json_schema/strict").booleanValue())
                        .isTrue();
                yield body.at("/response_format/json_schema/schema");
            }
            case ANTHROPIC -> {
                assertThat(body.at("/output_config/format/type").asString()).isEqualTo("json_schema");
                yield body.at("/output_config/format/schema");
            }
            case OLLAMA -> body.at("/format");
        };
    }

    private static String path(Provider provider) {
        return switch (provider) {
            case OPENAI -> "/v1/chat/completions";
            case AZURE -> "/openai/v1/chat/completions";
            case ANTHROPIC -> "/v1/messages";
            case OLLAMA -> "/api/chat";
        };
    }

    private static String keyHeader(Provider provider) {
        return switch (provider) {
            case OPENAI, OLLAMA -> "Authorization";
            case AZURE -> "api-key";
            case ANTHROPIC -> "x-api-key";
        };
    }

    /** The provider's envelope around what the model said. */
    private static String whole(Provider provider, String said) {
        Object envelope = switch (provider) {
            case OPENAI, AZURE ->
                Map.of(
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
                                        Map.of("role", "assistant", "content", said))),
                        "usage", Map.of("prompt_tokens", 1200, "completion_tokens", 30, "total_tokens", 1230));
            case ANTHROPIC ->
                Map.of(
                        "id", "1",
                        "type", "message",
                        "role", "assistant",
                        "model", "small",
                        "stop_reason", "end_turn",
                        "content", List.of(Map.of("type", "text", "text", said)),
                        "usage", Map.of("input_tokens", 1200, "output_tokens", 30));
            case OLLAMA ->
                Map.of(
                        "model",
                        "small",
                        "created_at",
                        "2026-03-11T10:30:00Z",
                        "message",
                        Map.of("role", "assistant", "content", said),
                        "done",
                        true,
                        "done_reason",
                        "stop",
                        "prompt_eval_count",
                        1200,
                        "eval_count",
                        30);
        };
        return JSON.writeValueAsString(envelope);
    }

    @ParameterizedTest
    @EnumSource(Provider.class)
    void hostileAnswersAndFaultsOverTheWireAreNoReading(Provider provider) {
        Random random = new Random(20_260_311);
        List<String> hostile = List.of(
                "{\"approved\":true,\"requests\":[]}",
                "{\"requests\":[{\"verb\":\"approve\",\"slots\":[]}]}",
                "{\"requests\":[{\"verb\":\"launch\",\"by\":\"omar\",\"slots\":[]}]}",
                "```json\n" + ANSWER + "\n```",
                ANSWER.substring(0, 60),
                ANSWER.replace("4", "NaN"),
                ANSWER.replace("4", "1000000000"),
                "{\"requests\":[],\"requests\":[]}",
                "[" + ANSWER + "]",
                "x".repeat(5_000_000),
                "");
        for (int round = 0; round < 60; round++) {
            ResponseDefinitionBuilder response = switch (random.nextInt(8)) {
                case 0 -> aResponse().withStatus(429).withBody("{\"error\":\"canary-answer\"}");
                case 1 -> aResponse().withStatus(500).withBody("canary-answer");
                case 2 -> aResponse().withStatus(401).withBody("{\"error\":\"Wrong key: canary-key\"}");
                case 3 -> aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK);
                case 4 -> aResponse().withStatus(200).withBody("canary-answer, no envelope");
                default ->
                    aResponse()
                            .withHeader("Content-Type", "application/json")
                            .withBody(whole(provider, hostile.get(random.nextInt(hostile.size()))));
            };
            server.stubFor(any(anyUrl()).willReturn(response));

            // A reader each time: here it is the client that is tried, not the breaker.
            assertThat(read(reader(provider, ModelLimits.STANDARD))).isEmpty();
        }
        assertThat(tally.calls()).noneMatch(call -> call.result() == Result.READ);
    }

    @Test
    void aServerThatDripsIsCutWithinTheLimit() {
        server.stubFor(any(anyUrl())
                .willReturn(
                        aResponse().withBody(whole(Provider.OPENAI, ANSWER)).withChunkedDribbleDelay(50, DRIPPING)));
        long started = System.nanoTime();

        var limits = new ModelLimits(Duration.ofMillis(700), 2, Duration.ofMillis(600), Duration.ofSeconds(30));
        assertThat(read(reader(Provider.OPENAI, limits))).isEmpty();

        assertThat(Duration.ofNanos(System.nanoTime() - started))
                .as("cut before the server was through")
                .isLessThan(Duration.ofMillis(DRIPPING));
        assertThat(tally.calls().getFirst().result()).isEqualTo(Result.TIMED_OUT);
    }

    private void answers(String body) {
        server.stubFor(any(anyUrl())
                .willReturn(aResponse()
                        .withHeader("Content-Type", "application/json")
                        .withBody(body)));
    }

    private ModelReader reader(Provider provider, ModelLimits limits) {
        String suffix = provider == Provider.OPENAI || provider == Provider.ANTHROPIC ? "/v1" : "";
        ModelSettings settings =
                new ModelSettings(provider, URI.create(server.baseUrl() + suffix), "small", new Secret("canary-key"));
        return new ModelReader(
                ModelClients.client(settings, limits.within()), settings.name(), new Prompts(), tally, limits);
    }

    private Optional<Outcome> read(ModelReader reader) {
        return reader.read(
                new Utterance(
                        new EventKey("e"),
                        new PersonId("ana"),
                        new Place("D1", null),
                        SAID,
                        Instant.parse("2026-03-11T10:30:00Z"),
                        ZoneId.of("Europe/London")),
                new Context.None(),
                known);
    }

    private static Known known() {
        try {
            if (new BundleReader(PartTypeScan.found()).read(BundleFiles.ofJar()) instanceof Loaded.Ok(Bundle bundle)) {
                return new Known(bundle.catalogue(), bundle.people());
            }
            throw new IllegalStateException("The default organisation is broken");
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
