package dev.quartermaster.bot.card.overview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.actions.ledger.BudgetLine;
import dev.quartermaster.actions.ledger.SpendReport;
import dev.quartermaster.bot.card.overview.SpendSplitCard.Split;
import dev.quartermaster.intents.intent.Period;
import dev.quartermaster.intents.money.Money;
import dev.quartermaster.intents.people.People;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.people.TeamId;
import dev.quartermaster.intents.plan.LeaseId;
import dev.quartermaster.intents.policy.BudgetView;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A report split, ordered, as CSV and carried on to the month's end. */
class SpendSplitCardTest {
    private static final People NOBODY = new People(Map.of(), Map.of(), Map.of());

    private final SpendReport report = new SpendReport(
            new TeamId("growth"),
            new Period(LocalDate.of(2026, 11, 1), LocalDate.of(2026, 12, 1)),
            euros("10.00"),
            euros("3.00"),
            List.of(
                    item("lease-aaaaaaaaaa", "notebook", "ana", "=1+1, \"x\" `y`", "2.00", "1.00"),
                    item("lease-bbbbbbbbbb", "cluster", "iris", "", "5.00", "0.00"),
                    item("lease-cccccccccc", "notebook", "ana", "study", "3.00", "2.00")),
            new BudgetLine(
                    YearMonth.of(2026, 11),
                    euros("100.00"),
                    euros("10.00"),
                    euros("3.00"),
                    euros("87.00"),
                    euros("13.00")));

    @Test
    void eachSplitAddsUpAndTheMostComesFirst() {
        String persons = SpendSplitCard.of(report, Split.PERSON, false, NOBODY).blocks();
        String paths = SpendSplitCard.of(report, Split.PATH, false, NOBODY).blocks();

        assertThat(persons)
                .contains("*ana*: *5.00 EUR* so far (50 %), 3.00 EUR still to come · 2 things")
                .contains("*iris*: *5.00 EUR* so far (50 %), 0.00 EUR still to come · 1 thing");
        assertThat(paths.indexOf("*cluster*")).isGreaterThan(paths.indexOf("*notebook*"));
    }

    @Test
    void whoeverSpentTheMostIsNamedAndSoIsWhoSpentAsMuch() {
        assertThat(SpendSplitCard.of(report, Split.PERSON, true, NOBODY).blocks())
                .contains("*ana and iris* spent the most: 5.00 EUR each of 10.00 EUR.");
    }

    @Test
    void nothingIsSaidInTheReportsCurrency() {
        Money none = Money.zero("CHF");
        SpendReport empty = new SpendReport(
                report.team(),
                report.period(),
                none,
                none,
                List.of(),
                new BudgetLine(YearMonth.of(2026, 11), none, none, none, none, none));

        assertThat(SpendSplitCard.of(empty, Split.PERSON, false, NOBODY).blocks())
                .contains("nothing was spent: 0.00 CHF.");
        assertThat(SpendCard.of(empty, null, LeaseId::value, NOBODY).blocks()).contains("nothing was spent: 0.00 CHF.");
    }

    @Test
    void aCellIsNoFormulaAndEndsNoBlock() {
        assertThat(SpendSplitCard.csv(report, "GET /api/spend").blocks())
                .contains(
                        "lease-aaaaaaaaaa,notebook,ana,\\\"\\u0027\\u003d1+1, \\\"\\\"x\\\"\\\" \\u0027y\\u0027\\\",1.0000,2.00,1.00,EUR")
                .contains("lease-bbbbbbbbbb,cluster,iris,,1.0000,5.00,0.00,EUR");
    }

    @Test
    void theForecastIsWhatIsUsedAndWhatIsReservedAndSaysWhatItAssumes() {
        MonthsBudget budget = MonthsBudget.of(
                new BudgetView(
                        euros("100.00"),
                        Map.of(YearMonth.of(2026, 11), new BudgetView.Month(euros("10.00"), euros("3.00")))),
                YearMonth.of(2026, 11));

        assertThat(SpendSplitCard.forecast("growth", budget).blocks())
                .contains("*13.00 EUR by the end of November 2026*, of a budget of 100.00 EUR")
                .contains("nothing is kept longer and nothing is stopped earlier");
    }

    private static SpendReport.Item item(
            String lease, String path, String person, String purpose, String amount, String committed) {
        return new SpendReport.Item(
                new LeaseId(lease),
                path,
                new PersonId(person),
                purpose,
                new TreeMap<>(),
                List.of(),
                3600,
                euros(amount),
                euros(committed),
                true);
    }

    private static Money euros(String amount) {
        return Money.of(amount, "EUR");
    }
}
