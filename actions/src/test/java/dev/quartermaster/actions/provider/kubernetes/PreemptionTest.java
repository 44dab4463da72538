package dev.quartermaster.actions.provider.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.actions.cluster.Cluster;
import dev.quartermaster.actions.cluster.RememberedObjects;
import dev.quartermaster.actions.cluster.simulated.SimulatedCluster;
import dev.quartermaster.actions.cluster.simulated.life.Timings;
import dev.quartermaster.actions.provider.Observed;
import dev.quartermaster.actions.provider.Order;
import dev.quartermaster.actions.provider.Provider.Wanted;
import dev.quartermaster.actions.provider.kubernetes.manifest.Tree;
import dev.quartermaster.intents.people.TeamNamespace;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What Kueue takes away again, over the API as Kueue does it, and in its words. */
class PreemptionTest {
    private final SimulatedCluster simulated = SimulatedCluster.start(0, Timings.immediate());
    private final Cluster cluster = Cluster.simulatedAt(simulated.url());
    private final KubernetesProvider provider =
            new KubernetesProvider(cluster, new RememberedObjects(), () -> TeamNamespace.CREATED, java.util.List::of);
    private final HttpClient http = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        cluster.close();
        simulated.close();
    }

    @Test
    void whatWasPreemptedIsQueuedAgainWithItsPlaceAndComesBack() throws Exception {
        var ray = Orders.order(Orders.ray(12), Orders.RAY_READY);
        ready(ray);
        evicted(true);
        var other = Orders.order(
                "lease-zzzzzzzzzz", Orders.ray(12).replace("name: ray,", "name: other,"), Orders.RAY_READY);
        ready(other);

        assertThat(provider.observe(ray))
                .isEqualTo(new Observed.Making(
                        "team-growth/ray",
                        "it was preempted (prioritization in the ClusterQueue) to make room for other work, and is"
                                + " queued: waiting for 8 more GPUs, position 1 in the queue"));

        provider.converge(other, Wanted.GONE);
        evicted(false);
        assertThat(provider.observe(ray)).isEqualTo(new Observed.Ready("team-growth/ray"));
    }

    @Test
    void whoWaitsHearsTheirPlace() {
        ready(Orders.order(Orders.ray(16), Orders.RAY_READY));
        for (var place : new int[] {1, 2}) {
            var next = Orders.order(
                    "lease-zzzzzzzzz" + "xy".charAt(place - 1),
                    Orders.ray(2).replace("name: ray,", "name: next" + place + ","),
                    Orders.RAY_READY);
            provider.converge(next, Wanted.RUNNING);
            assertThat(provider.observe(next))
                    .isEqualTo(new Observed.Making(
                            "team-growth/next" + place,
                            "queued: waiting for 2 more GPUs, position " + place + " in the queue"));
        }
    }

    private void ready(Order order) {
        provider.converge(order, Wanted.RUNNING);
        assertThat(provider.observe(order)).isInstanceOf(Observed.Ready.class);
    }

    private void evicted(boolean now) throws IOException, InterruptedException {
        var workload = simulated.objects(Map.of()).stream()
                .map(Tree::of)
                .filter(each -> each.text("kind").equals("Workload"))
                .filter(each -> each.at("metadata").text("name").startsWith("raycluster-ray-"))
                .findFirst()
                .orElseThrow()
                .at("metadata")
                .text("name");
        var patch = """
                {"status": {"conditions": [{"type": "Evicted", "status": "%s", "reason": "Preempted",
                 "lastTransitionTime": "2026-11-21T11:59:20Z",
                 "message": "Preempted to accommodate a workload (UID: 1, JobUID: 2) due to prioritization in the ClusterQueue; preemptor path: /q; preemptee path: /q"}]}}
                """.formatted(now ? "True" : "False");
        var path = "/apis/kueue.x-k8s.io/v1beta2/namespaces/team-growth/workloads/" + workload
                + "/status?fieldManager=kueue";
        var request = HttpRequest.newBuilder(URI.create(simulated.url() + path))
                .header("Content-Type", "application/merge-patch+json")
                .method("PATCH", BodyPublishers.ofString(patch))
                .build();
        assertThat(http.send(request, BodyHandlers.discarding()).statusCode()).isEqualTo(200);
    }
}
