package dev.quartermaster.actions.provider.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.actions.cluster.Cluster;
import dev.quartermaster.actions.cluster.Labels;
import dev.quartermaster.actions.cluster.RememberedObjects;
import dev.quartermaster.actions.cluster.simulated.SimulatedCluster;
import dev.quartermaster.actions.cluster.simulated.life.Timings;
import dev.quartermaster.actions.provider.Observed;
import dev.quartermaster.actions.provider.Order;
import dev.quartermaster.actions.provider.Provider.Wanted;
import dev.quartermaster.intents.catalogue.PathName;
import dev.quartermaster.intents.catalogue.Value;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.people.TeamId;
import dev.quartermaster.intents.people.TeamNamespace;
import dev.quartermaster.intents.plan.LeaseId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every golden path of the default organisation that makes pods, through strict validation and back. */
@org.junit.jupiter.api.Order(1)
class GoldenPathsInAClusterTest {
    private static final LeaseId LEASE = new LeaseId("lease-abcdefghij");
    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

    private final SimulatedCluster simulated = SimulatedCluster.start(0, Timings.immediate());
    private final Cluster cluster = Cluster.simulatedAt(simulated.url());
    private final KubernetesProvider provider =
            new KubernetesProvider(cluster, new RememberedObjects(), () -> TeamNamespace.CREATED, List::of);

    @AfterEach
    void close() {
        cluster.close();
        simulated.close();
    }

    @ParameterizedTest
    @MethodSource("wishes")
    void isMadeReadyStoppedAndTakenAway(PathName path, Map<String, Value> said) {
        for (var part : DefaultPlans.plan(path, said, LEASE, NOW).parts()) {
            if (part.provider().equals("kubernetes")) {
                var team = new Order.Team(new TeamId("growth"), "team-growth");
                var owner = new Order.Owner(new PersonId("ana"));
                var order = new Order(LEASE, part, owner, team, NOW, 1);

                assertThat(provider.converge(order, Wanted.RUNNING))
                        .isInstanceOfAny(Observed.Ready.class, Observed.Making.class, Observed.Done.class);
                var ref = team.namespace() + "/" + LEASE;
                assertThat(provider.observe(order)).isIn(new Observed.Ready(ref), new Observed.Done(ref));
                provider.converge(order, Wanted.STOPPED);
                assertThat(provider.observe(order)).isInstanceOf(Observed.Stopped.class);
                assertThat(provider.converge(order, Wanted.GONE)).isEqualTo(new Observed.Absent());
                assertThat(simulated.objects(Map.of(Labels.LEASE, LEASE.value())))
                        .isEmpty();
            }
        }
    }

    static Stream<Object[]> wishes() {
        return DefaultPlans.wishes();
    }
}
