package dev.quartermaster.deploy.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Threats 28, 29 and 32, once each in every build; the many-times version is a benchmark's. */
class KillTest {
    @TempDir
    Path folder;

    @Test
    void killedBetweenTheLastClickAndTheHandOverItHandsOverOnceAndTellsOnce() throws Exception {
        try (Trial trial = Trial.start(folder)) {
            String ana = SlackStandIn.dm("ana");
            trial.person("ana").commands("launch ray-cluster --gpus 1 --duration 2h --purpose \"a kill trial\"");
            SlackStandIn.Posted card = trial.sees(SlackStandIn.channel("approvals"), "Approval needed");
            assertThat(trial.person("omar").presses(card, "approve")).isEqualTo(200);
            trial.jar().kill();
            trial.jar().restart();
            trial.eventually("the hand-over", () -> {
                JsonNode lease = trial.get("ana", "/api/leases").path("leases").get(0);
                return lease != null && lease.path("state").asString().equals("live")
                        ? Optional.of(true)
                        : Optional.empty();
            });
            trial.sees(ana, "Ray dashboard");
            Thread.sleep(3000);
            assertThat(trial.get("ana", "/api/leases").path("leases").size()).isEqualTo(1);
            String request = trial.get("ana", "/api/requests")
                    .path("requests")
                    .get(0)
                    .path("id")
                    .asString();
            long handedOver = trial.get("ana", "/api/audit?request=" + request)
                    .path("facts")
                    .valueStream()
                    .filter(fact -> fact.path("what").asString().equals("handed-over"))
                    .count();
            assertThat(handedOver).isEqualTo(1);
            assertThat(trial.slack().in(ana).stream()
                            .filter(each -> each.all().contains("Ray dashboard"))
                            .count())
                    .isBetween(1L, 2L);
            assertThat(trial.slack().refusals()).isEmpty();
        }
    }
}
