package dev.quartermaster.bot.digest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.actions.bundle.Bundles;
import dev.quartermaster.bot.program.RunningProgram;
import dev.quartermaster.bot.program.Started;
import dev.quartermaster.intents.people.PersonId;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An owner's week, as they read it on Monday. */
@Started(settings = "--management.server.port=0")
class DigestsTest {
    private static final Instant TUESDAY = Instant.parse("2026-11-24T10:00:00Z");
    private static final Instant MONDAY = Instant.parse("2026-11-30T09:00:30Z");

    private static RunningProgram program;

    @BeforeAll
    static void start(RunningProgram started) {
        program = started;
    }

    @Test
    void anOwnerReadsOnceOnMondayWhatTheyDecidedHowLongItTookAndWhatWaits() {
        program.clock(TUESDAY);
        program.types("ana", "grant sales.orders read --duration 2w --purpose \"churn study\"");
        String first = program.request("ana");
        program.eventually(() -> program.cards("card:" + first + ":dan").size() == 1);
        program.clock(TUESDAY.plusSeconds(1_200));
        program.presses("dan", "card:" + first + ":dan", "approve", first + "|" + program.digest(first));
        program.clock(MONDAY.minusSeconds(7_200));
        program.types("ana", "grant sales.returns read --duration 2w --purpose \"churn study\"");
        String second = program.request("ana");
        assertThat(program.cards("digest:weekly:%")).isEmpty();

        program.clock(MONDAY);
        program.runs("digests");
        program.eventually(() -> program.cards("digest:weekly:dan:2026-11-30").size() == 1);
        program.clock(MONDAY.plusSeconds(3_600));
        program.runs("digests");
        program.runs("digests");

        assertThat(program.cards("digest:weekly:%"))
                .as("nothing to say is not said")
                .containsExactlyInAnyOrder("digest:weekly:dan:2026-11-30", "digest:weekly:omar:2026-11-30");
        assertThat(program.card("dan", "digest:weekly:dan:2026-11-30"))
                .contains("You said yes once and no 0 times last week")
                .contains("20 minutes")
                .contains(second);
        assertThat(program.card("omar", "digest:weekly:omar:2026-11-30")).contains("You decided nothing", second);
        assertThat(program.cards("digest:daily:%")).isEmpty();
        MeterRegistry metrics = program.context().getBean(MeterRegistry.class);
        program.context().getBean(WaitMetric.class).measure();
        assertThat(metrics.get("quartermaster.approval.wait").gauge().value()).isBetween(1_190.0, 1_230.0);
        Set<String> people = program.context().getBean(Bundles.class).current().people().persons().keySet().stream()
                .map(PersonId::value)
                .collect(Collectors.toSet());
        assertThat(metrics.getMeters())
                .as("no people, mail addresses or teams in labels")
                .allSatisfy(meter -> assertThat(meter.getId().getTags())
                        .extracting(Tag::getValue)
                        .noneMatch(value -> value.contains("@") || value.equals("growth") || people.contains(value)));
    }

    @Test
    void metricsHaveAPortOfTheirOwnAndHealthStaysWhereProbesFindIt() throws Exception {
        String serving = program.context().getEnvironment().getRequiredProperty("server.port");
        String metrics = program.context().getEnvironment().getRequiredProperty("local.management.port");
        assertThat(status(serving, "/actuator/prometheus")).isEqualTo(404);
        assertThat(status(metrics, "/actuator/prometheus")).isEqualTo(200);
        for (String health : List.of("/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness")) {
            assertThat(status(serving, health)).as(health).isEqualTo(200);
            assertThat(status(metrics, health)).as(health).isEqualTo(200);
        }
    }

    @Test
    void metricsOfALocalWorkspaceAreShownUnderThisMachinesOwnNameOnly() throws Exception {
        int metrics = program.context().getEnvironment().getRequiredProperty("local.management.port", Integer.class);
        assertThat(named("localhost", metrics)).contains(" 200 ");
        assertThat(named("rebound.example.com", metrics)).contains(" 403 ");
    }

    /** The first line of the answer to whoever calls the machine by a name. */
    private static String named(String host, int port) throws Exception {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.getOutputStream()
                    .write(("GET /actuator/prometheus HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .findFirst()
                    .orElse("");
        }
    }

    private static int status(String port, String path) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            URI uri = URI.create("http://127.0.0.1:" + port + path);
            return http.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        }
    }
}
