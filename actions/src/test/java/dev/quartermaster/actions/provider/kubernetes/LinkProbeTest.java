package dev.quartermaster.actions.provider.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.quartermaster.actions.provider.Observed;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the way in says while nothing is behind it, over HTTP. */
class LinkProbeTest {
    private final HttpServer wayIn;
    private final URI link;
    private volatile int status = 503;
    private volatile int asked;
    private Instant now = Instant.parse("2026-11-23T10:00:00Z");
    private final LinkProbe probe = new LinkProbe(() -> now);

    LinkProbeTest() throws IOException {
        wayIn = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        wayIn.createContext("/", exchange -> {
            asked++;
            exchange.getResponseHeaders().add("Location", "https://sign-in.example.com/");
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        wayIn.start();
        link = URI.create("http://" + wayIn.getAddress().getHostString() + ":"
                + wayIn.getAddress().getPort() + "/lab");
    }

    @AfterEach
    void stop() {
        wayIn.stop(0);
    }

    @ParameterizedTest
    @ValueSource(ints = {502, 503, 504})
    void nothingBehindTheWayInIsWaitedForAndThenThePlatformTeams(int nothingBehind) {
        status = nothingBehind;
        assertThat(closed()).hasValueSatisfying(waiting -> {
            assertThat(waiting.words()).isEqualTo("everything runs, but its link isn't open yet (" + status + ")");
            assertThat(waiting.trouble()).isNull();
        });
        now = now.plus(LinkProbe.PATIENCE);
        assertThat(closed()).hasValueSatisfying(waiting -> {
            assertThat(waiting.words()).contains("doesn't open (" + status + "); the platform team is told");
            assertThat(waiting.trouble()).isNotNull();
            assertThat(waiting.trouble().reason()).isEqualTo("link-closed");
            assertThat(waiting.trouble().words()).contains(link.toString(), "ingress class");
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 302, 401, 403, 500})
    void whateverAnswersIsUsable(int answer) {
        status = answer;
        assertThat(closed()).isEmpty();
        assertThat(asked).as("a redirect is an answer, and isn't followed").isEqualTo(1);
    }

    @Test
    void aPageThatIsNotFoundMayBeOneThatIsNotThereYetButNotForLong() {
        status = 404;
        assertThat(closed()).isPresent();
        now = now.plus(LinkProbe.NOT_FOUND);
        assertThat(closed()).isEmpty();
    }

    @Test
    void whereTheNetworkLetsNobodyInNothingWaitsAndOthersAreStillAsked() {
        URI nowhere = URI.create("http://" + link.getHost() + ":1/lab");
        assertThat(probe.closed("team-growth/lease-klmnopqrst", nowhere)).isEmpty();
        assertThat(closed()).isPresent();
    }

    /** Else whoever brings an image that answers so would run it for nothing. */
    @Test
    void whatRunsIsHandedOverInTheEnd() {
        closed();
        now = now.plus(LinkProbe.LONGEST);
        assertThat(closed()).isEmpty();
    }

    private Optional<Observed.Making> closed() {
        return probe.closed("team-growth/lease-abcdefghij", link.resolve("/lab"));
    }

    @Test
    void aNewTroubleHasItsOwnPatience() {
        closed();
        now = now.plus(Duration.ofMinutes(4));
        status = 200;
        assertThat(closed()).isEmpty();
        status = 503;
        now = now.plus(Duration.ofMinutes(4));
        assertThat(closed())
                .hasValueSatisfying(waiting -> assertThat(waiting.trouble()).isNull());
    }
}
