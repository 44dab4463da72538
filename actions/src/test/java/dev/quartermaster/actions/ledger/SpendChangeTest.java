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

class SpendChangeTest {
    private static final Period WEEK = new Period(LocalDate.of(2026, 11, 16), LocalDate.of(2026, 11, 23));
    private static final BudgetLine LINE =
            BudgetLine.of(YearMonth.of(2026, 11), euros("0"), euros("0"), euros("0"), euros("0"));

    @Test
    void whatBeganWhatIsOverAndWhatCostMoreAreToldApartAndWhatCostTheSameIsNot() {
        SpendReport before = report(item("a", "10", true), item("b", "4", true), item("c", "7", true));
        SpendReport after = report(item("a", "12.5", true), item("c", "7", true), item("d", "30", false));

        SpendChange change = SpendChange.between(before, after);

        assertThat(change.difference()).isEqualTo(euros("28.5"));
        assertThat(change.parts())
                .extracting(part -> part.lease().value().charAt(6) + " " + part.difference() + " " + part.begun() + " "
                        + part.over())
                .containsExactly("d 30.00 EUR true false", "b -4.00 EUR false true", "a 2.50 EUR false false");
    }

    @Test
    void partsInCentsAddUpToTheDifferenceInCents() {
        Random random = new Random(3);
        for (int round = 0; round < 500; round++) {
            SpendChange change = SpendChange.between(
                    anything(random).inCents(), anything(random).inCents());
            assertThat(change.parts().stream().map(SpendChange.Part::difference).reduce(euros("0"), Money::plus))
                    .isEqualTo(change.difference());
            assertThat(change.difference()).isEqualTo(change.after().minus(change.before()));
        }
    }

    private static SpendReport anything(Random random) {
        List<SpendReport.Item> items = new ArrayList<>();
        for (char lease = 'a'; lease < 'k'; lease++) {
            if (random.nextBoolean()) {
                items.add(item(
                        "" + lease,
                        BigDecimal.valueOf(random.nextInt(90_000_000), 6).toPlainString(),
                        true));
            }
        }
        return report(items.toArray(SpendReport.Item[]::new));
    }

    private static SpendReport report(SpendReport.Item... items) {
        Money total = List.of(items).stream().map(SpendReport.Item::amount).reduce(euros("0"), Money::plus);
        return new SpendReport(new TeamId("growth"), WEEK, total, euros("0"), List.of(items), LINE);
    }

    private static SpendReport.Item item(String letter, String amount, boolean open) {
        return new SpendReport.Item(
                new LeaseId("lease-" + letter.repeat(10)),
                "ray-cluster",
                new PersonId("ana"),
                "",
                new TreeMap<>(),
                List.of(),
                3600,
                euros(amount),
                euros("0"),
                open);
    }

    private static Money euros(String amount) {
        return Money.of(amount, "EUR");
    }
}
