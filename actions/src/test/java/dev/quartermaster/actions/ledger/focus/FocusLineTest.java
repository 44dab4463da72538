package dev.quartermaster.actions.ledger.focus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.actions.organisation.SampleBundles;
import dev.quartermaster.intents.money.Money;
import dev.quartermaster.intents.people.BudgetCap;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.people.Team;
import dev.quartermaster.intents.people.TeamId;
import dev.quartermaster.intents.plan.LeaseId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FocusLineTest {
    private static final PersonId MIA = new PersonId("mia");

    @Test
    void whatIsSaidOfALeaseStandsInItsTags() {
        assertThat(line("4711", "churn, \"spring\"", Set.of("storage")).tags())
                .isEqualTo("{\"purpose\":\"churn, \\\"spring\\\"\",\"quartermaster.dev/cost-centre\":\"4711\","
                        + "\"quartermaster.dev/lease\":\"lease-aaaaaaaaaa\",\"quartermaster.dev/path\":\"ray-cluster\","
                        + "\"quartermaster.dev/person\":\"ana\",\"quartermaster.dev/team\":\"growth\"}");
        assertThat(line("", "", Set.of()).tags()).doesNotContain("purpose", "cost-centre");
    }

    @Test
    void whatIsBehindTheRateSaysTheCategory() {
        assertThat(category("cpu", "storage")).isEqualTo("Compute");
        assertThat(category("gpu.a100")).isEqualTo("Compute");
        assertThat(category("storage")).isEqualTo("Storage");
        assertThat(category("tokens", "storage")).isEqualTo("AI and Machine Learning");
        assertThat(category()).isEqualTo("Other");
    }

    private static String category(String... resources) {
        return FocusColumn.SERVICE_CATEGORY.of(line("", "", Set.of(resources)));
    }

    private static FocusLine line(String costCentre, String purpose, Set<String> resources) {
        FocusCharge charge = new FocusCharge(
                new LeaseId("lease-aaaaaaaaaa"),
                "ray-cluster",
                "",
                new PersonId("ana"),
                purpose,
                resources,
                "EUR",
                BigDecimal.ONE,
                Instant.parse("2026-10-01T00:00:00Z"),
                Instant.parse("2026-10-01T01:00:00Z"),
                3600,
                BigDecimal.ONE,
                null);
        Team team = new Team(
                new TeamId("growth"),
                "Growth",
                Set.of(MIA),
                MIA,
                new Team.Budget(Money.of("1", "EUR"), MIA, null, costCentre, BudgetCap.STANDARD),
                "growth",
                "team-growth");
        var organisation = new SampleBundles(asked -> {
                    throw new UnsupportedOperationException();
                })
                .current()
                .organisation();
        return new FocusLine(organisation, team, YearMonth.of(2026, 10), charge);
    }
}
