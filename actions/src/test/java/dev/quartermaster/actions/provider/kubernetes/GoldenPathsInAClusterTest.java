package dev.quartermaster.actions.provider.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.actions.bundle.PartTypeScan;
import dev.quartermaster.actions.cluster.Cluster;
import dev.quartermaster.actions.cluster.RememberedObjects;
import dev.quartermaster.actions.cluster.simulated.SimulatedCluster;
import dev.quartermaster.actions.cluster.simulated.life.Timings;
import dev.quartermaster.actions.provider.Observed;
import dev.quartermaster.actions.provider.Order;
import dev.quartermaster.actions.provider.Provider.Wanted;
import dev.quartermaster.intents.catalogue.PathName;
import dev.quartermaster.intents.catalogue.Value;
import dev.quartermaster.intents.config.Bundle;
import dev.quartermaster.intents.config.BundleReader;
import dev.quartermaster.intents.config.Loaded;
import dev.quartermaster.intents.intent.Intent;
import dev.quartermaster.intents.intent.Term;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.people.TeamId;
import dev.quartermaster.intents.plan.Draft;
import dev.quartermaster.intents.plan.LeaseId;
import dev.quartermaster.intents.plan.Plan;
import dev.quartermaster.intents.plan.Planner;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every golden path of the default organisation that makes pods, through strict validation and back. */
class GoldenPathsInAClusterTest {
    private static final LeaseId LEASE = new LeaseId("lease-abcdefghij");
    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
    private static final Bundle BUNDLE = bundle();

    private final SimulatedCluster simulated = SimulatedCluster.start(0, Timings.immediate());
    private final Cluster cluster = Cluster.simulatedAt(simulated.url());
    private final KubernetesProvider provider =
            new KubernetesProvider(cluster, new RememberedObjects(), () -> true, List::of);

    @AfterEach
    void close() {
        cluster.close();
        simulated.close();
    }

    @ParameterizedTest
    @MethodSource("wishes")
    void isMadeReadyStoppedAndTakenAway(PathName path, long gpus) {
        for (var part : plan(path, gpus).parts()) {
            if (part.provider().equals("kubernetes")) {
                var team = new Order.Team(new TeamId("growth"), "team-growth");
                var owner = new Order.Owner(new PersonId("ana"));
                var order = new Order(LEASE, part, owner, team, NOW, 1);

                assertThat(provider.converge(order, Wanted.RUNNING))
                        .isInstanceOfAny(Observed.Ready.class, Observed.Making.class);
                assertThat(provider.observe(order)).isEqualTo(new Observed.Ready(team.namespace() + "/" + LEASE));
                provider.converge(order, Wanted.STOPPED);
                assertThat(provider.observe(order)).isInstanceOf(Observed.Stopped.class);
                assertThat(provider.converge(order, Wanted.GONE)).isEqualTo(new Observed.Absent());
            }
        }
    }

    static Stream<Object[]> wishes() {
        return BUNDLE.catalogue().paths().values().stream()
                .filter(path -> path.compute())
                .flatMap(path -> Stream.of(0L, 1L, 8L)
                        .filter(gpus -> gpus == 0
                                || path.parameters().stream()
                                        .anyMatch(each -> each.name().equals("gpus")))
                        .map(gpus -> new Object[] {path.name(), gpus}));
    }

    private static Plan plan(PathName path, long gpus) {
        var said = new TreeMap<String, Value>();
        if (gpus > 0) {
            said.put("gpus", new Value.Whole(gpus));
        }
        var launch = new Intent.Launch(path, said, new Term.Unsaid(), "a trial");
        var team = BUNDLE.people().teams().get(new TeamId("growth"));
        var owner = BUNDLE.people().persons().get(new PersonId("ana"));
        var draft = new Planner(BUNDLE.organisation(), BUNDLE.catalogue(), BUNDLE.prices())
                .draft(launch, owner, team, LEASE, NOW);
        assertThat(draft).isInstanceOf(Draft.Ready.class);
        return ((Draft.Ready) draft).plan();
    }

    private static Bundle bundle() {
        try {
            var folder = Path.of(Objects.requireNonNull(GoldenPathsInAClusterTest.class.getResource("/config"))
                    .toURI());
            Map<String, String> files = new HashMap<>();
            try (var found = Files.walk(folder)) {
                for (var file : found.filter(Files::isRegularFile).toList()) {
                    files.put(folder.relativize(file).toString().replace('\\', '/'), Files.readString(file));
                }
            }
            var loaded = new BundleReader(PartTypeScan.found()).read(files);
            assertThat(loaded).isInstanceOf(Loaded.Ok.class);
            return ((Loaded.Ok) loaded).bundle();
        } catch (IOException | URISyntaxException e) {
            throw new AssertionError(e);
        }
    }
}
