package dev.quartermaster.bot.workspace;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.methods.MethodsClient;
import dev.quartermaster.bot.workspace.state.ClockOffset;
import dev.quartermaster.bot.workspace.state.WorkspaceSettings;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.HttpEncodingAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.MultipartAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The local workspace alone, on a port of its own, for a bot that runs elsewhere. */
public final class WorkspaceServer implements AutoCloseable {
    public static final String SECRET = "signing-secret-of-the-stand-in";
    public static final String TOKEN = "xoxb-stand-in";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ConfigurableApplicationContext context;
    private final MethodsClient methods;
    private final HttpClient http = HttpClient.newHttpClient();

    @ImportAutoConfiguration({
        TomcatServletWebServerAutoConfiguration.class,
        DispatcherServletAutoConfiguration.class,
        WebMvcAutoConfiguration.class,
        HttpMessageConvertersAutoConfiguration.class,
        HttpEncodingAutoConfiguration.class,
        MultipartAutoConfiguration.class
    })
    static class Server {}

    /** Starts it for a bot at {@code events}; {@code port} 0 takes a free one. */
    public WorkspaceServer(URI events, Path folder, int port) {
        SpringApplication application = new SpringApplication(Server.class, LocalWorkspace.class);
        application.setWebApplicationType(WebApplicationType.SERVLET);
        application.setBannerMode(org.springframework.boot.Banner.Mode.OFF);
        application.setLogStartupInfo(false);
        WorkspaceSettings settings = sample(events, folder);
        application.addInitializers(
                fresh -> ((GenericApplicationContext) fresh).registerBean(WorkspaceSettings.class, () -> settings));
        this.context = application.run(
                "--server.port=" + port, "--server.address=127.0.0.1", "--quartermaster.workspace.enabled=true");
        SlackConfig config = new SlackConfig();
        config.setMethodsEndpointUrlPrefix(api().toString());
        config.setPrettyResponseLoggingEnabled(false);
        this.methods = Slack.getInstance(config).methods(TOKEN);
    }

    static WorkspaceSettings sample(URI events, Path folder) {
        return new WorkspaceSettings(
                List.of(
                        account("ana", "Ana Silva", "analyst", "growth"),
                        account("iris", "Iris Berg", "intern", "growth"),
                        account("mia", "Mia Novak", "manager", "growth"),
                        account("raj", "Raj Patel", "analyst", "risk"),
                        account("lee", "Lee Chen", "manager", "risk"),
                        account("dan", "Dan Moreau", "manager", "commerce"),
                        account("omar", "Omar Haddad", "platform lead", "platform"),
                        account("pat", "Pat Doyle", "platform lead", "platform"),
                        account("kim", "Kim Larsen", "platform lead", "platform")),
                List.of(
                        new WorkspaceSettings.Channel("approvals", List.of("omar", "pat", "kim", "mia", "lee", "dan")),
                        new WorkspaceSettings.Channel("growth", List.of("ana", "iris", "mia")),
                        new WorkspaceSettings.Channel("platform", List.of("omar", "pat", "kim"))),
                events,
                SECRET,
                TOKEN,
                folder,
                Map.of("ana@example.com", "token-of-ana", "omar@example.com", "token-of-omar"),
                () -> "simulated cluster",
                new Hands());
    }

    private static WorkspaceSettings.Account account(String id, String name, String role, String team) {
        return new WorkspaceSettings.Account(id, id + "@example.com", name, role, team);
    }

    /** A clock that only these tests look at. */
    private static final class Hands implements ClockOffset {
        private Duration ahead = Duration.ZERO;

        @Override
        public Duration ahead() {
            return ahead;
        }

        @Override
        public void forward(Duration by) {
            ahead = ahead.plus(by);
        }
    }

    public int port() {
        return ((WebServerApplicationContext) context).getWebServer().getPort();
    }

    public URI page() {
        return URI.create("http://localhost:" + port() + "/");
    }

    /** The Web API prefix, what {@code SLACK_API_URL} would be. */
    public URI api() {
        return URI.create("http://127.0.0.1:" + port() + "/workspace/api/");
    }

    public MethodsClient methods() {
        return methods;
    }

    /** What the page would send when this person does {@code action}. */
    public ObjectNode person(String account, String action, Map<String, ?> fields) throws Exception {
        ObjectNode body = JSON.valueToTree(fields);
        body.put("as", account);
        HttpRequest request = HttpRequest.newBuilder(page().resolve("/workspace/person/" + action))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                .build();
        return (ObjectNode) JSON.readTree(
                http.send(request, HttpResponse.BodyHandlers.ofString()).body());
    }

    /** What the page would read. */
    public JsonNode read(String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(page().resolve("/workspace/page/" + path))
                .build();
        return JSON.readTree(
                http.send(request, HttpResponse.BodyHandlers.ofString()).body());
    }

    @Override
    public void close() {
        http.shutdownNow();
        context.close();
    }
}
