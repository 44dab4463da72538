package dev.quartermaster.actions.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quartermaster.actions.cluster.ClusterResult.Done;
import dev.quartermaster.actions.cluster.ClusterResult.Late;
import dev.quartermaster.actions.cluster.ClusterResult.Refused;
import dev.quartermaster.actions.cluster.ClusterResult.Unreachable;
import dev.quartermaster.actions.cluster.simulated.SimulatedCluster;
import dev.quartermaster.actions.cluster.simulated.life.Timings;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.people.TeamId;
import dev.quartermaster.intents.people.TeamNamespace;
import dev.quartermaster.intents.plan.LeaseId;
import dev.quartermaster.intents.plan.PartName;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClusterTest {
    private static final TeamId GROWTH = new TeamId("growth");
    private static final TeamId RISK = new TeamId("risk");
    private static final LeaseId LEASE = new LeaseId("lease-abcdefghij");

    private SimulatedCluster simulated = SimulatedCluster.start(0, Timings.immediate());
    private final Cluster cluster = Cluster.simulatedAt(simulated.url());
    private final RememberedObjects remembered = new RememberedObjects();

    @AfterEach
    void close() {
        cluster.close();
        simulated.close();
    }

    @Test
    void appliesTwiceAndFindsTheSame() {
        cluster.namespace("growth", GROWTH, TeamNamespace.CREATED);
        var first = trees(of(labels(LEASE, 1)).apply(List.of(settings("a", "1"), settings("b", "1")), "growth"));
        var second = trees(of(labels(LEASE, 1)).apply(List.of(settings("a", "1"), settings("b", "1")), "growth"));

        assertThat(metadata(second.getFirst()).get("uid"))
                .isEqualTo(metadata(first.getFirst()).get("uid"));
        assertThat(trees(of(labels(LEASE, 1)).apply(List.of(settings("a", "1"), settings("b", "1")), "growth")))
                .isEqualTo(second);
        assertThat(trees(cluster.objects("growth", LEASE.value()))).isEqualTo(second);
        assertThat(metadata(first.getFirst()).get("labels"))
                .isEqualTo(Map.of(
                        "app.kubernetes.io/managed-by", "quartermaster",
                        "quartermaster.dev/lease", LEASE.value(),
                        "quartermaster.dev/part", "home",
                        "quartermaster.dev/team", "growth",
                        "quartermaster.dev/owner", "ana"));
        assertThat(metadata(first.getFirst()).get("namespace")).isEqualTo("growth");
    }

    @Test
    void whatIsAnotherLeasesIsLeftAlone() {
        cluster.namespace("growth", GROWTH, TeamNamespace.CREATED);
        of(labels(LEASE, 1)).apply(List.of(settings("a", "1")), "growth");
        var other = labels(new LeaseId("lease-zzzzzzzzzz"), 9);

        var refused = of(other).apply(List.of(settings("a", "2")), "growth");
        assertThat(refused).isEqualTo(new Refused<>(409, new FoundObject.Foreign(ref("a")).words()));
        assertThat(of(other).delete(List.of(ref("a")))).isEqualTo(new Done<>(0L));
        assertThat(data("a")).isEqualTo(Map.of("x", "1"));
    }

    @Test
    void aWorkerWithAnOlderClaimIsLate() {
        cluster.namespace("growth", GROWTH, TeamNamespace.CREATED);
        of(labels(LEASE, 5)).apply(List.of(settings("a", "1")), "growth");

        assertThat(of(labels(LEASE, 4)).apply(List.of(settings("a", "2")), "growth"))
                .isInstanceOf(Late.class);
        assertThat(of(labels(LEASE, 4)).delete(List.of(ref("a")))).isInstanceOf(Late.class);
        assertThat(data("a")).isEqualTo(Map.of("x", "1"));
        assertThat(of(labels(LEASE, 6)).apply(List.of(settings("a", "2")), "growth"))
                .isInstanceOf(Done.class);
    }

    @Test
    void unknownFieldIsRefusedForGoodAndNotTakenForAnOutage() {
        cluster.namespace("growth", GROWTH, TeamNamespace.CREATED);
        var wrong = new HashMap<>(settings("a", "1"));
        wrong.put("colour", "red");

        assertThat(of(labels(LEASE, 1)).apply(List.of(wrong), "growth"))
                .isEqualTo(new Refused<>(
                        400,
                        "ConfigMap in version \"v1\" cannot be handled as a ConfigMap: strict decoding error: unknown"
                                + " field \"colour\""));
        of(labels(LEASE, 1)).apply(List.of(settings("a", "1")), "growth");
        assertThat(of(labels(LEASE, 1)).apply(List.of(wrong), "growth"))
                .isEqualTo(new Refused<>(
                        400,
                        "failed to create typed patch object (growth/a; v1, Kind=ConfigMap): .colour: field not"
                                + " declared in schema"));
    }

    @Test
    void kindsThatAreUnknownOrNotOfANamespaceAreRefused() {
        cluster.namespace("growth", GROWTH, TeamNamespace.CREATED);
        assertThat(of(labels(LEASE, 1))
                        .apply(
                                List.of(Map.of(
                                        "apiVersion",
                                        "example.com/v1",
                                        "kind",
                                        "Thing",
                                        "metadata",
                                        Map.of("name", "x"))),
                                "growth"))
                .isEqualTo(new Refused<>(
                        404, "The cluster doesn't know Thing (example.com/v1): what serves it isn't installed there."));
        assertThat(of(labels(LEASE, 1))
                        .apply(
                                List.of(Map.of(
                                        "apiVersion", "v1", "kind", "Namespace", "metadata", Map.of("name", "x"))),
                                "growth"))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.status()).isEqualTo(403));
    }

    @Test
    void deletesOnceAndThenFindsNothingToDelete() {
        cluster.namespace("growth", GROWTH, TeamNamespace.CREATED);
        of(labels(LEASE, 1)).apply(List.of(settings("a", "1"), settings("b", "1")), "growth");

        assertThat(of(labels(LEASE, 1)).delete(List.of(ref("a"), ref("b"), ref("c"))))
                .isEqualTo(new Done<>(2L));
        assertThat(of(labels(LEASE, 1)).delete(List.of(ref("a"), ref("b")))).isEqualTo(new Done<>(0L));
        assertThat(trees(cluster.objects("growth", LEASE.value()))).isEmpty();
    }

    @Test
    void namespaceIsCreatedOnlyWhereThatIsAllowed() {
        assertThat(cluster.namespace("risk", RISK, TeamNamespace.EXISTING))
                .isEqualTo(new Refused<>(404, "The namespace risk doesn't exist; the platform team makes it."));
        assertThat(cluster.namespace("risk", RISK, TeamNamespace.CREATED)).isEqualTo(new Done<>(true));
        assertThat(cluster.namespace("risk", RISK, TeamNamespace.CREATED)).isEqualTo(new Done<>(false));
        assertThat(cluster.namespace("risk", RISK, TeamNamespace.EXISTING)).isEqualTo(new Done<>(false));
    }

    @Test
    void whatIsCreatedIsClosedAndWithinBoundsBeforeAnythingRunsInIt() {
        cluster.namespace(
                "risk",
                RISK,
                new TeamNamespace(true, Map.of("requests.cpu", "64", "pods", "20"), Map.of("cpu", "500m")));

        assertThat(guards("NetworkPolicy", "networking.k8s.io/v1"))
                .isEqualTo(Map.of("podSelector", Map.of(), "policyTypes", List.of("Ingress", "Egress")));
        assertThat(guards("ResourceQuota", "v1")).isEqualTo(Map.of("hard", Map.of("requests.cpu", "64", "pods", "20")));
        assertThat(guards("LimitRange", "v1"))
                .isEqualTo(Map.of(
                        "limits", List.of(Map.of("type", "Container", "defaultRequest", Map.of("cpu", "500m")))));
        assertThat(simulated.objects(Map.of("quartermaster.dev/team", "risk")))
                .filteredOn(tree -> tree.get("kind").equals("Namespace"))
                .<Object>extracting(tree -> metadata(tree).get("labels"))
                .containsExactly(Map.of(
                        "app.kubernetes.io/managed-by", "quartermaster",
                        "quartermaster.dev/team", "risk",
                        "pod-security.kubernetes.io/enforce", "restricted",
                        "pod-security.kubernetes.io/warn", "restricted"));

        cluster.namespace("risk", RISK, new TeamNamespace(true, Map.of("pods", "30"), Map.of("cpu", "500m")));
        assertThat(guards("ResourceQuota", "v1")).isEqualTo(Map.of("hard", Map.of("pods", "30")));
    }

    @Test
    void aNamespaceOfBeforeIsLeftAsItIs() {
        try (var client = new KubernetesClientBuilder()
                .withConfig(new ConfigBuilder()
                        .withMasterUrl(simulated.url().toString())
                        .build())
                .build()) {
            client.resource(new NamespaceBuilder()
                            .withNewMetadata()
                            .withName("risk")
                            .addToLabels("app.kubernetes.io/managed-by", "quartermaster")
                            .addToLabels("quartermaster.dev/team", "risk")
                            .endMetadata()
                            .build())
                    .create();
        }
        assertThat(cluster.namespace("risk", RISK, new TeamNamespace(true, Map.of("pods", "20"), Map.of())))
                .isEqualTo(new Done<>(false));
        assertThat(trees(cluster.list("v1", "ResourceQuota", "risk", Map.of()))).isEmpty();
        assertThat(trees(cluster.list("networking.k8s.io/v1", "NetworkPolicy", "risk", Map.of())))
                .isEmpty();
    }

    private Object guards(String kind, String apiVersion) {
        var found = trees(cluster.list(apiVersion, kind, "risk", Map.of("app.kubernetes.io/part-of", "quartermaster")));
        assertThat(found).hasSize(1);
        return found.getFirst().get("spec");
    }

    @Test
    void unreachableClusterIsSaidSoAndGoesOnWhenItIsBack() {
        var port = simulated.url().getPort();
        simulated.close();
        assertThat(cluster.namespace("growth", GROWTH, TeamNamespace.CREATED))
                .isEqualTo(new Unreachable<>("the cluster can't be reached"));
        assertThat(of(labels(LEASE, 1)).apply(List.of(settings("a", "1")), "growth"))
                .isInstanceOf(Unreachable.class);

        simulated = SimulatedCluster.start(port, Timings.immediate());
        assertThat(cluster.namespace("growth", GROWTH, TeamNamespace.CREATED)).isEqualTo(new Done<>(true));
        assertThat(of(labels(LEASE, 1)).apply(List.of(settings("a", "1")), "growth"))
                .isInstanceOf(Done.class);
    }

    @Test
    void everyLabelOfTenThousandIdsIsValid() {
        var random = new Random(19);
        for (var i = 0; i < 10_000; i++) {
            var labels = new Labels(LEASE, new PartName("home"), new TeamId(id(random)), new PersonId(id(random)), 1);
            assertThat(labels.labels().values())
                    .allMatch(
                            value -> value.length() <= 63 && value.matches("[A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?"));
        }
    }

    @Test
    void podAndClaimTemplatesAreLabelledToo() {
        Map<String, Object> manifest = Map.of(
                "metadata",
                Map.of("name", "lab"),
                "spec",
                Map.of(
                        "template", Map.of("spec", Map.of("containers", List.of())),
                        "volumeClaimTemplates", List.of(Map.of("metadata", Map.of("name", "home")))));
        var text = labels(LEASE, 1).onto(manifest, "growth", "mark").toString();
        assertThat(text.split("quartermaster.dev/lease=" + LEASE, -1)).hasSize(4);
    }

    @Test
    void nothingIsSearchedForBesideWhatIsNamed(@TempDir Path folder) throws IOException {
        assertThat(Cluster.from(Map.of("HOME", folder.toString()))).isEmpty();
        assertThatThrownBy(() ->
                        Cluster.from(Map.of("KUBECONFIG", folder.resolve("none").toString())))
                .hasMessageContaining("can't be read");
        var file = Files.writeString(folder.resolve("config"), kubeconfig(simulated.url()));
        try (var real = Cluster.from(Map.of("KUBECONFIG", file.toString())).orElseThrow()) {
            assertThat(real.simulated()).isFalse();
            assertThat(real.namespace("growth", GROWTH, TeamNamespace.CREATED)).isEqualTo(new Done<>(true));
        }
    }

    private static String kubeconfig(URI url) {
        return """
            apiVersion: v1
            kind: Config
            clusters: [{name: c, cluster: {server: "%s"}}]
            users: [{name: u, user: {token: t}}]
            contexts: [{name: x, context: {cluster: c, user: u}}]
            current-context: x
            """.formatted(url);
    }

    private static String id(Random random) {
        var letters = "abcxyz0189.-";
        var id = new StringBuilder().append(letters.charAt(random.nextInt(10)));
        random.ints(random.nextInt(62), 0, letters.length()).forEach(each -> id.append(letters.charAt(each)));
        id.append(letters.charAt(random.nextInt(10)));
        return id.toString();
    }

    private LeaseObjects of(Labels labels) {
        return cluster.of(labels, remembered);
    }

    private Object data(String name) {
        return ((FoundObject.Ours) seen(of(labels(LEASE, 1)), name)).tree().get("data");
    }

    private static FoundObject seen(LeaseObjects objects, String name) {
        return ((Done<List<FoundObject>>) objects.observe(List.of(ref(name))))
                .value()
                .getFirst();
    }

    private static List<Map<String, Object>> trees(ClusterResult<List<Map<String, Object>>> result) {
        assertThat(result).isInstanceOf(Done.class);
        return ((Done<List<Map<String, Object>>>) result).value();
    }

    private static Map<?, ?> metadata(Map<String, Object> tree) {
        return (Map<?, ?>) tree.get("metadata");
    }

    private static Labels labels(LeaseId lease, long epoch) {
        return new Labels(lease, new PartName("home"), new TeamId("growth"), new PersonId("ana"), epoch);
    }

    private static ObjectRef ref(String name) {
        return new ObjectRef("v1", "ConfigMap", "growth", name);
    }

    private static Map<String, Object> settings(String name, String x) {
        return Map.of(
                "apiVersion", "v1", "kind", "ConfigMap", "metadata", Map.of("name", name), "data", Map.of("x", x));
    }
}
