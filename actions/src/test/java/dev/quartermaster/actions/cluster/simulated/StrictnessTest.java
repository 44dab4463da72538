package dev.quartermaster.actions.cluster.simulated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.quartermaster.actions.cluster.simulated.life.Timings;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.FieldValidateable.Validation;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The codes and words are those of a real API server; the links are to where they were seen. */
class StrictnessTest {
    private final Trial trial = new Trial(Timings.immediate());

    @AfterEach
    void close() {
        trial.close();
    }

    @Test
    void unknownFieldIsRefusedOnCreateWhenStrict() {
        var said = Trial.statefulSet("lab", 1).replace("replicas: 1", "replicas: 1\n  colour: red");
        var refused = refused(() -> strict(said));

        assertThat(refused.getCode()).isEqualTo(400);
        assertThat(refused.getStatus().getMessage())
                .isEqualTo("StatefulSet in version \"v1\" cannot be handled as a StatefulSet: strict decoding error: "
                        + "unknown field \"spec.colour\"");
    }

    @Test
    void unknownFieldIsDroppedWhenNotStrict() {
        trial.generic(Trial.statefulSet("lab", 1).replace("{name: lab, image", "{colour: red, name: lab, image"))
                .create();
        var kept = trial.client
                .apps()
                .statefulSets()
                .inNamespace("growth")
                .withName("lab")
                .get();
        var container = kept.getSpec().getTemplate().getSpec().getContainers().getFirst();
        assertThat(container.getAdditionalProperties()).isEmpty();
    }

    /** <a href="https://github.com/kubernetes/kubernetes/issues/122480">A 500 without a reason</a>. */
    @Test
    void unknownFieldIsRefusedByApplyWithA500() {
        var said = Trial.statefulSet("lab", 1).replace("{name: lab, image", "{colour: red, name: lab, image");
        var refused = refused(
                () -> trial.generic(said).fieldValidation(Validation.STRICT).serverSideApply());

        assertThat(refused.getCode()).isEqualTo(500);
        assertThat(refused.getStatus().getMessage())
                .isEqualTo("failed to create typed patch object (growth/lab; apps/v1, Kind=StatefulSet): "
                        + ".spec.template.spec.containers[name=\"lab\"].colour: field not declared in schema");
    }

    @Test
    void wrongTypeIsRefused() {
        var refused = refused(() -> strict(Trial.statefulSet("lab", 1).replace("replicas: 1", "replicas: one")));
        assertThat(refused.getCode()).isEqualTo(400);
        assertThat(refused.getStatus().getMessage()).contains("json: cannot unmarshal string", "spec.replicas");
    }

    @Test
    void requiredFieldIsMissedInTheServersWords() {
        var refused = refused(() -> strict(Trial.rayCluster("ray", 1)
                .replace("      groupName: workers\n", "")
                .replace("    - groupName: workers\n      replicas", "    - replicas")));
        assertThat(refused.getCode()).isEqualTo(422);
        assertThat(refused.getStatus().getMessage())
                .isEqualTo("RayCluster.ray.io \"ray\" is invalid: spec.workerGroupSpecs[0].groupName: Required value");
    }

    @Test
    void unknownFieldOfARayClusterIsRefused() {
        var refused = refused(() -> strict(Trial.rayCluster("ray", 1).replace("maxReplicas: 8", "maximum: 8")));
        assertThat(refused.getCode()).isEqualTo(400);
        assertThat(refused.getStatus().getMessage()).contains("unknown field \"spec.workerGroupSpecs[0].maximum\"");
    }

    @Test
    void badNameIsRefused() {
        var refused = refused(() -> strict(Trial.statefulSet("Bad_Name", 1)));
        assertThat(refused.getCode()).isEqualTo(422);
        assertThat(refused.getStatus().getMessage())
                .startsWith("StatefulSet.apps \"Bad_Name\" is invalid: ")
                .contains("metadata.name: Invalid value: \"Bad_Name\": a lowercase RFC 1123 subdomain");
    }

    @Test
    void badLabelIsRefused() {
        var refused = refused(
                () -> strict(Trial.statefulSet("lab", 1).replace("labels: {app: lab}}", "labels: {app: \"a b\"}}")));
        assertThat(refused.getCode()).isEqualTo(422);
        assertThat(refused.getStatus().getMessage()).contains("a valid label must be an empty string or consist of");
    }

    @Test
    void takenNameAndAbsentNamespaceAreSaid() {
        strict(Trial.statefulSet("lab", 1));
        var taken = refused(() -> strict(Trial.statefulSet("lab", 1)));
        assertThat(taken.getCode()).isEqualTo(409);
        assertThat(taken.getStatus().getReason()).isEqualTo("AlreadyExists");

        var absent = refused(() -> trial.client
                .resource(Trial.statefulSet("lab", 1))
                .inNamespace("nowhere")
                .create());
        assertThat(absent.getCode()).isEqualTo(404);
        assertThat(absent.getStatus().getMessage()).isEqualTo("namespaces \"nowhere\" not found");
    }

    @Test
    void whatCannotChangeIsForbidden() {
        strict(Trial.statefulSet("lab", 1));
        var refused = refused(
                () -> trial.generic(Trial.statefulSet("lab", 1).replace("serviceName: lab", "serviceName: other"))
                        .forceConflicts()
                        .serverSideApply());
        assertThat(refused.getCode()).isEqualTo(422);
        assertThat(refused.getStatus().getMessage()).contains("spec: Forbidden: updates to statefulset spec");
    }

    private void strict(String yaml) {
        trial.generic(yaml).fieldValidation(Validation.STRICT).create();
    }

    private static KubernetesClientException refused(ThrowingCallable call) {
        return catchThrowableOfType(KubernetesClientException.class, call);
    }
}
