package dev.quartermaster.deploy.trial;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.bot.slack.fixture.FakeSlack;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Cluster, warehouse and Slack away, one after the other, and back (threats: 31 to 33, 37, 40, 46). */
@Tag("faults")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AwayTest {
    private static final String ANA = FakeSlack.dm("ana");
    private static final String EXPERIMENT = "/qm launch data-science-experimentation";

    @TempDir
    static Path folder;

    private static Outside outside;
    private static Wire cluster;
    private static Wire warehouse;
    private static int clusterPort;
    private static Trial trial;

    @BeforeAll
    static void startsWhileBothAreAway() throws Exception {
        Trial.needsTheJar();
        outside = Outside.start();
        clusterPort = PackagedJar.freePort();
        cluster = Wire.to(clusterPort);
        warehouse = Wire.to(outside.port());
        Map<String, String> environment = new HashMap<>(outside.warehouse(warehouse.port()));
        environment.put("QUARTERMASTER_CLUSTER_SIMULATED_PORT", Integer.toString(clusterPort));
        environment.put("QUARTERMASTER_CLUSTER_SIMULATED_URL", "http://127.0.0.1:" + cluster.port());
        trial = Trial.start(folder, environment);
    }

    @AfterAll
    static void stop() throws Exception {
        if (trial != null) {
            trial.close();
        }
        if (outside != null) {
            cluster.close();
            warehouse.close();
            outside.close();
        }
    }

    @Test
    @Order(1)
    void whatIsApprovedWhileTheyAreAwaySaysSoAndGoesOnByItself() throws Exception {
        assertThat(trial.jar().ready())
                .as("ready: both are waited for, not needed")
                .isEqualTo(200);
        trial.person("ana").commands(EXPERIMENT.substring(4) + " --duration 8h --purpose first");
        trial.sees(ANA, "Waiting for the cluster, will go on by itself.");
        trial.person("ana").commands("grant sales.orders read --duration 2w --purpose \"churn study\"");
        trial.person("dan").presses(trial.sees(FakeSlack.dm("dan"), "Approval needed"), "approve");
        trial.sees(ANA, "Waiting for the warehouse, will go on by itself.");

        Instant back = Instant.now();
        warehouse.mend();
        trial.eventually("the grant", () -> live("grant"));
        System.out.println("warehouse back: grant live after " + since(back));
        cluster.mend();
        back = Instant.now();
        trial.eventually("the environment", () -> live("data-science-experimentation"));
        System.out.println("cluster back: environment live after " + since(back));
        trial.sees(ANA, "JupyterLab");
        assertThat(trial.slack().in(ANA).stream().filter(each -> each.all().contains("JupyterLab")))
                .as("one message with the links")
                .hasSize(1);
    }

    @Test
    @Order(2)
    void whatIsDeletedByHandIsMadeAgain() throws Exception {
        String lease = lease("data-science-experimentation").path("id").asString();
        assertThat(objects(lease)).contains("StatefulSet", "Service", "Secret", "PersistentVolumeClaim");
        delete("/apis/apps/v1/namespaces/team-growth/statefulsets/" + lease);
        delete("/api/v1/namespaces/team-growth/services/" + lease);
        assertThat(objects(lease)).doesNotContain("Service");
        trial.jar().embedded().change("update lease set due = clock_timestamp()");

        trial.eventually(
                "what is missing",
                () -> objects(lease).containsAll(List.of("StatefulSet", "Service"))
                        ? Optional.of(true)
                        : Optional.empty());
        assertThat(trial.slack().in(ANA).stream().filter(each -> each.all().contains("JupyterLab")))
                .hasSize(1);
    }

    @Test
    @Order(3)
    void whatIsStoppedWhileTheyAreAwayIsTakenBackWhenTheyAreBack() throws Exception {
        String lease = lease("data-science-experimentation").path("id").asString();
        warehouse.cut();
        cluster.cut();
        trial.person("ana").commands("stop " + lease);
        trial.sees(ANA, "Waiting for the warehouse to take it back, will go on by itself.");
        warehouse.mend();
        trial.sees(ANA, "Waiting for the cluster to take it back, will go on by itself.");
        cluster.mend();
        Instant back = Instant.now();
        trial.eventually("the end", () -> state(lease, "ended"));
        System.out.println("cluster back: stopped environment gone after " + since(back));
        assertThat(objects(lease)).isEmpty();
        trial.allIsSaid();
        assertThat(trial.slack().in(ANA).stream().filter(each -> each.all().contains("Ended. Stopped by Ana")))
                .as("told once, and on the card")
                .hasSizeBetween(1, 2);
    }

    @Test
    @Order(4)
    void aStopWhileItIsQueuedTakesEverythingBackAndCostsNothing() throws Exception {
        for (int each = 0; each < 3; each++) {
            trial.person("ana").commands("launch ray-cluster --gpus 6 --duration 1h --purpose queue" + each);
            JsonNode request = trial.eventually("request " + each, AwayTest::waiting);
            approve(request);
        }
        trial.sees(ANA, "queued: waiting for");
        JsonNode queued = trial.get("ana", "/api/leases")
                .path("leases")
                .valueStream()
                .filter(each -> each.path("state").asString().equals("providing"))
                .findFirst()
                .orElseThrow();
        String lease = queued.path("id").asString();
        assertThat(objects(lease)).contains("RayCluster");
        trial.person("ana").commands("stop " + lease);
        JsonNode ended = trial.eventually("the end", () -> state(lease, "ended"));
        assertThat(objects(lease)).isEmpty();
        assertThat(ended.path("spent").toString()).contains("0").doesNotContain("1");
        for (JsonNode each : trial.get("ana", "/api/leases").path("leases")) {
            if (each.path("path").asString().equals("ray-cluster")) {
                trial.person("ana").commands("stop " + each.path("id").asString());
            }
        }
    }

    @Test
    @Order(5)
    void whateverSlackDoesEverythingArrivesInOrderAndNothingEarly() throws Exception {
        SlackTrouble trouble = new SlackTrouble();
        trial.slack().fault(trouble);
        long before = trial.slack().in(ANA).size();
        for (SlackTrouble.Kind kind : SlackTrouble.Kind.values()) {
            trouble.is(kind);
            trial.person("ana").commands(EXPERIMENT.substring(4) + " --duration 1h --purpose slack" + kind);
            Thread.sleep(2500);
        }
        trouble.is(SlackTrouble.Kind.NONE);
        trial.eventually(
                "five environments",
                () -> trial.slack().in(ANA).stream()
                                        .skip(before)
                                        .filter(each -> each.all().contains("JupyterLab"))
                                        .count()
                                == SlackTrouble.Kind.values().length
                        ? Optional.of(true)
                        : Optional.empty());
        assertThat(trouble.early()).isEmpty();
        assertThat(trouble.refused()).as("the trouble was real").isPositive();
        assertThat(cardsInOrder())
                .as("the cards stand in the order of what was asked")
                .isSorted();
        for (String lease : liveOf("data-science-experimentation")) {
            trial.person("ana").commands("stop " + lease);
        }
    }

    @Test
    @Order(6)
    void aPoisonedEventIsParkedAndHoldsUpNobody() throws Exception {
        trial.jar()
                .embedded()
                .change("insert into slack_inbox (key, lane, body, at) values"
                        + " ('poison', 'U0ANA', '{\"kind\":\"nonsense\"}', now())");
        Instant asked = Instant.now();
        trial.person("mia").commands("spend");
        trial.sees(FakeSlack.dm("mia"), "Total so far");
        System.out.println("poison in ana's lane: mia is answered after " + since(asked));
        trial.person("ana").commands("list");
        trial.sees(ANA, "Something went wrong on our side");
        assertThat(trial.jar().embedded().select("select state || ' ' || tries from slack_inbox where key = 'poison'"))
                .containsExactly("parked 5");
        assertThat(trial.jar().embedded().select("select count(*) from slack_inbox where state = 'waiting'"))
                .containsExactly("0");
    }

    @Test
    @Order(7)
    void theEndComesWithAWarningAndTakesEverythingBackWhateverTheHour() throws Exception {
        trial.jar().embedded().clock(Duration.ofDays(13).plusHours(1));
        trial.sees(ANA, "Ends ");
        trial.jar().embedded().clock(Duration.ofDays(14).plusHours(1));
        trial.eventually("the end of the grant", () -> {
            JsonNode grant = lease("grant");
            return grant.path("state").asString().equals("ended") ? Optional.of(grant) : Optional.empty();
        });
        trial.allIsSaid();
        assertThat(trial.slack().in(ANA).stream().filter(each -> each.all().contains("Its time was up.")))
                .hasSizeBetween(1, 2);
        assertThat(trial.slack().refusals()).isEmpty();
    }

    /** When each request was asked, in the order its card stands in the analyst's DM. */
    private static List<Instant> cardsInOrder() throws Exception {
        Map<String, Instant> asked = new HashMap<>();
        for (JsonNode each : trial.get("ana", "/api/requests").path("requests")) {
            asked.put(each.path("id").asString(), Instant.parse(each.path("at").asString()));
        }
        return trial.slack().in(ANA).stream()
                .filter(each -> each.thread().isEmpty())
                .flatMap(each -> asked.entrySet().stream()
                        .filter(request -> each.all().contains("Request `" + request.getKey()))
                        .map(Map.Entry::getValue))
                .toList();
    }

    private static void approve(JsonNode request) throws Exception {
        String id = request.path("id").asString();
        for (String person : List.of("omar", "pat", "mia")) {
            trial.slack().in(FakeSlack.dm(person)).stream()
                    .filter(each -> each.all().contains(id))
                    .filter(each -> Buttons.find(each, "approve").isPresent())
                    .reduce((one, later) -> later)
                    .ifPresent(card -> press(person, card));
        }
        trial.eventually("the yeses", () -> waiting().isEmpty() ? Optional.of(true) : Optional.empty());
    }

    private static void press(String person, FakeSlack.Post card) {
        try {
            trial.person(person).presses(card, "approve");
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static Optional<JsonNode> waiting() throws Exception {
        return trial.get("ana", "/api/requests")
                .path("requests")
                .valueStream()
                .filter(each -> each.path("state").asString().equals("waiting"))
                .filter(each -> trial.slack().posts().stream()
                        .anyMatch(card -> card.all().contains(each.path("id").asString())
                                && card.channel().equals(FakeSlack.dm("omar"))))
                .findFirst();
    }

    private static JsonNode lease(String path) throws Exception {
        return trial.get("ana", "/api/leases")
                .path("leases")
                .valueStream()
                .filter(each -> each.path("path").asString().equals(path))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> liveOf(String path) throws Exception {
        return trial.get("ana", "/api/leases")
                .path("leases")
                .valueStream()
                .filter(each -> each.path("path").asString().equals(path)
                        && each.path("state").asString().equals("live"))
                .map(each -> each.path("id").asString())
                .toList();
    }

    private static Optional<JsonNode> live(String path) throws Exception {
        JsonNode lease = lease(path);
        return lease.path("state").asString().equals("live") ? Optional.of(lease) : Optional.empty();
    }

    private static Optional<JsonNode> state(String lease, String state) throws Exception {
        return trial.get("ana", "/api/leases")
                .path("leases")
                .valueStream()
                .filter(each -> each.path("id").asString().equals(lease)
                        && each.path("state").asString().equals(state))
                .findFirst();
    }

    /** Kinds of what the cluster has of a lease, asked behind the wire. */
    private static List<String> objects(String lease) throws Exception {
        return new ClusterEyes(clusterPort).kinds("team-growth", lease);
    }

    private static void delete(String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + clusterPort + path))
                .DELETE()
                .build();
        HttpResponse<String> response = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    }

    private static String since(Instant start) {
        return Duration.between(start, Instant.now()).toMillis() + " ms";
    }
}
