package dev.quartermaster.actions.provider.kubernetes.waiting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.actions.provider.PlatformTrouble;
import dev.quartermaster.actions.provider.kubernetes.manifest.Tree;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yaml.snakeyaml.Yaml;

/**
 * Each file is a case: what was read, and what is to be said. Written by hand in the shapes of Kubernetes 1.36, KubeRay
 * 1.7 and Kueue v1beta2; the messages are those of their sources, none is a recording.
 */
class ExplanationTest {
    @TestFactory
    Stream<DynamicTest> whatIsReadIsSaidInPlainWords() throws IOException, URISyntaxException {
        var folder = Path.of(
                Objects.requireNonNull(getClass().getResource("waiting")).toURI());
        return Files.list(folder)
                .sorted()
                .map(file -> DynamicTest.dynamicTest(
                        file.getFileName().toString().replace(".json", ""), () -> check(read(file))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {status: {phase: Running, conditions: [{type: Ready, status: 'False'}, {type: ContainersReady, status: 'False'}]}} | true
            {status: {phase: Running, containerStatuses: [{state: {waiting: {reason: CrashLoopBackOff}}}]}} | true
            {status: {phase: Running, conditions: [{type: Ready, status: 'False'}, {type: ContainersReady, status: 'True'}]}} | false
            {status: {phase: Running, conditions: [{type: DisruptionTarget, status: 'True'}]}} | false
            {metadata: {deletionTimestamp: now}, status: {phase: Running}} | false
            {status: {phase: Pending, conditions: [{type: PodScheduled, status: 'False'}]}} | false
            {status: {phase: Failed, reason: Evicted}} | false
            """)
    void onlyARunningPodHoldsItsMachine(String pod, boolean held) {
        var none = List.<Tree>of();
        var seen = new ClusterSnapshot(none, List.of(Tree.of(new Yaml().load(pod))), none, none, none, Instant.EPOCH);
        assertThat(WaitingExplanation.held(seen)).isEqualTo(held);
    }

    @Test
    void whereNothingIsScheduledNothingIsHeld() {
        var none = List.<Tree>of();
        assertThat(WaitingExplanation.held(new ClusterSnapshot(none, none, none, none, none, Instant.EPOCH)))
                .isFalse();
    }

    private static void check(Tree said) {
        var reason = WaitingExplanation.of(new ClusterSnapshot(
                said.items("objects"),
                said.items("pods"),
                said.items("workloads"),
                said.items("pending"),
                said.items("events"),
                Instant.parse(said.text("now"))));
        if (said.has("words")) {
            assertThat(reason.words()).isEqualTo(said.text("words"));
        }
        assertThat(reason.trouble() == null ? "" : reason.trouble().reason()).isEqualTo(said.text("trouble"));
        var everything = Stream.of(reason)
                .flatMap(each -> Stream.of(each.words(), todo(each.trouble())))
                .toList();
        assertThat(everything)
                .allSatisfy(words -> assertThat(words)
                        .hasSizeLessThan(600)
                        .doesNotContain(List.of("\n", "\u202e").toArray(CharSequence[]::new)));
        said.words("absent")
                .forEach(secret -> assertThat(String.join(" ", everything)).doesNotContain(secret));
        if (said.has("longest")) {
            assertThat(reason.words().length()).isLessThanOrEqualTo((int) said.number("longest"));
        }
    }

    private static String todo(@org.jspecify.annotations.Nullable PlatformTrouble trouble) {
        return trouble == null ? "" : trouble.words();
    }

    /** JSON is YAML. */
    private static Tree read(Path file) throws IOException {
        return Tree.of(new Yaml().load(Files.readString(file)));
    }
}
