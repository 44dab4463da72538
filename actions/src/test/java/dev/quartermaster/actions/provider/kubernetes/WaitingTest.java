package dev.quartermaster.actions.provider.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.quartermaster.actions.cluster.Cluster;
import dev.quartermaster.actions.cluster.RememberedObjects;
import dev.quartermaster.actions.cluster.simulated.SimulatedCluster;
import dev.quartermaster.actions.cluster.simulated.life.Lacks;
import dev.quartermaster.actions.cluster.simulated.life.Timings;
import dev.quartermaster.actions.provider.Observed;
import dev.quartermaster.actions.provider.Order;
import dev.quartermaster.actions.provider.Provider.Wanted;
import dev.quartermaster.intents.people.TeamNamespace;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** What a person hears of a cluster that isn't set up wholly, over HTTP. */
class WaitingTest {
    private static final String TOLD = "; the platform team is told, and it goes on by itself once that is mended";
    private static final String GPU = "nodeSelector: {quartermaster.dev/gpu: a100}, ";

    private static final Order LAB = Orders.order(
            Orders.lab(Orders.pod("volumes: [{name: home, persistentVolumeClaim: {claimName: lab}}], ")),
            Orders.LAB_READY);
    private static final Order RAY = Orders.order(
            Orders.ray(3).replace("{ automountServiceAccountToken", "{" + GPU + "automountServiceAccountToken"),
            Orders.RAY_READY);

    @Test
    void anUnboundVolumeIsNotAStart() {
        expect(Lacks.aStorageClass(), LAB, "no storage class is set up for its volume" + TOLD, "no-storage-class");
    }

    @Test
    void anAdmittedClusterThatNoNodeTakesIsNotQueued() {
        expect(Lacks.labelsOnNodes(), RAY, "no node offers quartermaster.dev/gpu=a100" + TOLD, "no-node");
    }

    @Test
    void nodesThatAnAffinityRequiresAreNamedWithTheirAlternatives() {
        var required = """
                affinity: {nodeAffinity: {requiredDuringSchedulingIgnoredDuringExecution: {nodeSelectorTerms: [
                {matchExpressions: [{key: nvidia.com/gpu.product, operator: In, values: [NVIDIA-A100-SXM4-40GB, NVIDIA-A100-PCIE-40GB, NVIDIA-A100-80GB-PCIe]}]},
                {matchExpressions: [{key: quartermaster.dev/gpu, operator: In, values: [a100]}]}]}}}, """.replace("\n", " ");
        var order = Orders.order(
                Orders.ray(3)
                        .replace("{ automountServiceAccountToken", "{" + required + "automountServiceAccountToken"),
                Orders.RAY_READY);
        expect(
                Lacks.labelsOnNodes(),
                order,
                "no node offers nvidia.com/gpu.product=NVIDIA-A100-SXM4-40GB (or 2 others) or quartermaster.dev/gpu=a100"
                        + TOLD,
                "no-node");
    }

    @Test
    void aQueueThatIsMissingIsSaidSo() {
        expect(Lacks.aQueue(), RAY, "queued, but the queue it is for isn't set up" + TOLD, "missing-queue");
    }

    @Test
    void anImageThatCannotBeFetchedIsNamed() {
        expect(Lacks.aRegistry(), LAB, "its image \"registry.example/lab:1\" can't be fetched" + TOLD, "image-pull");
    }

    @Test
    void whatMayNotBeReadIsLeftOutAndTheRestIsSaid() throws IOException {
        try (var simulated = SimulatedCluster.start(0, Timings.immediate(), Lacks.aStorageClass());
                var strict = new Forbidding(simulated.url(), "/pods", "/events", "/workloads");
                var cluster = Cluster.simulatedAt(strict.url())) {
            var provider = provider(cluster);
            assertThat(made(provider, LAB))
                    .isInstanceOfSatisfying(
                            Observed.Making.class,
                            making -> assertThat(making.words())
                                    .isEqualTo("no storage class is set up for its volume" + TOLD));
            assertThat(provider.converge(LAB, Wanted.GONE)).isEqualTo(new Observed.Absent());
            assertThat(strict.refused).isPositive();
        }
        try (var simulated = SimulatedCluster.start(0, Timings.immediate(), Lacks.labelsOnNodes());
                var strict = new Forbidding(simulated.url(), "/pods", "/events", "/workloads");
                var cluster = Cluster.simulatedAt(strict.url())) {
            var provider = provider(cluster);
            assertThat(made(provider, RAY))
                    .isInstanceOfSatisfying(
                            Observed.Making.class,
                            making -> assertThat(making.words()).isEqualTo("starting: 0 of 3 workers ready"));
        }
    }

    private static void expect(Lacks lacks, Order order, String words, String reason) {
        try (var simulated = SimulatedCluster.start(0, Timings.immediate(), lacks);
                var cluster = Cluster.simulatedAt(simulated.url())) {
            var provider = provider(cluster);
            assertThat(made(provider, order)).isInstanceOfSatisfying(Observed.Making.class, making -> {
                assertThat(making.words()).isEqualTo(words);
                assertThat(making.trouble()).isNotNull();
                assertThat(making.trouble().reason()).isEqualTo(reason);
            });
            assertThat(provider.converge(order, Wanted.GONE)).isEqualTo(new Observed.Absent());
        }
    }

    /** A busy machine may give up a call, as a busy cluster does: then it is done again, as the reconciler would. */
    private static Observed made(KubernetesProvider provider, Order order) {
        var seen = provider.converge(order, Wanted.RUNNING);
        for (var tries = 0; tries < 20 && !(seen instanceof Observed.Making); tries++) {
            provider.converge(order, Wanted.RUNNING);
            seen = provider.observe(order);
        }
        return seen;
    }

    private static KubernetesProvider provider(Cluster cluster) {
        return new KubernetesProvider(cluster, new RememberedObjects(), () -> TeamNamespace.CREATED, List::of);
    }

    /** A role that may not read some things. */
    private static final class Forbidding implements AutoCloseable {
        private final HttpServer server;
        private final HttpClient http = HttpClient.newHttpClient();
        int refused;

        Forbidding(URI behind, String... endings) throws IOException {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.createContext("/", exchange -> {
                var uri = exchange.getRequestURI();
                var said = exchange.getRequestBody().readAllBytes();
                try (exchange) {
                    if (List.of(endings).stream().anyMatch(uri.getPath()::endsWith)) {
                        refused++;
                        var body = """
                                {"kind": "Status", "apiVersion": "v1", "status": "Failure", "reason": "Forbidden",
                                 "message": "it is forbidden to look at this", "code": 403}""".getBytes(StandardCharsets.UTF_8);
                        exchange.getResponseHeaders().set("Content-Type", "application/json");
                        exchange.sendResponseHeaders(403, body.length);
                        exchange.getResponseBody().write(body);
                        return;
                    }
                    var request = HttpRequest.newBuilder(behind.resolve(uri.toString()))
                            .method(exchange.getRequestMethod(), BodyPublishers.ofByteArray(said));
                    var type = exchange.getRequestHeaders().getFirst("Content-Type");
                    if (type != null) {
                        request.header("Content-Type", type);
                    }
                    var answer = http.send(request.build(), BodyHandlers.ofByteArray());
                    exchange.getResponseHeaders().set("Content-Type", "application/json");
                    exchange.sendResponseHeaders(answer.statusCode(), answer.body().length);
                    exchange.getResponseBody().write(answer.body());
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
            server.start();
        }

        URI url() {
            return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }
}
