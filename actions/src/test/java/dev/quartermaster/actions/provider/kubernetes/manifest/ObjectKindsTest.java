package dev.quartermaster.actions.provider.kubernetes.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

class ObjectKindsTest {
    private final ObjectKinds kinds = ObjectKinds.known();

    @Test
    void aJobIsDoneWhenItIsCompleteAndNotBefore() {
        assertThat(kinds.done(object("{kind: Job}"))).isFalse();
        assertThat(kinds.done(object("{kind: Job, status: {active: 1}}"))).isFalse();
        assertThat(kinds.done(object("{kind: Job, status: {conditions: [{type: Complete, status: 'True'}]}}")))
                .isTrue();
        assertThat(kinds.done(object("{kind: Job, status: {conditions: [{type: Failed, status: 'True'}]}}")))
                .isFalse();
    }

    @Test
    void whatTheClusterGaveUpOnIsSaidInItsWordsWhereItHasAny() {
        assertThat(kinds.failure(object("{kind: Job, status: {conditions: [{type: Failed, status: 'True',"
                        + " message: Job has reached the specified backoff limit}]}}")))
                .contains("The job failed: Job has reached the specified backoff limit");
        assertThat(kinds.failure(object("{kind: RayCluster, status: {state: failed}}")))
                .contains("The Ray cluster failed.");
        assertThat(kinds.failure(object("{kind: SparkConnect, status: {state: Failed}}")))
                .contains("The Spark server failed.");
        assertThat(kinds.failure(object("{kind: SparkConnect, status: {state: Running}}")))
                .isEmpty();
    }

    @Test
    void whatIsNotThereYetCountsAsNothing() {
        Tree young = object("{kind: StatefulSet, spec: {replicas: 2}}");
        assertThat(kinds.progress(young)).contains("starting: 0 of 2 ready");
        assertThat(kinds.waits(young)).isTrue();
        assertThat(kinds.waits(object("{kind: StatefulSet, spec: {replicas: 2}, status: {readyReplicas: 2}}")))
                .isFalse();
    }

    @Test
    void aKindThatNobodyNamedIsOneThatOthersNeed() {
        Tree other = object("{kind: ConfigMap, status: {state: failed}}");
        assertThat(kinds.runs("ConfigMap")).isFalse();
        assertThat(kinds.heldBy("ConfigMap")).isEmpty();
        assertThat(kinds.done(other) || kinds.waits(other)).isFalse();
        assertThat(kinds.progress(other)).isEmpty();
    }

    @Test
    void stoppingHoldsWhatCanBeHeld() {
        assertThat(kinds.heldBy("Deployment")).isEqualTo(Map.of("replicas", 0L));
        assertThat(kinds.deletedWhenStopped("RayCluster")).isTrue();
    }

    @Test
    void whatIsWrongInTheFileIsNamedWithItsLine() {
        assertThatThrownBy(() -> new ObjectKinds("Job:\n  dun: o.status.done\n  waits: o.status +\n"))
                .hasMessageContaining("kinds.yaml:2")
                .hasMessageContaining("Did you mean done?")
                .hasMessageContaining("kinds.yaml:3");
    }

    private static Tree object(String yaml) {
        return Tree.of(new Yaml().load(yaml));
    }
}
