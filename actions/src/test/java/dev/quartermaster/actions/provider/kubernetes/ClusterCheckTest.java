package dev.quartermaster.actions.provider.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.actions.cluster.Cluster;
import dev.quartermaster.actions.cluster.ClusterResult.Done;
import dev.quartermaster.actions.cluster.simulated.SimulatedCluster;
import dev.quartermaster.actions.cluster.simulated.life.Lacks;
import dev.quartermaster.actions.cluster.simulated.life.Timings;
import dev.quartermaster.actions.doctor.Checkup;
import dev.quartermaster.actions.doctor.DoctorReport;
import dev.quartermaster.actions.doctor.Finding;
import dev.quartermaster.intents.people.Team;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each thing that a cluster may lack, found over HTTP and read. */
class ClusterCheckTest {
    private static final List<String> QUEUED =
            List.of("genai-peft", "gpu-workstation", "ml-batch", "ray-cluster", "spark-job");

    @Test
    void nothingLacksWhereEverythingIsSetUp() {
        assertThat(found(Lacks.nothing())).isEmpty();
    }

    @Test
    void aKindThatNobodyServesIsFoundWithWhatServesIt() {
        assertThat(found(Lacks.groups("ray.io")))
                .containsExactly(new Finding(
                        "The cluster knows no RayCluster (ray.io/v1).",
                        List.of("ray-cluster"),
                        "every team",
                        "helm install kuberay-operator kuberay-operator --repo"
                                + " https://ray-project.github.io/kuberay-helm/ --namespace kuberay-system"
                                + " --create-namespace"));
    }

    @Test
    void withoutKueueNothingWaitsInLine() {
        assertThat(found(Lacks.groups("kueue.x-k8s.io")))
                .containsExactly(new Finding(
                        "Kueue isn't installed: what names the queue quartermaster starts at once, whatever else runs.",
                        QUEUED,
                        "every team",
                        "helm install kueue oci://registry.k8s.io/kueue/charts/kueue --namespace kueue-system"
                                + " --create-namespace"));
    }

    @Test
    void aQueueThatATeamDoesNotHaveIsFound() {
        assertThat(found(Lacks.aQueue())).singleElement().satisfies(finding -> {
            assertThat(finding.words())
                    .isEqualTo("There is no LocalQueue quartermaster, so that what names it is never admitted.");
            assertThat(finding.paths()).isEqualTo(QUEUED);
            assertThat(finding.mend())
                    .startsWith("kubectl apply -f - <<END\napiVersion: kueue.x-k8s.io/v1beta2\nkind: LocalQueue\n")
                    .contains("namespace: " + namespaces().getFirst() + "}")
                    .contains("# likewise in " + namespaces().get(1));
        });
    }

    @Test
    void aDefaultStorageClassIsMissed() {
        assertThat(found(Lacks.aStorageClass())).singleElement().satisfies(finding -> {
            assertThat(finding.words())
                    .isEqualTo("No StorageClass is the default, and volumes are asked for without naming one.");
            assertThat(finding.paths()).contains("vscode", "data-viz").doesNotContain("ray-cluster");
            assertThat(finding.mend())
                    .isEqualTo("kubectl annotate storageclass NAME storageclass.kubernetes.io/is-default-class=true");
        });
    }

    @Test
    void anIngressClassIsMissed() {
        assertThat(found(Lacks.anIngressClass())).singleElement().satisfies(finding -> {
            assertThat(finding.words())
                    .isEqualTo("No IngressClass is the default, and links are made without naming one: they may lead"
                            + " nowhere.");
            assertThat(finding.paths()).contains("vscode", "ray-cluster").doesNotContain("spark-job");
            assertThat(finding.mend()).startsWith("helm install ingress-nginx ingress-nginx --repo ");
        });
    }

    @Test
    void labelsThatNoNodeHasAreFoundForEachKindOfGpu() {
        assertThat(found(Lacks.labelsOnNodes()))
                .extracting(Finding::words)
                .containsExactlyInAnyOrder(
                        "No node has quartermaster.dev/gpu=a100, or another label that would do.",
                        "No node has nvidia.com/gpu.product=Tesla-T4, or another label that would do.",
                        "No node has quartermaster.dev/gpu=h100, or another label that would do.");
        assertThat(found(Lacks.labelsOnNodes()))
                .allSatisfy(finding -> assertThat(finding.mend())
                        .startsWith("kubectl label node NODE ")
                        .endsWith("    # unless nodes with it come when pods wait for them"));
        assertThat(found(Lacks.labelsOnNodes()).getFirst().paths())
                .contains("gpu-workstation", "ray-cluster (in some sizes)")
                .doesNotContain("vscode");
    }

    @Test
    void aRightToMakeThingsThatIsRefusedIsFoundWithTheCommandsThatGrantIt() {
        var namespace = namespaces().getFirst();
        assertThat(found(Lacks.rights("create rayclusters.ray.io", "delete rayclusters.ray.io")))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.words()).isEqualTo("We may not create or delete rayclusters.ray.io.");
                    assertThat(finding.paths()).containsExactly("ray-cluster");
                    assertThat(finding.mend().lines())
                            .startsWith(
                                    "kubectl create role quartermaster-rayclusters --verb=create,delete"
                                            + " --resource=rayclusters.ray.io --namespace=" + namespace,
                                    "kubectl create rolebinding quartermaster-rayclusters"
                                            + " --role=quartermaster-rayclusters"
                                            + " --serviceaccount=NAMESPACE:ACCOUNT --namespace=" + namespace
                                            + "    # ours");
                });
    }

    @Test
    void aRightToLookIsFoundWithWhatItIsFor() {
        assertThat(found(Lacks.rights("list events")))
                .singleElement()
                .extracting(Finding::words)
                .isEqualTo("We may not list events. It is what says what happened to what isn't ready.");
    }

    @Test
    void whatMayNotBeReadIsFoundAndNothingIsConcludedFromIt() {
        assertThat(found(Lacks.rights("list nodes", "list storageclasses.storage.k8s.io", "get namespaces")))
                .extracting(Finding::words)
                .allSatisfy(words -> assertThat(words).startsWith("We may not "))
                .hasSize(3);
    }

    @Test
    void whatCouldNotBeLookedAtIsSaidAsSuch() {
        assertThat(looked(Lacks.nothing()).unseen()).isEmpty();
        assertThat(looked(Lacks.rights("list nodes", "create selfsubjectaccessreviews.authorization.k8s.io"))
                        .unseen())
                .contains(
                        "The nodes could not be looked at.",
                        "Our rights on pods could not be looked at.",
                        "Our rights on rayclusters.ray.io could not be looked at.");
    }

    @Test
    void aNamespaceThatHoldsPodsToNothingIsFound() {
        try (var simulated = SimulatedCluster.start(0, Timings.immediate());
                var cluster = Cluster.simulatedAt(simulated.url())) {
            make(simulated.url(), "team-growth", "");
            assertThat(KubernetesChecks.of(cluster, false)
                            .look(DefaultPlans.BUNDLE)
                            .findings())
                    .contains(new Finding(
                            "The namespace team-growth holds pods to no level of Pod Security.",
                            KubernetesChecks.of(cluster, false).look(DefaultPlans.BUNDLE).findings().stream()
                                    .filter(each -> each.words().contains("Pod Security"))
                                    .findFirst()
                                    .orElseThrow()
                                    .paths(),
                            "the team growth",
                            "kubectl label --overwrite namespace team-growth"
                                    + " pod-security.kubernetes.io/enforce=restricted"));
        }
    }

    @Test
    void aClusterThatIsAwayIsOneFinding() throws IOException {
        int nobody;
        try (var free = new ServerSocket(0)) {
            nobody = free.getLocalPort();
        }
        try (var cluster = Cluster.simulatedAt(URI.create("http://127.0.0.1:" + nobody))) {
            assertThat(KubernetesChecks.of(cluster, false)
                            .look(DefaultPlans.BUNDLE)
                            .findings())
                    .singleElement()
                    .extracting(Finding::words)
                    .isEqualTo("The cluster can't be asked: the cluster can't be reached.");
        }
    }

    @Test
    void linesSayWhatForWhomAndHow() {
        assertThat(new DoctorReport(List.of(looked(Lacks.groups("ray.io")))).lines())
                .element(1)
                .isEqualTo("  - The cluster knows no RayCluster (ray.io/v1).");
        assertThat(new DoctorReport(List.of(looked(Lacks.groups("ray.io")))).lines())
                .contains("    for ray-cluster; affects every team");
    }

    private static List<Finding> found(Lacks lacks) {
        return looked(lacks).findings();
    }

    /** With the namespaces of all teams, and their queues, as a platform team makes them. */
    private static Checkup looked(Lacks lacks) {
        try (var simulated = SimulatedCluster.start(0, Timings.immediate(), lacks);
                var cluster = Cluster.simulatedAt(simulated.url())) {
            namespaces().forEach(each -> make(simulated.url(), each, "restricted"));
            if (!lacks.queue() && !lacks.groups().contains("kueue.x-k8s.io")) {
                namespaces().forEach(each -> queue(simulated.url(), each));
            }
            assertThat(cluster.setup().version()).isInstanceOf(Done.class);
            return KubernetesChecks.of(cluster, false).look(DefaultPlans.BUNDLE);
        }
    }

    private static List<String> namespaces() {
        return DefaultPlans.BUNDLE.people().teams().values().stream()
                .sorted(Comparator.comparing(team -> team.id().value()))
                .map(Team::namespace)
                .distinct()
                .toList();
    }

    private static void make(URI cluster, String name, String level) {
        var labels = level.isEmpty() ? "" : ",\"labels\":{\"pod-security.kubernetes.io/enforce\":\"" + level + "\"}";
        var body =
                "{\"apiVersion\":\"v1\",\"kind\":\"Namespace\",\"metadata\":{\"name\":\"" + name + "\"" + labels + "}}";
        post(cluster.resolve("/api/v1/namespaces"), body);
    }

    private static void queue(URI cluster, String namespace) {
        post(
                cluster.resolve("/apis/kueue.x-k8s.io/v1beta2/namespaces/" + namespace + "/localqueues"),
                "{\"apiVersion\":\"kueue.x-k8s.io/v1beta2\",\"kind\":\"LocalQueue\",\"metadata\":{\"name\":"
                        + "\"quartermaster\"},\"spec\":{\"clusterQueue\":\"everything\"}}");
    }

    private static void post(URI to, String body) {
        var request = HttpRequest.newBuilder(to)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            assertThat(client.send(request, BodyHandlers.discarding()).statusCode())
                    .isEqualTo(201);
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
