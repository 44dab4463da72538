package dev.quartermaster.bot.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.quartermaster.actions.cluster.simulated.SimulatedCluster;
import dev.quartermaster.actions.cluster.simulated.life.Lacks;
import dev.quartermaster.actions.cluster.simulated.life.Timings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;

class DoctorCommandTest {
    @TempDir
    private Path folder;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @Test
    void whatIsNotConfiguredIsOneLineAndLacksNothing() {
        assertThat(run(Map.of())).isZero();

        assertThat(printed().lines())
                .containsExactly(
                        "Cluster: simulated, in which everything is; KUBECONFIG names a real one.",
                        "Warehouse: a sample of our own; QUARTERMASTER_WAREHOUSE_URL names another.",
                        "Git: repositories are kept here; QUARTERMASTER_GIT_HOST names a host of your own.",
                        "Buckets: this machine's own S3 server; QUARTERMASTER_S3_ENDPOINT names another.",
                        "Language model for people: none, so that genai-prompt-engineering, genai-rag, shared-llm is"
                                + " refused; QUARTERMASTER_LLM_ENDPOINT names one.",
                        "Language model for reading: none, and none is needed; QUARTERMASTER_MODEL_PROVIDER names one.",
                        "Slack: the local workspace; SLACK_SIGNING_SECRET and SLACK_BOT_TOKEN name a real one.",
                        "Nothing lacks.");
    }

    @Test
    void whatAClusterLacksIsSaidWithTheCommandThatMendsIt() throws IOException {
        try (var simulated = SimulatedCluster.start(0, Timings.immediate(), Lacks.groups("ray.io", "kueue.x-k8s.io"))) {
            assertThat(run(Map.of("KUBECONFIG", kubeconfig(simulated).toString())))
                    .isOne();
            assertThat(printed())
                    .startsWith("Cluster: " + simulated.url() + "/, v1.36.0+quartermaster.simulated.\n")
                    .contains("  - The cluster knows no RayCluster (ray.io/v1).\n"
                            + "    for ray-cluster; affects every team\n"
                            + "    helm install kuberay-operator kuberay-operator --repo"
                            + " https://ray-project.github.io/kuberay-helm/ --namespace kuberay-system"
                            + " --create-namespace\n")
                    .endsWith("2 things lack.\n");
            assertThat(simulated.asked("quartermaster"))
                    .isNotEmpty()
                    .allSatisfy(asked -> assertThat(asked.verb() + " " + asked.resource())
                            .matches("(get|list) .*|create selfsubjectaccessreviews"));
        }
    }

    @Test
    void aClusterThatIsAwayIsSaidAndTheRestIsLookedAt() throws IOException {
        Path kubeconfig;
        try (var simulated = SimulatedCluster.start(0, Timings.immediate())) {
            kubeconfig = kubeconfig(simulated);
        }
        assertThat(run(Map.of("KUBECONFIG", kubeconfig.toString()))).isOne();
        assertThat(printed())
                .contains("  - The cluster can't be asked: the cluster can't be reached.")
                .contains("Slack: the local workspace")
                .endsWith("1 thing lacks.\n");
    }

    @Test
    void scopesThatTheAppLacksAreNamedAndAModelThatRefusesUs() throws IOException {
        HttpServer stub = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        stub.createContext("/api/auth.test", exchange -> {
            exchange.getResponseHeaders().set("x-oauth-scopes", "chat:write,commands,users:read,users:read.email");
            answer(exchange, 200, "{\"ok\":true,\"team\":\"Example\",\"user\":\"quartermaster\",\"team_id\":\"T1\"}");
        });
        stub.createContext("/v1/models", exchange -> answer(exchange, 401, "{}"));
        stub.start();
        String here = "http://127.0.0.1:" + stub.getAddress().getPort();
        try {
            assertThat(run(Map.of(
                            "SLACK_SIGNING_SECRET", "s",
                            "SLACK_BOT_TOKEN", "xoxb-1",
                            "SLACK_API_URL", here + "/api/",
                            "QUARTERMASTER_MODEL_PROVIDER", "openai",
                            "QUARTERMASTER_MODEL_NAME", "small",
                            "QUARTERMASTER_MODEL_KEY", "k",
                            "QUARTERMASTER_MODEL_URL", here + "/v1")))
                    .isOne();
        } finally {
            stub.stop(0);
        }
        assertThat(printed())
                .contains("Slack: Example, as quartermaster.\n  - The app lacks the scopes app_mentions:read,"
                        + " channels:history, channels:read, files:write, groups:history, groups:read, im:history,"
                        + " im:read, im:write.\n")
                .contains("  - It answers 401 to our key.\n")
                .contains("    Set QUARTERMASTER_MODEL_KEY anew.\n")
                .endsWith("2 things lack.\n");
    }

    @Test
    void aModelThatAnswersAnythingElseWasNotLookedAt() throws IOException {
        HttpServer stub = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        stub.createContext("/v1/models", exchange -> answer(exchange, 500, "{}"));
        stub.createContext("/v2/models", exchange -> answer(exchange, 404, "{}"));
        stub.createContext("/v3/models", exchange -> answer(exchange, 200, "{}"));
        stub.start();
        String here = "http://127.0.0.1:" + stub.getAddress().getPort();
        try {
            assertThat(run(model(here + "/v1"))).isOne();
            assertThat(printed())
                    .contains("  - It answers 500 at " + here
                            + "/v1/models: whether it takes our key could not be looked at.\n")
                    .endsWith("Nothing lacks of what was seen; 1 could not be looked at.\n");
            assertThat(run(model(here + "/v2"))).isOne();
            assertThat(run(model(here + "/v3"))).isZero();
        } finally {
            stub.stop(0);
        }
    }

    private static Map<String, String> model(String url) {
        return Map.of(
                "QUARTERMASTER_MODEL_PROVIDER", "openai",
                "QUARTERMASTER_MODEL_NAME", "small",
                "QUARTERMASTER_MODEL_KEY", "k",
                "QUARTERMASTER_MODEL_URL", url);
    }

    @Test
    void whatCannotBeCarriedOutIsSaid() throws IOException {
        assertThat(run(Map.of(), "--all")).isEqualTo(2);
        assertThat(run(Map.of(), folder.resolve("nowhere").toString())).isEqualTo(2);
        assertThat(run(Map.of("KUBECONFIG", folder.resolve("none").toString()))).isEqualTo(2);
        assertThat(run(Map.of("QUARTERMASTER_NODES", "perhaps"))).isZero();
        assertThat(run(Map.of("SLACK_BOT_TOKEN", "xoxb-1"))).isEqualTo(2);
        Files.writeString(folder.resolve("organisation.yaml"), "name: only");
        assertThat(run(Map.of(), folder.toString())).isEqualTo(2);
        assertThat(printed())
                .contains(DoctorCommand.USAGE)
                .contains("There is no folder")
                .contains("which can't be read")
                .contains("Slack is half configured: SLACK_SIGNING_SECRET not set.")
                .contains("The files would not be put in force; mend them first.");
    }

    @Test
    void theScopesAreThoseOfTheManifest() throws IOException {
        Map<String, Map<String, Map<String, List<String>>>> manifest =
                new Yaml().load(Files.readString(Path.of("../deploy/slack/manifest.yaml")));
        assertThat(manifest.get("oauth_config").get("scopes").get("bot")).isEqualTo(SlackCheck.SCOPES);
    }

    private Path kubeconfig(SimulatedCluster simulated) throws IOException {
        return Files.writeString(folder.resolve("kubeconfig"), """
                apiVersion: v1
                kind: Config
                clusters: [{name: here, cluster: {server: "%s"}}]
                contexts: [{name: here, context: {cluster: here, user: us}}]
                users: [{name: us, user: {token: none}}]
                current-context: here
                """.formatted(simulated.url()));
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, body.length());
            exchange.getResponseBody().write(body.getBytes(StandardCharsets.UTF_8));
        }
    }

    private int run(Map<String, String> variables, String... typed) {
        return new DoctorCommand(variables, new PrintStream(printed, true, StandardCharsets.UTF_8)).run(List.of(typed));
    }

    private String printed() {
        return printed.toString(StandardCharsets.UTF_8);
    }
}
