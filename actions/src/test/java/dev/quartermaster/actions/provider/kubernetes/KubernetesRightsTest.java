package dev.quartermaster.actions.provider.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.actions.cluster.Cluster;
import dev.quartermaster.actions.cluster.ClusterRight;
import dev.quartermaster.actions.cluster.ClusterRight.Verb;
import dev.quartermaster.actions.cluster.ClusterRight.Where;
import dev.quartermaster.actions.cluster.ClusterRights;
import dev.quartermaster.actions.cluster.RememberedObjects;
import dev.quartermaster.actions.cluster.simulated.Asked;
import dev.quartermaster.actions.cluster.simulated.SimulatedCluster;
import dev.quartermaster.actions.cluster.simulated.life.Lacks;
import dev.quartermaster.actions.cluster.simulated.life.Timings;
import dev.quartermaster.actions.provider.Order;
import dev.quartermaster.actions.provider.Provider.Standing;
import dev.quartermaster.actions.provider.Provider.Wanted;
import dev.quartermaster.intents.catalogue.PathName;
import dev.quartermaster.intents.catalogue.Value;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.people.TeamId;
import dev.quartermaster.intents.plan.LeaseId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the cluster is asked for in whole lives of every golden path is what a role has to allow, and nothing more. */
class KubernetesRightsTest {
    private static final LeaseId LEASE = new LeaseId("lease-abcdefghij");
    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

    private final SimulatedCluster simulated = SimulatedCluster.start(0, Timings.immediate(), Lacks.whatOthersSetUp());
    private final Cluster cluster = Cluster.simulatedAt(simulated.url());
    private final KubernetesProvider provider = new KubernetesProvider(
            cluster,
            new RememberedObjects(),
            () -> DefaultPlans.BUNDLE.organisation().namespaces(),
            () -> List.of("team-growth"));

    @AfterEach
    void close() {
        cluster.close();
        simulated.close();
    }

    @Test
    void everyCallIsDeclaredAndEveryDeclarationIsCalled() {
        DefaultPlans.wishes().forEach(wish -> lived((PathName) wish[0], said(wish[1])));
        provider.leftovers(_ -> Standing.OVER);
        KubernetesChecks.of(cluster, false).look(DefaultPlans.BUNDLE);

        assertThat(simulated.asked("quartermaster")).isEqualTo(asked(rights(true)));
    }

    @Test
    void whereNamespacesAreMadeByOthersNoneMayBeMade() {
        assertThat(rights(true).all()).contains(namespaces(Set.of(Verb.GET, Verb.CREATE), rights(true)));
        assertThat(rights(false).all()).contains(namespaces(Set.of(Verb.GET), rights(false)));
    }

    @Test
    void rulesAreOneToAResourceAndSorted() {
        assertThat(rights(true).rules(Where.CLUSTER))
                .contains(Map.of(
                        "apiGroups",
                        List.of(""),
                        "resources",
                        List.of("namespaces"),
                        "verbs",
                        List.of("get", "create")));
        assertThat(rights(true).rules(Where.TEAMS))
                .doesNotHaveDuplicates()
                .contains(
                        Map.of(
                                "apiGroups", List.of("apps"),
                                "resources", List.of("statefulsets"),
                                "verbs", List.of("get", "list", "create", "patch", "delete")),
                        Map.of(
                                "apiGroups", List.of(""),
                                "resources", List.of("secrets"),
                                "verbs", List.of("get", "list", "create", "delete")),
                        Map.of(
                                "apiGroups", List.of("visibility.kueue.x-k8s.io"),
                                "resources", List.of("localqueues/pendingworkloads"),
                                "verbs", List.of("get")));
    }

    private void lived(PathName path, Map<String, Value> said) {
        for (var part : DefaultPlans.plan(path, said, LEASE, NOW).parts()) {
            if (part.provider().equals("kubernetes")) {
                var team = new Order.Team(new TeamId("growth"), "team-growth");
                var order = new Order(LEASE, part, new Order.Owner(new PersonId("ana")), team, NOW, 1);
                provider.converge(order, Wanted.RUNNING);
                provider.converge(order, Wanted.RUNNING);
                provider.observe(order);
                provider.credentials(order);
                provider.lastLines(order, 1);
                provider.converge(order, Wanted.STOPPED);
                provider.converge(order, Wanted.GONE);
            }
        }
    }

    private static ClusterRights rights(boolean createNamespaces) {
        return KubernetesRights.of(DefaultPlans.BUNDLE.catalogue(), createNamespaces);
    }

    private static ClusterRight namespaces(Set<Verb> verbs, ClusterRights rights) {
        var why = rights.all().stream()
                .filter(right -> right.resource().equals("namespaces"))
                .map(ClusterRight::why)
                .findFirst()
                .orElseThrow();
        return ClusterRight.ofCluster("", "namespaces", verbs, why);
    }

    private static Set<Asked> asked(ClusterRights rights) {
        return rights.all().stream()
                .flatMap(right ->
                        right.verbs().stream().map(verb -> new Asked(verb.word(), right.group(), right.resource())))
                .collect(Collectors.toSet());
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Value> said(Object wish) {
        return (Map<String, Value>) wish;
    }
}
