package dev.quartermaster.deploy.trial;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.bot.slack.fixture.FakeSlack;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Two processes that start at once against an empty database, share a cluster, and are both clicked at (threats: 8, 30).
 * {@code -Drequests=40} is the default; every request is clicked at eight times, spread over both.
 */
@Tag("faults")
class ReplicasTest {
    private static final int REQUESTS = Integer.getInteger("requests", 40);
    private static final int CLICKS = 8;

    @TempDir
    Path folder;

    @Test
    void everyRequestIsDecidedAndHandedOverOnce() throws Exception {
        Trial.needsTheJar();
        int clusterPort = PackagedJar.freePort();
        try (Outside outside = Outside.start();
                FakeSlack slack = FakeSlack.strict();
                ExecutorService hands = Executors.newVirtualThreadPerTaskExecutor()) {
            Map<String, String> shared = new HashMap<>(outside.database());
            shared.putAll(outside.warehouse(outside.port()));
            Map<String, String> one = new HashMap<>(shared);
            one.put("QUARTERMASTER_CLUSTER_SIMULATED_PORT", Integer.toString(clusterPort));
            Map<String, String> other = new HashMap<>(shared);
            other.put("QUARTERMASTER_CLUSTER_SIMULATED_URL", "http://127.0.0.1:" + clusterPort);
            Future<PackagedJar> second = hands.submit(() -> start("other", slack, other));
            try (PackagedJar first = start("one", slack, one);
                    PackagedJar both = second.get()) {
                run(new Trial(first, slack), new Trial(both, slack), hands, clusterPort);
            }
        }
    }

    private PackagedJar start(String name, FakeSlack slack, Map<String, String> environment) throws Exception {
        return PackagedJar.start(Files.createDirectories(folder.resolve(name)), Trial.environment(slack, environment));
    }

    private static void run(Trial one, Trial other, ExecutorService hands, int clusterPort) throws Exception {
        List<Trial> replicas = List.of(one, other);
        for (int i = 0; i < REQUESTS; i++) {
            replicas.get(i % 2)
                    .person("ana")
                    .commands("launch data-science-customer-data --duration 1h --purpose r" + i);
        }
        String lee = FakeSlack.dm("lee");
        one.eventually(
                "all cards", () -> cards(one.slack(), lee).size() == REQUESTS ? Optional.of(true) : Optional.empty());
        Instant start = Instant.now();
        List<Callable<Integer>> clicks = new ArrayList<>();
        for (FakeSlack.Post card : cards(one.slack(), lee)) {
            for (int click = 0; click < CLICKS; click++) {
                Trial replica = replicas.get(click % 2);
                clicks.add(() -> replica.person("lee").presses(card, "approve"));
            }
        }
        for (Future<Integer> click : hands.invokeAll(clicks)) {
            assertThat(click.get()).isEqualTo(200);
        }
        Duration clicked = Duration.between(start, Instant.now());
        one.eventually(
                "all hand-overs",
                () -> one.get("ana", "/api/requests")
                                        .path("requests")
                                        .valueStream()
                                        .filter(each ->
                                                each.path("state").asString().equals("live"))
                                        .count()
                                == REQUESTS
                        ? Optional.of(true)
                        : Optional.empty());
        System.out.printf(
                "%d requests x %d clicks over two processes: clicks answered in %d ms, all live after %d ms%n",
                REQUESTS,
                CLICKS,
                clicked.toMillis(),
                Duration.between(start, Instant.now()).toMillis());
        assertOnce(one, clusterPort);
    }

    private static void assertOnce(Trial trial, int clusterPort) throws Exception {
        List<JsonNode> requests =
                trial.get("ana", "/api/requests").path("requests").valueStream().toList();
        assertThat(requests).hasSize(REQUESTS);
        for (JsonNode request : requests) {
            assertThat(request.path("stages")
                            .valueStream()
                            .mapToInt(stage -> stage.path("decided").size())
                            .sum())
                    .isEqualTo(1);
            List<String> facts = trial.get(
                            "ana", "/api/audit?request=" + request.path("id").asString())
                    .path("facts")
                    .valueStream()
                    .map(fact -> fact.path("what").asString())
                    .toList();
            assertThat(facts)
                    .containsOnlyOnce("approved")
                    .containsOnlyOnce("granted")
                    .containsOnlyOnce("lease-opened")
                    .containsOnlyOnce("handed-over");
        }
        assertThat(leases(trial)).hasSize(REQUESTS);
        for (JsonNode lease : leases(trial)) {
            assertThat(new ClusterEyes(clusterPort)
                            .kinds("team-growth", lease.path("id").asString()))
                    .containsOnlyOnce("StatefulSet");
        }
        trial.eventually(
                "the news, each once",
                () -> trial.slack().in(FakeSlack.dm("ana")).stream()
                                        .filter(each -> each.all().contains("Ready until")
                                                && !each.thread().isEmpty())
                                        .count()
                                == REQUESTS
                        ? Optional.of(true)
                        : Optional.empty());
        assertThat(trial.slack().refusals()).isEmpty();
    }

    private static List<FakeSlack.Post> cards(FakeSlack slack, String dm) {
        return slack.in(dm).stream()
                .filter(each -> Buttons.find(each, "approve").isPresent())
                .toList();
    }

    private static List<JsonNode> leases(Trial trial) throws Exception {
        return trial.get("ana", "/api/leases").path("leases").valueStream().toList();
    }
}
