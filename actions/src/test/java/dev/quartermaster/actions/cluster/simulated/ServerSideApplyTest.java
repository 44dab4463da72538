package dev.quartermaster.actions.cluster.simulated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quartermaster.actions.cluster.simulated.life.Timings;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ServerSideApplyTest {
    private final Trial trial = new Trial(Timings.immediate());

    @AfterEach
    void close() {
        trial.close();
    }

    @Test
    void firstApplyMakesAndSecondChangesNothing() {
        apply("quartermaster", Trial.statefulSet("lab", 1), false);
        var first = lab();
        apply("quartermaster", Trial.statefulSet("lab", 1), false);

        assertThat(lab().getMetadata().getResourceVersion())
                .isEqualTo(first.getMetadata().getResourceVersion());
        assertThat(first.getMetadata().getUid()).isNotBlank();
        assertThat(first.getMetadata().getCreationTimestamp()).isEqualTo("2026-11-02T09:00:00Z");
        assertThat(first.getMetadata().getGeneration()).isEqualTo(1);
        assertThat(first.getMetadata().getManagedFields().getFirst().getManager())
                .isEqualTo("quartermaster");
    }

    @Test
    void whatIsNoLongerSaidIsRemoved() {
        var said = Trial.statefulSet("lab", 1);
        apply("quartermaster", said, false);
        apply("quartermaster", said.replace("labels: {app: lab}}\nspec", "labels: {tier: one}}\nspec"), false);
        assertThat(lab().getMetadata().getLabels()).containsOnlyKeys("tier");

        apply("quartermaster", said.replace(", env: [{name: MODE, value: lab}]", ""), false);
        var container = lab().getSpec().getTemplate().getSpec().getContainers().getFirst();
        assertThat(container.getEnv()).isEmpty();
        assertThat(container.getImage()).isEqualTo("registry.example/lab:1");
        assertThat(lab().getMetadata().getGeneration()).isEqualTo(2);
    }

    @Test
    void whatAnotherAddedStays() {
        apply("quartermaster", Trial.statefulSet("lab", 1), false);
        trial.client.apps().statefulSets().inNamespace("growth").withName("lab").edit(set -> {
            set.getMetadata().getLabels().put("seen-by", "somebody");
            return set;
        });
        apply("quartermaster", Trial.statefulSet("lab", 2), false);

        assertThat(lab().getMetadata().getLabels()).containsEntry("seen-by", "somebody");
        assertThat(lab().getSpec().getReplicas()).isEqualTo(2);
    }

    @Test
    void whatAnotherSetOtherwiseIsAConflictUnlessForced() {
        apply("quartermaster", Trial.statefulSet("lab", 1), false);
        apply("somebody", Trial.statefulSet("lab", 3), true);

        assertThatThrownBy(() -> apply("quartermaster", Trial.statefulSet("lab", 1), false))
                .isInstanceOfSatisfying(KubernetesClientException.class, e -> {
                    assertThat(e.getCode()).isEqualTo(409);
                    assertThat(e.getStatus().getMessage())
                            .isEqualTo("Apply failed with 1 conflict: conflict with \"somebody\" using apps/v1: "
                                    + ".spec.replicas");
                    assertThat(e.getStatus().getDetails().getCauses().getFirst().getReason())
                            .isEqualTo("FieldManagerConflict");
                });
        apply("quartermaster", Trial.statefulSet("lab", 1), true);
        assertThat(lab().getSpec().getReplicas()).isEqualTo(1);
        apply("quartermaster", Trial.statefulSet("lab", 2), false);
    }

    @Test
    void aStaleVersionIsRefused() {
        apply("quartermaster", Trial.statefulSet("lab", 1), false);
        var stale = Trial.statefulSet("lab", 2)
                .replace("metadata: {name: lab,", "metadata: {name: lab, resourceVersion: \"1\",");

        assertThatThrownBy(() -> apply("quartermaster", stale, true))
                .hasMessageContaining("the object has been modified");
    }

    @Test
    void dryRunKeepsNothing() {
        trial.generic(Trial.statefulSet("lab", 1)).dryRun().create();
        assertThat(lab()).isNull();
    }

    @Test
    void secretsSaidAsTextAreKeptAsData() {
        var secret = """
            apiVersion: v1
            kind: Secret
            metadata: {name: key}
            stringData: {token: abc}
            """;
        apply("quartermaster", secret, false);
        apply("quartermaster", secret, false);
        var kept = trial.client.secrets().inNamespace("growth").withName("key").get();
        assertThat(kept.getData()).containsEntry("token", "YWJj");
        assertThat(kept.getStringData()).isNullOrEmpty();
    }

    private void apply(String manager, String yaml, boolean force) {
        trial.generic(yaml)
                .patch(new PatchContext.Builder()
                        .withPatchType(PatchType.SERVER_SIDE_APPLY)
                        .withFieldManager(manager)
                        .withForce(force)
                        .withFieldValidation("Strict")
                        .build());
    }

    private StatefulSet lab() {
        return trial.client
                .apps()
                .statefulSets()
                .inNamespace("growth")
                .withName("lab")
                .get();
    }
}
