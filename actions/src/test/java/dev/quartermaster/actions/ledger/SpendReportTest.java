package dev.quartermaster.actions.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.intents.intent.Period;
import dev.quartermaster.intents.money.Money;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.people.TeamId;
import dev.quartermaster.intents.plan.LeaseId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SpendReportTest {
    private static final Period MARCH = new Period(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 4, 1));

    private static final BudgetLine LINE = BudgetLine.of(
            YearMonth.of(2026, 3), Money.zero("EUR"), Money.zero("EUR"), Money.zero("EUR"), Money.zero("EUR"));

    @Test
    void whatPeopleSeeAddsUpToTheTotalTheySee() {
        Random random = new Random(7);
        for (int round = 0; round < 1_000; round++) {
            SpendReport exact = report(random, random.nextInt(12));
            SpendReport seen = exact.inCents();
            assertThat(seen.total().toString()).isEqualTo(exact.total().toString());
            assertThat(sum(seen)).isEqualTo(seen.total());
            for (int item = 0; item < exact.items().size(); item++) {
                BigDecimal moved = seen.items()
                        .get(item)
                        .amount()
                        .minus(exact.items().get(item).amount())
                        .amount();
                assertThat(moved.abs()).isLessThan(new BigDecimal("0.01"));
            }
        }
    }

    private static Money sum(SpendReport report) {
        return report.items().stream().map(SpendReport.Item::amount).reduce(Money.zero("EUR"), Money::plus);
    }

    private static SpendReport report(Random random, int number) {
        List<SpendReport.Item> items = new ArrayList<>();
        for (int item = 0; item < number; item++) {
            Money amount = new Money(BigDecimal.valueOf(random.nextInt(50_000), 6), "EUR");
            items.add(new SpendReport.Item(
                    new LeaseId("lease-aaaaaaaaaa"),
                    "ray-cluster",
                    new PersonId("ana"),
                    "",
                    new TreeMap<>(),
                    List.of(),
                    3600,
                    amount,
                    amount,
                    true));
        }
        Money total = items.stream().map(SpendReport.Item::amount).reduce(Money.zero("EUR"), Money::plus);
        return new SpendReport(new TeamId("growth"), MARCH, total, total, items, LINE);
    }
}
