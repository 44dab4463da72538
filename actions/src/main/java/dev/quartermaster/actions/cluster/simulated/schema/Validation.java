package dev.quartermaster.actions.cluster.simulated.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quartermaster.actions.cluster.simulated.object.ApiAnswer.Invalid;
import dev.quartermaster.actions.cluster.simulated.object.Kind;
import dev.quartermaster.actions.cluster.simulated.object.Kinds;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What must be there and what may not change, for the kinds that golden paths use. */
public final class Validation {
    private static final String MAY_CHANGE =
            "updates to statefulset spec for fields other than 'replicas', 'ordinals', 'template', 'updateStrategy',"
                    + " 'revisionHistoryLimit', 'persistentVolumeClaimRetentionPolicy' and 'minReadySeconds' are"
                    + " forbidden";

    private final List<Invalid> wrong = new ArrayList<>();

    private Validation() {}

    public static List<Invalid> check(Kind kind, ObjectNode tree) {
        var validation = new Validation();
        validation.wrong.addAll(NameRules.check(kind, tree.path("metadata")));
        validation.kind(kind, tree.path("spec"));
        return List.copyOf(validation.wrong);
    }

    public static List<Invalid> change(Kind kind, ObjectNode before, ObjectNode after) {
        var old = before.path("spec");
        var next = after.path("spec");
        if (kind.equals(Kinds.STATEFUL_SET)) {
            var fixed = Set.of("selector", "serviceName", "volumeClaimTemplates", "podManagementPolicy");
            var changed = fixed.stream().anyMatch(field -> !old.path(field).equals(next.path(field)));
            return changed ? List.of(Invalid.forbidden("spec", MAY_CHANGE)) : List.of();
        }
        if (kind.equals(Kinds.DEPLOYMENT) && !old.path("selector").equals(next.path("selector"))) {
            return List.of(Invalid.value("spec.selector", next.path("selector").toString(), "field is immutable"));
        }
        if (kind.equals(Kinds.JOB) && !old.path("template").equals(next.path("template"))) {
            return List.of(Invalid.value("spec.template", next.path("template").toString(), "field is immutable"));
        }
        return List.of();
    }

    private void kind(Kind kind, JsonNode spec) {
        if (kind.equals(Kinds.STATEFUL_SET) || kind.equals(Kinds.DEPLOYMENT)) {
            selected(spec);
            pod(spec.path("template").path("spec"), "spec.template.spec");
        } else if (kind.equals(Kinds.JOB)) {
            job(spec.path("template").path("spec"));
        } else if (kind.equals(Kinds.POD)) {
            pod(spec, "spec");
        } else if (kind.equals(Kinds.SERVICE)
                && spec.path("ports").isEmpty()
                && !spec.path("clusterIP").asText().equals("None")) {
            wrong.add(Invalid.required("spec.ports", ""));
        } else if (kind.equals(Kinds.CLAIM)) {
            claim(spec);
        } else if (kind.equals(Kinds.INGRESS) && !spec.has("rules") && !spec.has("defaultBackend")) {
            wrong.add(Invalid.value("spec", "[]", "either `defaultBackend` or `rules` must be specified"));
        } else if (kind.equals(Kinds.RAY_CLUSTER)) {
            rayCluster(spec);
        }
    }

    private void selected(JsonNode spec) {
        required(spec, "selector", "spec");
        var labels = spec.path("template").path("metadata").path("labels");
        var matches = spec.path("selector").path("matchLabels").properties().stream()
                .allMatch(label -> label.getValue().equals(labels.path(label.getKey())));
        if (!matches) {
            wrong.add(Invalid.value(
                    "spec.template.metadata.labels", labels.toString(), "`selector` does not match template `labels`"));
        }
    }

    private void job(JsonNode pod) {
        pod(pod, "spec.template.spec");
        var policy = pod.path("restartPolicy").asText();
        if (!policy.equals("Never") && !policy.equals("OnFailure")) {
            wrong.add(Invalid.required("spec.template.spec.restartPolicy", "valid values: \"OnFailure\", \"Never\""));
        }
    }

    private void pod(JsonNode pod, String at) {
        if (pod.path("containers").isEmpty()) {
            wrong.add(Invalid.required(at + ".containers", ""));
        }
        var index = 0;
        for (var container : pod.path("containers")) {
            required(container, "name", at + ".containers[" + index + "]");
            required(container, "image", at + ".containers[" + index + "]");
            index++;
        }
    }

    private void claim(JsonNode spec) {
        if (spec.path("accessModes").isEmpty()) {
            wrong.add(Invalid.required("spec.accessModes", "at least 1 access mode is required"));
        }
        if (!spec.path("resources").path("requests").has("storage")) {
            wrong.add(Invalid.required("spec.resources[storage]", ""));
        }
    }

    /** The required fields of KubeRay 1.7's definition; a pod template there needs a pod with named containers. */
    private void rayCluster(JsonNode spec) {
        required(spec, "headGroupSpec", "spec");
        if (spec.has("headGroupSpec")) {
            template(spec.path("headGroupSpec"), "spec.headGroupSpec");
        }
        var index = 0;
        for (var group : spec.path("workerGroupSpecs")) {
            var at = "spec.workerGroupSpecs[" + index++ + "]";
            for (var field : List.of("groupName", "minReplicas", "maxReplicas")) {
                required(group, field, at);
            }
            template(group, at);
        }
    }

    private void template(JsonNode group, String at) {
        required(group, "template", at);
        if (group.has("template")) {
            required(group.path("template").path("spec"), "containers", at + ".template.spec");
        }
    }

    private void required(JsonNode in, String field, String at) {
        if (!in.hasNonNull(field)) {
            wrong.add(Invalid.required(at + "." + field, ""));
        }
    }
}
