package dev.quartermaster.actions.provider.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.actions.cluster.Cluster;
import dev.quartermaster.actions.cluster.RememberedObjects;
import dev.quartermaster.actions.cluster.simulated.SimulatedCluster;
import dev.quartermaster.actions.cluster.simulated.life.Timings;
import dev.quartermaster.actions.provider.Observed;
import dev.quartermaster.actions.provider.Order;
import dev.quartermaster.actions.provider.PlatformTrouble;
import dev.quartermaster.actions.provider.Provider.Wanted;
import dev.quartermaster.actions.provider.kubernetes.manifest.Tree;
import dev.quartermaster.intents.people.TeamNamespace;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What somebody changes by hand of what was made is seen at the next look, said, and set back; what others add stays. */
class DriftTest {
    private static final Order LAB = Orders.order(Orders.lab(Orders.pod("")), Orders.LAB_READY);
    private static final String SET = "/apis/apps/v1/namespaces/team-growth/statefulsets/lab";

    private final SimulatedCluster simulated = SimulatedCluster.start(0, Timings.immediate());
    private final Cluster cluster = Cluster.simulatedAt(simulated.url());
    private final KubernetesProvider provider =
            new KubernetesProvider(cluster, new RememberedObjects(), () -> TeamNamespace.CREATED, List::of);
    private final Others others = new Others(simulated.url());

    @BeforeEach
    void made() {
        assertThat(provider.converge(LAB, Wanted.RUNNING)).isInstanceOf(Observed.Ready.class);
    }

    @AfterEach
    void close() {
        cluster.close();
        simulated.close();
    }

    @Test
    void aFieldThatWeSayIsSetBackAndItIsSaidWhoChangedIt() throws Exception {
        edit("{\"spec\": {\"replicas\": 2}}");

        assertThat(provider.observe(LAB)).isInstanceOfSatisfying(Observed.Making.class, making -> {
            assertThat(making.words()).isEqualTo("changed by hand; it is being set back");
            assertThat(making.trouble())
                    .isNotNull()
                    .extracting(PlatformTrouble::words)
                    .isEqualTo(
                            "Somebody changed StatefulSet team-growth/lab by hand: spec.replicas (kubectl-edit). It is"
                                    + " set back, because price and bounds were agreed on what it says.");
        });
        assertThat(provider.converge(LAB, Wanted.RUNNING)).isInstanceOf(Observed.Ready.class);
        assertThat(set().at("spec").number("replicas")).isEqualTo(1);
        assertThat(provider.observe(LAB)).isInstanceOf(Observed.Ready.class);
    }

    @Test
    void whatSomebodyAppliesByForceIsAChangeByHandAsWell() throws Exception {
        patch(
                SET + "?fieldManager=argocd&force=true",
                "application/apply-patch+yaml",
                "{\"apiVersion\": \"apps/v1\", \"kind\": \"StatefulSet\", \"metadata\": {\"name\": \"lab\"},"
                        + " \"spec\": {\"replicas\": 3}}");
        assertThat(provider.observe(LAB))
                .isInstanceOfSatisfying(
                        Observed.Making.class,
                        making -> assertThat(making.trouble().words()).contains("spec.replicas (argocd)"));
        assertThat(provider.converge(LAB, Wanted.RUNNING)).isInstanceOf(Observed.Ready.class);
        assertThat(set().at("spec").number("replicas")).isEqualTo(1);
    }

    @Test
    void aFieldInAListIsFoundByItsName() throws Exception {
        edit("{\"spec\": {\"template\": {\"metadata\": {\"labels\": {\"mine\": \"too\"}}}}}");
        assertThat(provider.observe(LAB)).isInstanceOf(Observed.Ready.class);

        edit(containers("docker.io/library/miner:1"));
        assertThat(provider.observe(LAB))
                .isInstanceOfSatisfying(
                        Observed.Making.class,
                        making -> assertThat(making.trouble().words())
                                .contains("spec.template.spec.containers.image (kubectl-edit)"));
        provider.converge(LAB, Wanted.RUNNING);
        assertThat(set().at("spec", "template", "spec")
                        .items("containers")
                        .getFirst()
                        .text("image"))
                .isNotEqualTo("docker.io/library/miner:1");
    }

    @Test
    void whatOthersAddIsTheirs() throws Exception {
        edit("{\"metadata\": {\"annotations\": {\"backup.example.com/daily\": \"yes\"}}, \"spec\":"
                + " {\"minReadySeconds\": 5}}");
        assertThat(provider.observe(LAB)).isInstanceOf(Observed.Ready.class);
        assertThat(set().at("spec").number("minReadySeconds")).isEqualTo(5);
    }

    /** It gives pods the labels of the nodes that a workload was let in to. */
    @Test
    void whatKueueChangesOfWhatItLetsInIsItsOwn() throws Exception {
        var spec = Orders.lab(Orders.pod("nodeSelector: {gpu: a100},"))
                .replace(
                        "kind: StatefulSet\n    metadata: {name: lab}",
                        "kind: StatefulSet\n"
                                + "    metadata: {name: lab, labels: {kueue.x-k8s.io/queue-name: quartermaster}}");
        assertThat(spec).contains("queue-name");
        var queued = Orders.order(spec, Orders.LAB_READY);
        assertThat(provider.converge(queued, Wanted.RUNNING)).isInstanceOf(Observed.Ready.class);
        edit("{\"spec\": {\"template\": {\"spec\": {\"nodeSelector\": {\"gpu\": \"of-kueue\"}}}}}");
        assertThat(provider.observe(queued)).isInstanceOf(Observed.Ready.class);
    }

    @Test
    void whatIsDeletedByHandIsMadeAgain() {
        others.delete("apps/v1", "statefulsets", "lab");
        assertThat(provider.observe(LAB)).isInstanceOf(Observed.Making.class);
        assertThat(provider.converge(LAB, Wanted.RUNNING)).isInstanceOf(Observed.Ready.class);
    }

    private static String containers(String image) {
        return "{\"spec\": {\"template\": {\"spec\": {\"containers\": [{\"name\": \"main\", \"image\": \"" + image
                + "\"}]}}}}";
    }

    private Tree set() {
        return Tree.of(others.get("apps/v1", "statefulsets", "lab"));
    }

    private void edit(String patch) throws Exception {
        patch(SET + "?fieldManager=kubectl-edit", "application/strategic-merge-patch+json", patch);
    }

    private void patch(String to, String type, String patch) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(simulated.url() + to))
                .header("Content-Type", type)
                .method("PATCH", BodyPublishers.ofString(patch))
                .build();
        var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
    }
}
