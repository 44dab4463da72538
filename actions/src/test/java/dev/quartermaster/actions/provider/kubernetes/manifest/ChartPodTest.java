package dev.quartermaster.actions.provider.kubernetes.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.actions.chart.Chart;
import java.io.IOException;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ChartPodTest {
    @ParameterizedTest
    @MethodSource("dev.quartermaster.actions.chart.ChartValues#all")
    void theProgramItselfKeepsTheRulesThatItHoldsOthersTo(String values) throws IOException {
        var pods = Chart.rendered(Chart.OURS, values).stream()
                .filter(each -> each.get("kind").equals("Deployment"))
                .toList();
        assertThat(pods).hasSize(1);
        assertThat(PodRules.objections(pods.getFirst(), Set.of("quartermaster")))
                .isEmpty();
    }
}
