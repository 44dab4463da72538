package dev.quartermaster.actions.cluster.simulated;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.actions.cluster.simulated.life.Timings;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.Watcher;
import io.fabric8.kubernetes.client.WatcherException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LifeTest {
    private static final Duration SHORT = Duration.ofSeconds(2);

    private final Trial trial = new Trial(new Timings(SHORT, SHORT, SHORT, 4));

    @AfterEach
    void close() {
        trial.close();
    }

    @Test
    void statefulSetBecomesReadyAfterAWhileAndAgainAfterAChange() {
        trial.generic(Trial.statefulSet("lab", 2)).create();
        var sets = trial.client.apps().statefulSets().inNamespace("growth").withName("lab");
        assertThat(sets.get().getStatus().getReadyReplicas()).isNull();
        trial.pass(SHORT);
        assertThat(sets.get().getStatus().getReadyReplicas()).isEqualTo(2);
        assertThat(sets.isReady()).isTrue();

        trial.generic(Trial.statefulSet("lab", 3)).forceConflicts().serverSideApply();
        assertThat(sets.get().getStatus().getReadyReplicas()).isNull();
        trial.pass(SHORT);
        assertThat(sets.get().getStatus().getReadyReplicas()).isEqualTo(3);
    }

    @Test
    void jobSucceedsAndClaimIsBound() {
        trial.generic("""
            apiVersion: batch/v1
            kind: Job
            metadata: {name: train}
            spec: {template: {spec: {restartPolicy: Never, containers: [{name: a, image: b}]}}}
            """).create();
        trial.generic("""
            apiVersion: v1
            kind: PersistentVolumeClaim
            metadata: {name: home}
            spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 10Gi}}}
            """).create();
        trial.pass(SHORT);
        var job = trial.client
                .batch()
                .v1()
                .jobs()
                .inNamespace("growth")
                .withName("train")
                .get();
        assertThat(job.getStatus().getSucceeded()).isEqualTo(1);
        var claim = trial.client
                .persistentVolumeClaims()
                .inNamespace("growth")
                .withName("home")
                .get();
        assertThat(claim.getStatus().getPhase()).isEqualTo("Bound");
    }

    @Test
    void queuedRayClusterIsSuspendedThenReady() {
        trial.generic(Trial.rayCluster("ray", 3)).create();
        assertThat(state("ray")).isEqualTo("suspended");
        assertThat(reason("ray")).isEqualTo("the workload is being considered for admission");
        trial.pass(SHORT);
        assertThat(reason("ray")).isEqualTo("Quota reserved in ClusterQueue simulated");
        assertThat(state("ray")).as("let in, and its own state hasn't noticed").isEqualTo("suspended");
        trial.pass(SHORT);
        assertThat(state("ray")).isEqualTo("ready");
        var ray = ray("ray");
        assertThat(ray.<Object>get("status", "readyWorkerReplicas")).isEqualTo(3);
        assertThat(ray.<Object>get("status", "desiredWorkerReplicas")).isEqualTo(3);
    }

    @Test
    void rayClusterThatDoesNotFitWaitsUntilOneLeaves() {
        trial.generic(Trial.rayCluster("first", 3)).create();
        trial.generic(Trial.rayCluster("second", 2)).create();
        trial.generic(Trial.rayCluster("huge", 8)).create();
        trial.pass(SHORT.multipliedBy(3));
        assertThat(state("first")).isIn("ready", "suspended");
        assertThat(state("second")).isEqualTo("suspended");
        assertThat(reason("second")).contains("insufficient unused quota for nvidia.com/gpu", "1 more needed");
        assertThat(reason("huge")).contains("> maximum capacity (4)");

        ray().withName("first").delete();
        assertThat(reason("second")).isEqualTo("Quota reserved in ClusterQueue simulated");
        trial.pass(SHORT);
        assertThat(state("second")).isEqualTo("ready");
        assertThat(workloads()).hasSize(2);
    }

    @Test
    void changingAnAdmittedRayClusterSuspendsItAgain() {
        trial.generic(Trial.rayCluster("ray", 1)).create();
        trial.pass(SHORT);
        state("ray");
        trial.pass(SHORT);
        assertThat(state("ray")).isEqualTo("ready");
        trial.generic(Trial.rayCluster("ray", 2)).forceConflicts().serverSideApply();
        assertThat(state("ray")).isEqualTo("suspended");
    }

    @Test
    void namespaceLeavesWithAllThatIsInIt() {
        trial.generic(Trial.statefulSet("lab", 1)).create();
        trial.client.namespaces().withName("growth").delete();
        assertThat(trial.client
                        .namespaces()
                        .withName("growth")
                        .get()
                        .getStatus()
                        .getPhase())
                .isEqualTo("Terminating");
        trial.pass(SHORT);
        assertThat(trial.client.namespaces().withName("growth").get()).isNull();
        assertThat(trial.client.apps().statefulSets().inAnyNamespace().list().getItems())
                .isEmpty();
    }

    @Test
    void labelsSelect() {
        trial.generic(Trial.statefulSet("one", 1)).create();
        trial.generic(Trial.statefulSet("two", 1)).create();
        var sets = trial.client.apps().statefulSets().inNamespace("growth");
        assertThat(sets.withLabel("app", "one").list().getItems()).hasSize(1);
        assertThat(sets.withLabelIn("app", "one", "two").list().getItems()).hasSize(2);
        assertThat(sets.withoutLabel("app", "one").list().getItems()).hasSize(1);
        assertThat(trial.cluster.objects(Map.of("app", "one"))).hasSize(1);
    }

    @Test
    void watchTellsOfEachChange() throws Exception {
        BlockingQueue<String> seen = new LinkedBlockingQueue<>();
        try (var _ = trial.client.apps().statefulSets().inNamespace("growth").watch(new Watcher<>() {
            @Override
            public void eventReceived(Action action, io.fabric8.kubernetes.api.model.apps.StatefulSet set) {
                seen.add(action + " " + set.getMetadata().getName());
            }

            @Override
            public void onClose(WatcherException cause) {}
        })) {
            trial.generic(Trial.statefulSet("lab", 1)).create();
            assertThat(seen.poll(5, TimeUnit.SECONDS)).isEqualTo("ADDED lab");
            trial.client
                    .apps()
                    .statefulSets()
                    .inNamespace("growth")
                    .withName("lab")
                    .delete();
            while (!"DELETED lab".equals(seen.poll(5, TimeUnit.SECONDS))) {
                assertThat(Thread.currentThread().isInterrupted()).isFalse();
            }
        }
    }

    @Test
    void everyAnswerSaysThatItIsSimulated() throws Exception {
        assertThat(trial.client.getKubernetesVersion().getGitVersion()).contains("simulated");
        assertThat(trial.client.getApiGroups().getGroups())
                .extracting(group -> group.getName())
                .contains("apps", "ray.io", "kueue.x-k8s.io");
        var answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(trial.cluster.url().resolve("/nothing/here"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().allValues("X-Quartermaster-Simulated")).containsExactly("true");
    }

    private String state(String name) {
        return String.valueOf(ray(name).<Object>get("status", "state"));
    }

    private String reason(String name) {
        return workloads().stream()
                .filter(workload -> workload.getMetadata().getName().startsWith("raycluster-" + name + "-"))
                .map(workload -> workload.<String>get("status", "conditions", 0, "message"))
                .findFirst()
                .orElseThrow();
    }

    private GenericKubernetesResource ray(String name) {
        return ray().withName(name).get();
    }

    private io.fabric8.kubernetes.client.dsl.NonNamespaceOperation<
                    GenericKubernetesResource,
                    io.fabric8.kubernetes.api.model.GenericKubernetesResourceList,
                    io.fabric8.kubernetes.client.dsl.Resource<GenericKubernetesResource>>
            ray() {
        return trial.client.genericKubernetesResources(Trial.RAY).inNamespace("growth");
    }

    private List<GenericKubernetesResource> workloads() {
        return trial.client
                .genericKubernetesResources(Trial.WORKLOADS)
                .inNamespace("growth")
                .list()
                .getItems();
    }
}
