package dev.quartermaster.actions.cluster.simulated;

import dev.quartermaster.actions.cluster.simulated.life.Lacks;
import dev.quartermaster.actions.cluster.simulated.life.Timings;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.time.Duration;
import java.time.Instant;

/** A simulated cluster with its own clock, a client of the ordinary kind, and a namespace to work in. */
final class Trial implements AutoCloseable {
    static final ResourceDefinitionContext RAY = kind("ray.io", "v1", "RayCluster", "rayclusters");
    static final ResourceDefinitionContext WORKLOADS = kind("kueue.x-k8s.io", "v1beta2", "Workload", "workloads");

    private Instant now = Instant.parse("2026-11-02T09:00:00Z");
    final SimulatedCluster cluster;
    final KubernetesClient client;

    Trial(Timings timings) {
        cluster = SimulatedCluster.start(0, timings, Lacks.nothing(), () -> now);
        var config = new ConfigBuilder(io.fabric8.kubernetes.client.Config.empty())
                .withMasterUrl(cluster.url().toString())
                .withRequestRetryBackoffLimit(0)
                .build();
        client = new KubernetesClientBuilder().withConfig(config).build();
        client.resource(namespace("growth")).create();
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    Resource<GenericKubernetesResource> generic(String yaml) {
        return client.resource(Serialization.unmarshal(yaml, GenericKubernetesResource.class))
                .inNamespace("growth");
    }

    static Namespace namespace(String name) {
        return new NamespaceBuilder()
                .withNewMetadata()
                .withName(name)
                .endMetadata()
                .build();
    }

    static String statefulSet(String name, int replicas) {
        return """
            apiVersion: apps/v1
            kind: StatefulSet
            metadata: {name: %s, labels: {app: %s}}
            spec:
              replicas: %d
              serviceName: %s
              selector: {matchLabels: {app: %s}}
              template:
                metadata: {labels: {app: %s}}
                spec:
                  containers:
                    - {name: lab, image: "registry.example/lab:1", env: [{name: MODE, value: lab}]}
            """.formatted(name, name, replicas, name, name, name);
    }

    static String rayCluster(String name, int gpus) {
        return """
            apiVersion: ray.io/v1
            kind: RayCluster
            metadata: {name: %s, labels: {kueue.x-k8s.io/queue-name: growth}}
            spec:
              headGroupSpec:
                rayStartParams: {num-cpus: "0"}
                template: {spec: {containers: [{name: head, image: "registry.example/ray:2"}]}}
              workerGroupSpecs:
                - groupName: workers
                  replicas: %d
                  minReplicas: 0
                  maxReplicas: 8
                  rayStartParams: {}
                  template:
                    spec:
                      containers:
                        - name: worker
                          image: registry.example/ray:2
                          resources: {limits: {nvidia.com/gpu: 1}}
            """.formatted(name, gpus);
    }

    private static ResourceDefinitionContext kind(String group, String version, String kind, String plural) {
        return new ResourceDefinitionContext.Builder()
                .withGroup(group)
                .withVersion(version)
                .withKind(kind)
                .withPlural(plural)
                .withNamespaced(true)
                .build();
    }

    @Override
    public void close() {
        client.close();
        cluster.close();
    }
}
