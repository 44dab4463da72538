package dev.quartermaster.actions.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.actions.cluster.Cluster;
import dev.quartermaster.actions.cluster.ClusterResult;
import dev.quartermaster.actions.cluster.definition.CustomDefinitions;
import dev.quartermaster.actions.cluster.simulated.SimulatedCluster;
import dev.quartermaster.actions.cluster.simulated.life.Timings;
import dev.quartermaster.intents.people.TeamId;
import dev.quartermaster.intents.people.TeamNamespace;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.dsl.FieldValidateable.Validation;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each object given to the API in Helm's order, with an unknown field refused; custom ones are held to their definitions. */
class ChartInAClusterTest {
    private static final Map<String, String> OURS = Map.of("app.kubernetes.io/part-of", "quartermaster");

    private static final Set<String> CUSTOM = Set.of("ResourceFlavor", "ClusterQueue", "LocalQueue", "ServiceMonitor");

    private final SimulatedCluster simulated = SimulatedCluster.start(0, Timings.immediate());
    private final KubernetesClient client = new KubernetesClientBuilder()
            .withConfig(new ConfigBuilder(io.fabric8.kubernetes.client.Config.empty())
                    .withMasterUrl(simulated.url().toString())
                    .withRequestRetryBackoffLimit(0)
                    .build())
            .build();

    @AfterEach
    void close() {
        client.close();
        simulated.close();
    }

    @ParameterizedTest
    @MethodSource("dev.quartermaster.actions.chart.ChartValues#all")
    void eachObjectIsTakenAsItIs(String values) throws IOException {
        var objects = install(values);
        assertThat(objects).hasSizeGreaterThan(7);
        var definitions = CustomDefinitions.of(Path.of("src/test/resources/crds"));
        for (var object : objects) {
            if (CUSTOM.contains(object.get("kind"))) {
                assertThat(definitions.wrong(object)).as(object.toString()).contains(List.of());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Helm", "argocd", ""})
    void theProgramWorksInTheNamespacesThatItMakes(String manager) throws IOException {
        install(ChartValues.LARGE);
        if (!manager.isEmpty()) {
            managed(manager);
        }
        try (var cluster = Cluster.simulatedAt(simulated.url())) {
            assertThat(cluster.namespace("team-growth", new TeamId("growth"), TeamNamespace.CREATED))
                    .isEqualTo(new ClusterResult.Done<>(false));
            assertThat(cluster.list("networking.k8s.io/v1", "NetworkPolicy", "team-growth", OURS))
                    .as("The chart's walls stand there, so ours don't")
                    .isEqualTo(new ClusterResult.Done<>(List.of()));
            assertThat(cluster.namespace("team-growth", new TeamId("risk"), TeamNamespace.CREATED))
                    .isInstanceOf(ClusterResult.Refused.class);
        }
    }

    /** What Helm does to each object that it installs; who applies what Helm renders does nothing of it. */
    private void managed(String manager) {
        client.namespaces()
                .withName("team-growth")
                .edit(namespace -> new NamespaceBuilder(namespace)
                        .editMetadata()
                        .addToLabels("app.kubernetes.io/managed-by", manager)
                        .endMetadata()
                        .build());
    }

    @Test
    void aNamespaceThatTheProgramMakesHoldsItsPodsToTheSame() {
        try (var cluster = Cluster.simulatedAt(simulated.url())) {
            cluster.namespace("team-new", new TeamId("new"), TeamNamespace.CREATED);
        }
        assertThat(client.network()
                        .networkPolicies()
                        .inNamespace("team-new")
                        .withLabels(OURS)
                        .list()
                        .getItems())
                .hasSize(1);
        assertThat(client.namespaces().withName("team-new").get().getMetadata().getLabels())
                .containsEntry("pod-security.kubernetes.io/enforce", "restricted");
    }

    private List<Map<String, Object>> install(String values) throws IOException {
        var objects = Chart.rendered(Chart.OURS, values);
        client.resource(new NamespaceBuilder()
                        .withNewMetadata()
                        .withName(Chart.NAMESPACE)
                        .endMetadata()
                        .build())
                .create();
        for (var object : objects) {
            if (!object.get("kind").equals("ServiceMonitor")) {
                create(Serialization.unmarshal(Serialization.asJson(object), GenericKubernetesResource.class));
            }
        }
        return objects;
    }

    private void create(GenericKubernetesResource object) {
        var resource = client.resource(object);
        var namespace = object.getMetadata().getNamespace();
        resource.inNamespace(namespace == null ? Chart.NAMESPACE : namespace)
                .fieldValidation(Validation.STRICT)
                .create();
    }
}
