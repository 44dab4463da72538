package dev.quartermaster.actions.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quartermaster.actions.cluster.ClusterResult.Done;
import dev.quartermaster.actions.cluster.ClusterResult.Late;
import dev.quartermaster.actions.cluster.ClusterResult.Refused;
import dev.quartermaster.actions.cluster.ClusterResult.Unreachable;
import dev.quartermaster.actions.cluster.simulated.SimulatedCluster;
import dev.quartermaster.actions.cluster.simulated.Timings;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.people.TeamId;
import dev.quartermaster.intents.plan.LeaseId;
import dev.quartermaster.intents.plan.PartName;
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
    private static final LeaseId LEASE = new LeaseId("lease-abcdefghij");

    private SimulatedCluster simulated = SimulatedCluster.start(0, Timings.immediate());
    private final Cluster cluster = Cluster.simulatedAt(simulated.url());

    @AfterEach
    void close() {
        cluster.close();
        simulated.close();
    }

    @Test
    void appliesTwiceAndFindsTheSame() {
        cluster.namespace("growth", true);
        var first = trees(cluster.apply(List.of(settings("a", "1"), settings("b", "1")), "growth", labels(LEASE, 1)));
        var second = trees(cluster.apply(List.of(settings("a", "1"), settings("b", "1")), "growth", labels(LEASE, 1)));

        assertThat(second).isEqualTo(first);
        assertThat(trees(cluster.objects("growth", LEASE.value()))).isEqualTo(first);
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
        cluster.namespace("growth", true);
        cluster.apply(List.of(settings("a", "1")), "growth", labels(LEASE, 1));
        var other = labels(new LeaseId("lease-zzzzzzzzzz"), 9);

        var refused = cluster.apply(List.of(settings("a", "2")), "growth", other);
        assertThat(refused)
                .isEqualTo(new Refused<>(
                        409, "ConfigMap growth/a is there already and isn't this lease's; it was left as it is."));
        assertThat(cluster.delete(List.of(ref("a")), other)).isEqualTo(new Done<>(0L));
        assertThat(data("a")).isEqualTo(Map.of("x", "1"));
    }

    @Test
    void aWorkerWithAnOlderClaimIsLate() {
        cluster.namespace("growth", true);
        cluster.apply(List.of(settings("a", "1")), "growth", labels(LEASE, 5));

        assertThat(cluster.apply(List.of(settings("a", "2")), "growth", labels(LEASE, 4)))
                .isInstanceOf(Late.class);
        assertThat(cluster.delete(List.of(ref("a")), labels(LEASE, 4))).isInstanceOf(Late.class);
        assertThat(data("a")).isEqualTo(Map.of("x", "1"));
        assertThat(cluster.apply(List.of(settings("a", "2")), "growth", labels(LEASE, 6)))
                .isInstanceOf(Done.class);
    }

    @Test
    void unknownFieldIsRefusedForGoodAndNotTakenForAnOutage() {
        cluster.namespace("growth", true);
        var wrong = new HashMap<>(settings("a", "1"));
        wrong.put("colour", "red");

        assertThat(cluster.apply(List.of(wrong), "growth", labels(LEASE, 1)))
                .isEqualTo(new Refused<>(
                        400,
                        "failed to create typed patch object (growth/a; v1, Kind=ConfigMap): .colour: field not"
                                + " declared in schema"));
    }

    @Test
    void kindsThatAreUnknownOrNotOfANamespaceAreRefused() {
        cluster.namespace("growth", true);
        assertThat(cluster.apply(
                        List.of(Map.of(
                                "apiVersion", "example.com/v1", "kind", "Thing", "metadata", Map.of("name", "x"))),
                        "growth",
                        labels(LEASE, 1)))
                .isEqualTo(new Refused<>(
                        404, "The cluster doesn't know Thing (example.com/v1): what serves it isn't installed there."));
        assertThat(cluster.apply(
                        List.of(Map.of("apiVersion", "v1", "kind", "Namespace", "metadata", Map.of("name", "x"))),
                        "growth",
                        labels(LEASE, 1)))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.status()).isEqualTo(403));
    }

    @Test
    void deletesOnceAndThenFindsNothingToDelete() {
        cluster.namespace("growth", true);
        cluster.apply(List.of(settings("a", "1"), settings("b", "1")), "growth", labels(LEASE, 1));

        assertThat(cluster.delete(List.of(ref("a"), ref("b"), ref("c")), labels(LEASE, 1)))
                .isEqualTo(new Done<>(2L));
        assertThat(cluster.delete(List.of(ref("a"), ref("b")), labels(LEASE, 1)))
                .isEqualTo(new Done<>(0L));
        assertThat(trees(cluster.objects("growth", LEASE.value()))).isEmpty();
    }

    @Test
    void namespaceIsCreatedOnlyWhereThatIsAllowed() {
        assertThat(cluster.namespace("risk", false))
                .isEqualTo(new Refused<>(404, "The namespace risk doesn't exist; the platform team makes it."));
        assertThat(cluster.namespace("risk", true)).isEqualTo(new Done<>(true));
        assertThat(cluster.namespace("risk", true)).isEqualTo(new Done<>(false));
        assertThat(cluster.namespace("risk", false)).isEqualTo(new Done<>(false));
    }

    @Test
    void unreachableClusterIsSaidSoAndGoesOnWhenItIsBack() {
        var port = simulated.url().getPort();
        simulated.close();
        assertThat(cluster.namespace("growth", true)).isEqualTo(new Unreachable<>("the cluster can't be reached"));
        assertThat(cluster.apply(List.of(settings("a", "1")), "growth", labels(LEASE, 1)))
                .isInstanceOf(Unreachable.class);

        simulated = SimulatedCluster.start(port, Timings.immediate());
        assertThat(cluster.namespace("growth", true)).isEqualTo(new Done<>(true));
        assertThat(cluster.apply(List.of(settings("a", "1")), "growth", labels(LEASE, 1)))
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
        var text = labels(LEASE, 1).onto(manifest, "growth").toString();
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
            assertThat(real.namespace("default", false)).isEqualTo(new Done<>(false));
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

    private Object data(String name) {
        return switch (cluster.observe(List.of(ref(name)))) {
            case Done<List<java.util.Optional<Map<String, Object>>>>(var seen) ->
                seen.getFirst().orElseThrow().get("data");
            case Unreachable<?> _, Refused<?> _, Late<?> _ -> throw new AssertionError();
        };
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
