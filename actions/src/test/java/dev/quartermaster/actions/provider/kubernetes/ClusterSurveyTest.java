package dev.quartermaster.actions.provider.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.actions.cluster.Cluster;
import dev.quartermaster.actions.cluster.ClusterRights;
import dev.quartermaster.actions.cluster.simulated.SimulatedCluster;
import dev.quartermaster.actions.cluster.simulated.life.Lacks;
import dev.quartermaster.actions.cluster.simulated.life.Timings;
import dev.quartermaster.actions.provider.Observed;
import dev.quartermaster.actions.provider.kubernetes.need.ClusterSurvey;
import dev.quartermaster.intents.catalogue.PathName;
import dev.quartermaster.intents.catalogue.Value;
import dev.quartermaster.intents.plan.LeaseId;
import dev.quartermaster.intents.plan.Part;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ClusterSurveyTest {
    private static final boolean FIXED = true;

    private Instant now = Instant.parse("2026-11-20T10:00:00Z");

    @Test
    void whatCannotComeUpForCertainIsMissingAndWhatCanIsOffered() {
        try (var simulated = SimulatedCluster.start(0, Timings.immediate(), Lacks.labelsOnNodes());
                var cluster = Cluster.simulatedAt(simulated.url())) {
            var survey = survey(cluster, FIXED);
            survey.again(DefaultPlans.BUNDLE);

            assertThat(missing(survey, "ray-cluster", Map.of("gpus", new Value.Whole(1))))
                    .hasValueSatisfying(why -> {
                        assertThat(why.words())
                                .startsWith("It is not available here at the moment: no machine of the cluster has what"
                                        + " it is to run on (quartermaster.dev/gpu=a100). Nothing was asked for and"
                                        + " nothing is charged; the platform team is told.")
                                .endsWith(" In their standard size these can be had: data-engineering,"
                                        + " data-science-customer-data, data-science-experimentation, data-viz,"
                                        + " genai-prompt-engineering.");
                        assertThat(String.valueOf(why.trouble())).contains("kubectl label node NODE ");
                    });
            assertThat(missing(survey, "ray-cluster", Map.of())).isEmpty();
            assertThat(survey.unavailable(DefaultPlans.BUNDLE.people().teams().values()))
                    .contains(
                            "gpu-workstation: No node has quartermaster.dev/gpu=a100, or another label that would do.");
        }
    }

    @Test
    void whatOthersMayHaveTheirWayAboutPreventsNothing() {
        try (var simulated = SimulatedCluster.start(0, Timings.immediate(), Lacks.aStorageClass());
                var cluster = Cluster.simulatedAt(simulated.url())) {
            var survey = survey(cluster, FIXED);
            survey.again(DefaultPlans.BUNDLE);
            assertThat(missing(survey, "vscode", Map.of())).isEmpty();
        }
    }

    @Test
    void whereNobodySaysThatNodesAreFixedOneMayComeAndNothingIsPrevented() {
        try (var simulated = SimulatedCluster.start(0, Timings.immediate(), Lacks.labelsOnNodes());
                var cluster = Cluster.simulatedAt(simulated.url())) {
            var survey = survey(cluster, !FIXED);
            survey.again(DefaultPlans.BUNDLE);
            assertThat(missing(survey, "ray-cluster", Map.of("gpus", new Value.Whole(1))))
                    .isEmpty();
            assertThat(survey.unavailable(DefaultPlans.BUNDLE.people().teams().values()))
                    .isEmpty();
        }
    }

    @Test
    void nothingIsKnownBeforeALookLongAfterOneOrWhenTheClusterIsAway() {
        var wish = Map.<String, Value>of("gpus", new Value.Whole(1));
        try (var simulated = SimulatedCluster.start(0, Timings.immediate(), Lacks.labelsOnNodes());
                var cluster = Cluster.simulatedAt(simulated.url())) {
            var survey = survey(cluster, FIXED);
            assertThat(missing(survey, "ray-cluster", wish)).isEmpty();
            survey.again(DefaultPlans.BUNDLE);
            assertThat(missing(survey, "ray-cluster", wish)).isPresent();
            now = now.plus(Duration.ofMinutes(4));
            assertThat(missing(survey, "ray-cluster", wish)).isEmpty();
            survey.again(DefaultPlans.BUNDLE);
            assertThat(missing(survey, "ray-cluster", wish)).isPresent();
            simulated.close();
            survey.again(DefaultPlans.BUNDLE);
            assertThat(missing(survey, "ray-cluster", wish)).isEmpty();
        }
    }

    private ClusterSurvey survey(Cluster cluster, boolean fixedNodes) {
        return new ClusterSurvey(cluster, _ -> new ClusterRights(List.of()), fixedNodes, () -> now);
    }

    private static Optional<Observed.Broken> missing(ClusterSurvey survey, String path, Map<String, Value> wish) {
        return DefaultPlans.plan(new PathName(path), wish, new LeaseId("lease-abcdefghij"), Instant.EPOCH)
                .parts()
                .stream()
                .filter(part -> part.provider().equals("kubernetes"))
                .flatMap((Part part) -> survey.missing(part, "team-growth").stream())
                .findFirst();
    }
}
