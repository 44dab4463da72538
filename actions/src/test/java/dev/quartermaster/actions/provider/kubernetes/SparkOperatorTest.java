package dev.quartermaster.actions.provider.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.actions.cluster.Cluster;
import dev.quartermaster.actions.cluster.RememberedObjects;
import dev.quartermaster.actions.cluster.definition.CustomDefinitions;
import dev.quartermaster.actions.cluster.simulated.SimulatedCluster;
import dev.quartermaster.actions.cluster.simulated.life.Timings;
import dev.quartermaster.actions.provider.Observed;
import dev.quartermaster.actions.provider.Provider.Wanted;
import dev.quartermaster.actions.provider.kubernetes.manifest.Tree;
import dev.quartermaster.intents.people.TeamNamespace;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** Kinds of the Spark operator (2.5.2), as a platform team may declare them: objects on the simulated cluster. */
class SparkOperatorTest {
    private static final String FIELDS = """
            securityContext: {allowPrivilegeEscalation: false, runAsNonRoot: true, runAsUser: 185,
              capabilities: {drop: [ALL]}, seccompProfile: {type: RuntimeDefault}}""";
    private static final String APPLICATION = """
            manifests:
              - {apiVersion: v1, kind: ServiceAccount, metadata: {name: pi}}
              - apiVersion: sparkoperator.k8s.io/v1beta2
                kind: SparkApplication
                metadata: {name: pi, labels: {kueue.x-k8s.io/queue-name: quartermaster}}
                spec:
                  type: Python
                  mode: cluster
                  image: docker.io/apache/spark:3.5.5
                  sparkVersion: 3.5.5
                  mainApplicationFile: local:///opt/spark/examples/src/main/python/pi.py
                  restartPolicy: {type: Never}
                  sparkConf: {spark.eventLog.enabled: "true", spark.eventLog.dir: "file:///tmp"}
                  driver: {cores: 1, memory: 1g, serviceAccount: pi, %1$s}
                  executor: {cores: 1, instances: 2, memory: 1g, %1$s}
            """.formatted(FIELDS.replace("\n", " "));
    private static final String CONNECT = """
            manifests:
              - {apiVersion: v1, kind: ServiceAccount, metadata: {name: sc}}
              - apiVersion: sparkoperator.k8s.io/v1alpha1
                kind: SparkConnect
                metadata: {name: sc}
                spec:
                  image: docker.io/apache/spark:4.0.0
                  sparkVersion: 4.0.0
                  server: {cores: 1, memory: 1g, template: {spec: %1$s}}
                  executor: {instances: 2, cores: 1, memory: 1g, template: {spec: %1$s}}
            """.formatted(Orders.pod("serviceAccountName: sc,"));
    private static final String READY = "objects.exists(o, o.kind == \"SparkConnect\" && o.status.state == \"Ready\")";

    private final SimulatedCluster simulated = SimulatedCluster.start(0, Timings.immediate());
    private final Cluster cluster = Cluster.simulatedAt(simulated.url());
    private final KubernetesProvider provider = provider(cluster);

    @AfterEach
    void close() {
        cluster.close();
        simulated.close();
    }

    @Test
    void manifestsFitTheRealDefinitions() throws IOException {
        assertThat(wrong(APPLICATION)).isEmpty();
        assertThat(wrong(CONNECT)).isEmpty();
        assertThat(wrong(APPLICATION.replace("mode: cluster", "mode: there").replace("instances: 2", "pods: two")))
                .containsExactly("spec.mode is none of [cluster, client]", "spec.executor.pods is unknown");
        assertThat(wrong(CONNECT.replace("sparkVersion", "version")))
                .contains("spec.sparkVersion is missing", "spec.version is unknown");
    }

    @Test
    void anApplicationThatSucceedsIsDoneAndLeavesNothing() {
        var order = Orders.order(APPLICATION, null);
        provider.converge(order, Wanted.RUNNING);
        assertThat(provider.observe(order)).isEqualTo(new Observed.Done("team-growth/pi"));
        assertThat(provider.converge(order, Wanted.GONE)).isEqualTo(new Observed.Absent());
        assertThat(simulated.objects(Map.of("quartermaster.dev/lease", "lease-abcdefghij")))
                .isEmpty();
    }

    @Test
    void anApplicationThatFailsHasFailedForGoodInTheOperatorsWords() throws Exception {
        var order = Orders.order(APPLICATION, null);
        provider.converge(order, Wanted.RUNNING);
        patch(
                "sparkoperator.k8s.io/v1beta2/namespaces/team-growth/sparkapplications/pi",
                "{\"status\": {\"applicationState\": {\"state\": \"FAILED\", \"errorMessage\": \"driver container failed with"
                        + " ExitCode: 1\"}}}");
        assertThat(provider.observe(order))
                .isEqualTo(
                        new Observed.Failed("The Spark application failed: driver container failed with ExitCode: 1"));
    }

    @Test
    void aServerIsReadyWhenTheOperatorSaysSoAndIsTakenAwayWhenStopped() throws Exception {
        var order = Orders.order(CONNECT, READY);
        provider.converge(order, Wanted.RUNNING);
        assertThat(provider.observe(order)).isEqualTo(new Observed.Ready("team-growth/sc"));
        patch(
                "sparkoperator.k8s.io/v1alpha1/namespaces/team-growth/sparkconnects/sc",
                "{\"status\": {\"state\": \"Failed\", \"conditions\": [{\"type\": \"ServerPodReady\", \"status\": \"False\","
                        + " \"message\": \"server pod was evicted\"}]}}");
        assertThat(provider.observe(order))
                .isEqualTo(new Observed.Broken("The Spark server failed: server pod was evicted"));
        provider.converge(order, Wanted.STOPPED);
        assertThat(simulated.objects(Map.of()))
                .extracting(object -> Tree.of(object).text("kind"))
                .doesNotContain("SparkConnect");
    }

    @Test
    void whoWaitsHearsHowFarItIs() {
        var slow = new Timings(Duration.ofDays(1), Duration.ZERO, Duration.ZERO, 0);
        try (var away = SimulatedCluster.start(0, slow);
                var other = Cluster.simulatedAt(away.url())) {
            var waiting = provider(other);
            var application = Orders.order(
                    APPLICATION, "objects.exists(o, has(o.status) && o.status.applicationState.state == \"RUNNING\")");
            waiting.converge(application, Wanted.RUNNING);
            assertThat(waiting.observe(application))
                    .isEqualTo(new Observed.Making("team-growth/pi", "starting, attempt 1"));
            var server = Orders.order("lease-zzzzzzzzzz", CONNECT, READY);
            waiting.converge(server, Wanted.RUNNING);
            assertThat(waiting.observe(server))
                    .isEqualTo(new Observed.Making("team-growth/sc", "the Spark server is starting"));
        }
    }

    @Test
    void whatTheOperatorWouldMakeOfItIsHeldToTheSameRules() {
        assertThat(escapes(APPLICATION.replace("serviceAccount: pi", "serviceAccount: spark")))
                .contains("the service account spark");
        assertThat(escapes(APPLICATION.replace("runAsUser: 185", "privileged: true")))
                .contains("a privileged container");
        assertThat(escapes(APPLICATION.replace("capabilities: {drop: [ALL]},", "")))
                .contains("capabilities");
        assertThat(escapes(APPLICATION.replace("mode: cluster", "mode: cluster\n      proxyUser: root")))
                .contains("another user");
        assertThat(escapes(APPLICATION.replace(
                        "mode: cluster", "mode: cluster\n      volumes: [{name: h, hostPath: {path: /}}]")))
                .contains("a hostPath volume");
        assertThat(escapes(APPLICATION.replace(
                        "spark.eventLog.enabled: \"true\"",
                        "spark.kubernetes.authenticate.driver.serviceAccountName: admin")))
                .contains("the setting spark.kubernetes.authenticate.driver.serviceAccountName");
        assertThat(escapes(CONNECT.replace("server: {cores: 1, memory: 1g, template", "server: {cores: 1, other")))
                .contains("privilege escalation");
    }

    @Test
    void whatAContainerLeftAsItsLastWordsIsShownWithoutSecrets() throws Exception {
        var order = Orders.order(Orders.job(), null);
        provider.converge(order, Wanted.RUNNING);
        assertThat(provider.lastLines(order, 12)).isEmpty();
        post("/api/v1/namespaces/team-growth/pods", """
                {"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "fit-0", "labels": {
                  "quartermaster.dev/lease": "lease-abcdefghij", "quartermaster.dev/part": "home"}},
                 "spec": {"containers": [{"name": "main", "image": "i"}]}}""");
        patch("/api/v1/namespaces/team-growth/pods/fit-0", """
                {"status": {"phase": "Succeeded", "containerStatuses": [{"name": "main", "state": {"terminated": {
                  "exitCode": 0, "message": "one\\ntwo\\n\\npassword=hunter2x\\n"}}}]}}""");
        assertThat(provider.lastLines(order, 2)).containsExactly("two", "password=***");
    }

    private String escapes(String spec) {
        return provider.observe(Orders.order(spec, null)) instanceof Observed.Broken broken ? broken.words() : "";
    }

    private static List<String> wrong(String spec) throws IOException {
        return CustomDefinitions.of(Path.of("src/test/resources/crds"))
                .wrong(Tree.of(new Yaml().load(spec))
                        .items("manifests")
                        .getLast()
                        .fields())
                .orElseThrow();
    }

    private void patch(String path, String body) throws Exception {
        send(path + "/status", "PATCH", "application/merge-patch+json", body);
    }

    private void post(String path, String body) throws Exception {
        send(path, "POST", "application/json", body);
    }

    private void send(String path, String method, String type, String body) throws Exception {
        var from = path.startsWith("/") ? path : "/apis/" + path;
        var request = HttpRequest.newBuilder(URI.create(simulated.url() + from + "?fieldManager=operator"))
                .header("Content-Type", type)
                .method(method, BodyPublishers.ofString(body))
                .build();
        var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
    }

    private static KubernetesProvider provider(Cluster cluster) {
        return new KubernetesProvider(cluster, new RememberedObjects(), () -> TeamNamespace.CREATED, List::of);
    }
}
