package dev.quartermaster.bot.score;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScoreCommandTest {
    @TempDir
    private Path folder;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @Test
    void everyReaderIsScoredOnEveryFile() throws IOException {
        assertThat(run("--at", "2026-03-11T10:30:00Z", "--as", "ana@example.com", file("""
                        {"text": "extend my notebook by 4h", "intent": "extend", "slots": {"for": "PT4H", "target": "notebook"}}
                        {"text": "what's the weather in Leeds", "intent": "outofscope", "slots": {}}
                        """)))
                .isZero();
        assertThat(printed())
                .contains("2 messages")
                .contains("embedded: intents 100.0 % (2 of 2) · slot F1 100.0 %")
                .contains("false actions 0 of 1");
    }

    @Test
    void aMissIsPrintedAndAFalseActionFailsTheCommand() throws IOException {
        assertThat(run("--misses", file("""
                        {"text": "extend my notebook by 4h", "intent": "outofscope", "slots": {}}
                        """))).isOne();
        assertThat(printed()).contains("extend my notebook by 4h\n    {intent outofscope=extend");
    }

    @Test
    void aModelIsScoredAloneAndBehindTheEmbeddedReaderWithWhatItCost() throws IOException {
        var model = new WireMockServer(0);
        model.start();
        try {
            model.stubFor(post(anyUrl()).willReturn(okJson("""
                    {"id": "1", "object": "chat.completion", "choices": [{"index": 0, "finish_reason": "stop",
                     "message": {"role": "assistant", "content": "no such form"}}],
                     "usage": {"prompt_tokens": 700, "completion_tokens": 3, "total_tokens": 703}}""")));
            var configured = Map.of(
                    "QUARTERMASTER_HOME", "target/score",
                    "QUARTERMASTER_MODEL_PROVIDER", "openai",
                    "QUARTERMASTER_MODEL_URL", model.baseUrl() + "/v1",
                    "QUARTERMASTER_MODEL_NAME", "toy",
                    "QUARTERMASTER_MODEL_KEY", "key-of-the-test");
            var extend = file(
                    "{\"text\": \"extend my notebook by 4h\", \"intent\": \"extend\", \"slots\": {\"for\": \"PT4H\"}}");
            assertThat(run(configured, extend)).isZero();
            assertThat(printed().lines().filter(line -> line.matches("  \\S.*")).toList())
                    .satisfiesExactly(
                            embedded -> assertThat(embedded).startsWith("  embedded: intents 100.0 %"),
                            alone -> assertThat(alone)
                                    .startsWith("  model: intents   0.0 %")
                                    .contains("model asked 2 times, 1400 tokens in, 6 out"),
                            both -> assertThat(both).startsWith("  embedded, then model: intents 100.0 %"));
            assertThat(printed()).doesNotContain("key-of-the-test");
            assertThat(run(Map.of("QUARTERMASTER_MODEL_PROVIDER", "openai"), extend))
                    .isEqualTo(2);
            assertThat(printed()).contains("QUARTERMASTER_MODEL_NAME");
        } finally {
            model.stop();
        }
    }

    @Test
    void whatIsWrongWithTheCommandIsSaidWithItsUsage() throws IOException {
        assertThat(run("--colour", "a.jsonl")).isEqualTo(2);
        assertThat(run("nowhere.jsonl")).isEqualTo(2);
        assertThat(run(file("{\"text\": \"hi\"}"))).isEqualTo(2);
        assertThat(run("--as", "nobody@example.com", file("{}"))).isEqualTo(2);
        assertThat(printed())
                .contains("There is no option --colour.")
                .contains("Cannot read nowhere.jsonl.")
                .contains("cases.jsonl: Line 1 is no case")
                .contains("Nobody has the e-mail address nobody@example.com.")
                .contains("usage: score");
    }

    private String file(String lines) throws IOException {
        return Files.writeString(folder.resolve("cases.jsonl"), lines).toString();
    }

    private int run(String... typed) {
        return run(Map.of("QUARTERMASTER_HOME", "target/score"), typed);
    }

    private int run(Map<String, String> environment, String... typed) {
        var out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        return new ScoreCommand(environment, out).run(List.of(typed));
    }

    private String printed() {
        return printed.toString(StandardCharsets.UTF_8);
    }
}
