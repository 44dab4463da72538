package dev.quartermaster.deploy.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.quartermaster.bot.slack.fixture.FakeSlack;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One packaged program, one stand-in for Slack, and the sample people. */
record Trial(PackagedJar jar, FakeSlack slack) implements AutoCloseable {
    private static final Map<String, String> TOKENS = Map.of(
            "ana", "token-of-ana-for-trials", "mia", "token-of-mia-for-trials", "omar", "token-of-omar-for-trials");
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    static Trial start(Path folder) throws IOException, InterruptedException {
        return start(folder, Map.of());
    }

    /** The jar as it was built, where others are unpacked. */
    static Trial startPacked(Path folder) throws IOException, InterruptedException {
        needsTheJar();
        FakeSlack slack = FakeSlack.strict();
        return new Trial(PackagedJar.start(PackagedJar.JAR, folder, environment(slack, Map.of())), slack);
    }

    static Trial start(Path folder, Map<String, String> besides) throws IOException, InterruptedException {
        needsTheJar();
        FakeSlack slack = FakeSlack.strict();
        return new Trial(PackagedJar.start(folder, environment(slack, besides)), slack);
    }

    static void needsTheJar() {
        if (!Files.exists(PackagedJar.JAR)) {
            System.out.println("\n*** The packaged jar is not built: its trials are NOT run. Use mvn verify. ***\n");
        }
        assumeTrue(Files.exists(PackagedJar.JAR), "needs bot/target/quartermaster.jar: mvn verify");
    }

    static Map<String, String> environment(FakeSlack slack, Map<String, String> besides) {
        Map<String, String> environment = new HashMap<>(besides);
        environment.put("SLACK_SIGNING_SECRET", SlackPerson.SIGNING_SECRET);
        environment.put("SLACK_BOT_TOKEN", FakeSlack.TOKEN);
        environment.put("SLACK_API_URL", slack.url().toString());
        environment.put(
                "QUARTERMASTER_API_TOKENS",
                String.join(
                        ",",
                        TOKENS.entrySet().stream()
                                .map(each -> each.getKey() + "@example.com=" + each.getValue())
                                .toList()));
        return environment;
    }

    SlackPerson person(String name) {
        return new SlackPerson(name, jar.url("/slack/events"), slack);
    }

    /** @return the status of what a link leads to, for somebody who is nobody here */
    int opens(String link) throws IOException, InterruptedException {
        return HTTP.send(HttpRequest.newBuilder(URI.create(link)).build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    JsonNode get(String person, String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(jar.url(path))
                .header("Authorization", "Bearer " + TOKENS.get(person))
                .build();
        HttpResponse<String> response = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return JSON.readTree(response.body());
    }

    /** The newest message of a channel or DM that contains the words, once there is one. */
    FakeSlack.Post sees(String channel, String words) {
        return eventually(
                "a message in " + channel + " with \"" + words + "\"",
                () -> slack.in(channel).reversed().stream()
                        .filter(each -> each.all().contains(words))
                        .findFirst());
    }

    /** Waits until everything that was heard is worked and everything that is to be said is said. */
    void allIsSaid() {
        eventually(
                "what is not said yet",
                () -> jar.embedded()
                                .select(
                                        "select count(*) from (select 1 from slack_outbox where state in ('waiting', 'sending')"
                                                + " union all select 1 from slack_inbox where state = 'waiting'"
                                                + " union all select 1 from notice where said_at is null) x")
                                .equals(List.of("0"))
                        ? Optional.of(true)
                        : Optional.empty());
    }

    /** Waits up to two minutes, because the machine may be busy; what takes longer is a fault. */
    <T> T eventually(String what, Callable<Optional<T>> look) {
        Instant end = Instant.now().plus(Duration.ofMinutes(2));
        while (Instant.now().isBefore(end)) {
            try {
                Optional<T> found = look.call();
                if (found.isPresent()) {
                    return found.get();
                }
                Thread.sleep(50);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
        StringBuilder said = new StringBuilder();
        slack.posts()
                .forEach(each -> said.append(each.channel())
                        .append(": ")
                        .append(each.all())
                        .append('\n'));
        throw new AssertionError("Waited in vain for " + what + "; said so far:\n" + said);
    }

    @Override
    public void close() {
        jar.close();
        slack.close();
    }
}
