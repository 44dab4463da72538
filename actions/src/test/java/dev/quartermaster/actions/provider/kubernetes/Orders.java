package dev.quartermaster.actions.provider.kubernetes;

import dev.quartermaster.actions.provider.Order;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.people.TeamId;
import dev.quartermaster.intents.plan.LeaseId;
import dev.quartermaster.intents.plan.Part;
import dev.quartermaster.intents.plan.PartName;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.Yaml;

/** Orders as the golden paths make them, in their shortest honest form. */
final class Orders {
    static final String LAB_READY =
            "objects.exists(o, o.kind == \"StatefulSet\" && o.status.readyReplicas == o.spec.replicas)";
    static final String RAY_READY = "objects[0].status.state == \"ready\"";

    private Orders() {}

    static String pod(String more) {
        return """
                {%s automountServiceAccountToken: false,
                 securityContext: {runAsNonRoot: true, seccompProfile: {type: RuntimeDefault}},
                 containers: [{name: main, image: "registry.example/lab:1",
                   securityContext: {allowPrivilegeEscalation: false, capabilities: {drop: [ALL]}}}]}""".formatted(more);
    }

    static String lab(String pod) {
        return """
                token: {secret: lab-token}
                manifests:
                  - {apiVersion: v1, kind: PersistentVolumeClaim, metadata: {name: lab}, spec: {
                      accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}}
                  - {apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: {name: lab}, spec: {
                      podSelector: {}, policyTypes: [Ingress]}}
                  - apiVersion: apps/v1
                    kind: StatefulSet
                    metadata: {name: lab}
                    spec:
                      serviceName: lab
                      replicas: 1
                      selector: {matchLabels: {app: lab}}
                      template:
                        metadata: {labels: {app: lab}}
                        spec: %s
                """.formatted(pod);
    }

    static String job() {
        return """
                manifests:
                  - apiVersion: batch/v1
                    kind: Job
                    metadata: {name: fit}
                    spec: {backoffLimit: 0, template: {spec: %s}}
                """.formatted(pod("restartPolicy: Never,"));
    }

    static String ray(int gpus) {
        var worker = pod("").replace("name: main,", "name: main, resources: {limits: {nvidia.com/gpu: \"1\"}},");
        return """
                manifests:
                  - apiVersion: ray.io/v1
                    kind: RayCluster
                    metadata: {name: ray, labels: {kueue.x-k8s.io/queue-name: quartermaster}}
                    spec:
                      headGroupSpec: {rayStartParams: {}, template: {spec: %s}}
                      workerGroupSpecs:
                        - {groupName: gpu, replicas: %d, minReplicas: %d, maxReplicas: %d, rayStartParams: {},
                           template: {spec: %s}}
                """.formatted(pod(""), gpus, gpus, gpus, worker);
    }

    static Order order(String spec, @Nullable String ready) {
        return order("lease-abcdefghij", spec, ready);
    }

    static Order order(String lease, String spec, @Nullable String ready) {
        Map<String, Object> tree = new Yaml().load(spec);
        var part = new Part(new PartName("home"), "kubernetes", tree, Set.of(), ready);
        var owner = new Order.Owner(new PersonId("ana"));
        var team = new Order.Team(new TeamId("growth"), "team-growth");
        return new Order(new LeaseId(lease), part, owner, team, Instant.parse("2027-01-01T00:00:00Z"), 1);
    }

    /** The same for a team whose namespace is another. */
    static Order in(String namespace, Order order) {
        var moved = new Order.Team(order.team().id(), namespace);
        return new Order(order.lease(), order.part(), order.owner(), moved, order.until(), order.epoch());
    }
}
