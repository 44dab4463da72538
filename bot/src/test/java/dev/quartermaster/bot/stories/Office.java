package dev.quartermaster.bot.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.actions.bundle.Bundles;
import dev.quartermaster.bot.Quartermaster;
import dev.quartermaster.bot.browser.Browser;
import dev.quartermaster.intents.people.PeopleSource;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The real program with everything embedded, as {@code mvn spring-boot:run} starts it, and a browser before it. */
record Office(ConfigurableApplicationContext program, Browser browser, int port) implements AutoCloseable {
    static Office open(Path home) throws IOException {
        return open(home, List.of());
    }

    /** With a folder of files as the organisation. */
    static Office open(Path home, Path configuration) throws IOException {
        return open(home, List.of("--quartermaster.config=" + configuration));
    }

    private static Office open(Path home, List<String> settings) throws IOException {
        Browser browser = Browser.start();
        int port = freePort();
        try {
            ConfigurableApplicationContext program = Quartermaster.start(
                    Stream.concat(Stream.of("--server.port=" + port, "--quartermaster.home=" + home), settings.stream())
                            .toArray(String[]::new));
            return new Office(program, browser, port);
        } catch (RuntimeException e) {
            browser.close();
            throw e;
        }
    }

    /** Sees changed files now, as the program does by itself within seconds. */
    void followsTheFiles() {
        try {
            assertThat(program.getBean(Bundles.class).read().persons()).isNotEmpty();
        } catch (PeopleSource.Broken broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** Somebody at a window of their own, in their messages with the bot. */
    Seat seat(String account) {
        return new Seat(browser, browser.open(address() + "/?as=" + account), account);
    }

    /** Whatever was given up on: said and not taken by Slack (here: by the stand-in with Slack's limits), heard and not worked. */
    List<String> parked() {
        return database().sql("""
                        select concat_ws(' ', 'outbox', act, trouble, coalesce(blocks, text)) from slack_outbox where state = 'parked'
                        union all select concat_ws(' ', 'inbox', key, trouble) from slack_inbox where state = 'parked'
                        union all select concat_ws(' ', 'notice', kind, trouble) from notice where trouble is not null""").query(String.class).list();
    }

    /** The blocks of every message that these people can read, wherever it stands. */
    List<JsonNode> blocksSeenBy(String... accounts) {
        List<JsonNode> seen = new ArrayList<>();
        for (String account : accounts)
            for (JsonNode channel : page("state?as=" + account).path("channels"))
                for (JsonNode message : page("messages?as=" + account + "&channel="
                                + channel.path("id").asString(""))
                        .path("messages"))
                    if (message.path("bot_id").isString() && message.has("blocks")) seen.add(message.path("blocks"));
        return seen;
    }

    private JsonNode page(String path) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address() + "/workspace/page/" + path))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            return JsonMapper.shared()
                    .readTree(http.send(request, HttpResponse.BodyHandlers.ofString())
                            .body());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private String address() {
        return "http://127.0.0.1:" + port;
    }

    private JdbcClient database() {
        return program.getBean(JdbcClient.class);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        program.close();
        browser.close();
    }
}
