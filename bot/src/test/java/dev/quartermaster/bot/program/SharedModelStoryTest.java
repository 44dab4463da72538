package dev.quartermaster.bot.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Keys to the shared language model by sentence and by command, used against a stand-in for its proxy until their end. */
class SharedModelStoryTest {
    private static ModelProxy proxy;
    private static RunningProgram program;

    @BeforeAll
    static void start() {
        proxy = new ModelProxy();
        program = RunningProgram.start(proxy.settings());
    }

    @AfterAll
    static void stop() {
        try (ModelProxy closing = proxy) {
            if (program != null) program.close();
        }
    }

    @Test
    void aSentenceGivesAKeyThatAnswersIsExtendedShownAnewAndEnds() throws Exception {
        WorkspaceUser ana = new WorkspaceUser(program, "ana");
        String lease = asked(ana, "llm key pls");
        JsonNode card = ana.sees("Language model key");
        assertThat(card.toString())
                .contains("6.00 EUR")
                .contains("quartermaster-" + lease + "-key at localhost")
                .doesNotContain("Change size");
        assertThat(ana.home().toString()).contains("Keep something longer").doesNotContain("Change a size");
        assertThat(proxy.keys(lease)).singleElement().satisfies(key -> {
            assertThat(key.get("max_budget")).isEqualTo(0.2);
            assertThat(until(key.get("expires")))
                    .isBetween(
                            Instant.now().plus(Duration.ofDays(30)),
                            Instant.now().plus(Duration.ofDays(31)));
        });

        String form = credentials(ana, card);
        String key = line(form, "Key");
        assertThat(line(form, "Base URL")).isEqualTo(proxy.url());
        assertThat(line(form, "Models")).isEqualTo("small, large");
        assertThat(asks(key)).isEqualTo(200);

        program.types("ana", "extend " + lease + " 2d");
        program.eventually(() -> proxy.keys(lease).stream()
                .anyMatch(
                        each -> until(each.get("expires")).isAfter(Instant.now().plus(Duration.ofDays(32)))));
        assertThat(asks(key)).isEqualTo(200);

        String again = line(credentials(ana, ana.sees("New credentials")), "Key");
        assertThat(asks(key)).isEqualTo(401);
        assertThat(asks(again)).isEqualTo(200);
        assertThat(proxy.keys(lease)).hasSize(1);

        ends("ana", lease);
        assertThat(asks(again)).isEqualTo(401);
        ana.sees("The key to the shared language model works no more.");
        assertThat(rowsWith("canary")).isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            raj | somewhere to test prompts w/ the llm, 1d         | JupyterLab
            lee | I need a vector store with retrieval over our policy documents for 2 hours | JupyterLab
            dan | /qm launch shared-llm --tokens 5000 --duration 3h | Shared language model
            """)
    void aNotebookAndAKeyComeAndGo(String person, String words, String shown) throws Exception {
        WorkspaceUser user = new WorkspaceUser(program, person);
        String lease = asked(user, words);
        JsonNode card = user.sees(lease);
        assertThat(card.toString()).contains(shown);

        String key = line(credentials(user, user.sees("Language model key"), "key"), "Key");
        assertThat(asks(key)).isEqualTo(200);

        ends(person, lease);
        assertThat(asks(key)).isEqualTo(401);
    }

    private static String asked(WorkspaceUser user, String words) {
        user.says(words);
        program.eventually(() -> program.jdbc()
                .sql("select exists (select from request where asker = ?)")
                .param(user.account())
                .query(Boolean.class)
                .single());
        String request = program.request(user.account());
        program.eventually(() -> program.state(request).equals("live"));
        return request.replace("req-", "lease-");
    }

    private static void ends(String person, String lease) {
        program.types(person, "stop " + lease);
        program.eventually(() -> program.state(lease.replace("lease-", "req-")).equals("ended"));
        assertThat(proxy.keys(lease)).isEmpty();
    }

    private static String credentials(WorkspaceUser user, JsonNode card) {
        return credentials(user, card, "");
    }

    private static String credentials(WorkspaceUser user, JsonNode card, String part) {
        user.presses(card, part.isEmpty() ? "reveal" : "reveal:" + part);
        return user.form().toString();
    }

    /** What stands under a label in the private form. */
    private static String line(String form, String label) {
        Matcher line = Pattern.compile("\\*" + Pattern.quote(label) + "\\*\\\\n```([^`]*)```")
                .matcher(form);
        assertThat(line.find()).as(label + " in " + form).isTrue();
        return line.group(1);
    }

    private static Instant until(Object expires) {
        return Instant.parse(expires.toString());
    }

    /** @return the status of a completion */
    private static int asks(String key) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(proxy.url() + "/chat/completions"))
                    .header("Authorization", "Bearer " + key)
                    .POST(HttpRequest.BodyPublishers.ofString("{\"model\": \"small\", \"messages\": []}"))
                    .build();
            return http.send(request, BodyHandlers.discarding()).statusCode();
        }
    }

    /** In everything that is kept of what was said, written and decided. */
    private static int rowsWith(String secret) {
        return program.jdbc()
                .sql("""
                        select (select count(*) from slack_outbox t where t::text like :secret)
                            + (select count(*) from slack_inbox t where t::text like :secret)
                            + (select count(*) from lease_part t where t::text like :secret)
                            + (select count(*) from fact t where t::text like :secret)""")
                .param("secret", "%" + secret + "%")
                .query(Integer.class)
                .single();
    }
}
