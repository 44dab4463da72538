package dev.quartermaster.actions.cluster.simulated.life;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quartermaster.actions.cluster.simulated.object.FieldOwners;
import dev.quartermaster.actions.cluster.simulated.object.Key;
import dev.quartermaster.actions.cluster.simulated.object.Kinds;
import dev.quartermaster.actions.cluster.simulated.object.Store;
import dev.quartermaster.actions.cluster.simulated.object.Stored;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.stream.Stream;

/** The pods of what can't start here, with what the scheduler and the kubelet would say of them. Others are pretended. */
final class StuckPods {
    private final Store store;
    private final Lacks lacks;

    StuckPods(Store store, Lacks lacks) {
        this.store = store;
        this.lacks = lacks;
    }

    /** Makes one pod of what owns these templates, if one of them can't run. @return whether one can't */
    boolean stuck(Key owner, Stored stored, Stream<JsonNode> templates, Instant now) {
        var stuck = templates
                .map(template -> pod(template, owner.namespace(), now))
                .flatMap(Optional::stream)
                .findFirst();
        var key = new Key(Kinds.POD, owner.namespace(), owner.name() + "-0");
        if (stuck.isPresent() && store.find(key).isEmpty()) {
            var pod = stuck.get();
            var metadata = pod.withObjectProperty("metadata").put("name", key.name());
            metadata.putArray("ownerReferences")
                    .addObject()
                    .put("apiVersion", owner.kind().apiVersion())
                    .put("kind", owner.kind().name())
                    .put("name", owner.name())
                    .put("uid", stored.uid())
                    .put("controller", true);
            store.create(key, pod, FieldOwners.nobody());
        }
        return stuck.isPresent();
    }

    /** As events of a claim say it. */
    void unbound(Key claim, Stored stored, Instant now) {
        var key = new Key(Kinds.EVENT, claim.namespace(), claim.name() + ".1");
        if (store.find(key).isPresent()) {
            return;
        }
        var event =
                JsonNodeFactory.instance.objectNode().put("apiVersion", "v1").put("kind", "Event");
        event.putObject("metadata").put("name", key.name());
        event.putObject("involvedObject")
                .put("apiVersion", "v1")
                .put("kind", claim.kind().name())
                .put("namespace", claim.namespace())
                .put("name", claim.name())
                .put("uid", stored.uid());
        event.put("type", "Normal").put("reason", "FailedBinding").put("count", 1);
        event.put("message", "no persistent volumes available for this claim and no storage class is set");
        event.put("lastTimestamp", time(now));
        store.create(key, event, FieldOwners.nobody());
    }

    private Optional<ObjectNode> pod(JsonNode template, String namespace, Instant now) {
        if (lacks.labelledNodes() && choosesNodes(template.path("spec"))) {
            return Optional.of(unplaced(
                    template,
                    "0/3 nodes are available: 3 node(s) didn't match Pod's node affinity/selector. preemption: 0/3"
                            + " nodes are available: 3 Preemption is not helpful for scheduling.",
                    now));
        }
        if (template.path("spec").path("volumes").valueStream().anyMatch(volume -> unbound(volume, namespace))) {
            return Optional.of(unplaced(
                    template,
                    "0/3 nodes are available: pod has unbound immediate PersistentVolumeClaims. preemption: 0/3 nodes"
                            + " are available: 3 Preemption is not helpful for scheduling.",
                    now));
        }
        return lacks.images() ? Optional.of(imageless(template)) : Optional.empty();
    }

    private static boolean choosesNodes(JsonNode pod) {
        return !pod.path("nodeSelector").isEmpty()
                || !pod.path("affinity").path("nodeAffinity").isEmpty();
    }

    private boolean unbound(JsonNode volume, String namespace) {
        var claim = volume.path("persistentVolumeClaim").path("claimName").asText();
        return store.find(new Key(Kinds.CLAIM, namespace, claim))
                .filter(stored ->
                        stored.tree().path("status").path("phase").asText().equals("Pending"))
                .isPresent();
    }

    private static ObjectNode unplaced(JsonNode template, String message, Instant now) {
        var pod = pod(template);
        var condition = Conditions.of("PodScheduled", false, "Unschedulable").put("message", message);
        Conditions.set(pod.withObjectProperty("status"), condition, now);
        return pod;
    }

    private static ObjectNode imageless(JsonNode template) {
        var pod = pod(template);
        var container = template.path("spec").path("containers").path(0);
        var image = container.path("image").asText();
        var status =
                pod.withObjectProperty("status").putArray("containerStatuses").addObject();
        status.put("name", container.path("name").asText()).put("image", image).put("ready", false);
        status.putObject("state")
                .putObject("waiting")
                .put("reason", "ImagePullBackOff")
                .put("message", "Back-off pulling image \"" + image + "\": ErrImagePull: dial tcp: i/o timeout");
        return pod;
    }

    private static ObjectNode pod(JsonNode template) {
        var pod = JsonNodeFactory.instance.objectNode().put("apiVersion", "v1").put("kind", "Pod");
        pod.set(
                "metadata",
                template.path("metadata").isObject()
                        ? template.path("metadata").deepCopy()
                        : JsonNodeFactory.instance.objectNode());
        pod.set("spec", template.path("spec").deepCopy());
        pod.putObject("status").put("phase", "Pending");
        return pod;
    }

    private static String time(Instant now) {
        return now.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
