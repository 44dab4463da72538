package dev.quartermaster.bot.card.spend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.actions.ledger.BudgetLine;
import dev.quartermaster.actions.ledger.PathEstimate;
import dev.quartermaster.actions.ledger.SpendGroup.Key;
import dev.quartermaster.actions.ledger.SpendReport;
import dev.quartermaster.bot.card.spend.SpendView.Kind;
import dev.quartermaster.bot.slack.outbox.Message;
import dev.quartermaster.intents.intent.Period;
import dev.quartermaster.intents.money.Money;
import dev.quartermaster.intents.people.People;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.people.TeamId;
import dev.quartermaster.intents.plan.LeaseId;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** A report as a table, split, ordered, as CSV, as a picture, and with the month's end. */
class SpendCardTest {
    private static final People NOBODY = new People(Map.of(), Map.of(), Map.of());
    private static final TeamId GROWTH = new TeamId("growth");
    private static final Period NOVEMBER = new Period(LocalDate.of(2026, 11, 1), LocalDate.of(2026, 12, 1));
    private static final Function<LeaseId, String> TITLES = lease -> "a title";

    private final SpendReport report = new SpendReport(
            GROWTH,
            NOVEMBER,
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
    void theBudgetComesFirstThenTheTotalThenATableThatAddsUp() {
        String card = told(SpendView.of(GROWTH, NOVEMBER));

        assertThat(card.indexOf("*Budget of November 2026: 87.00 EUR left of 100.00 EUR*"))
                .isPositive()
                .isLessThan(card.indexOf("*Total so far: 10.00 EUR*, committed: 3.00 EUR"));
        assertThat(card)
                .contains("Used 10.00 EUR, reserved 3.00 EUR, forecast 13.00 EUR by the end of November 2026")
                .contains("13 % used or reserved");
        assertThat(rows(card))
                .containsExactly(
                        List.of("Person", "What", "Purpose", "Hours", "So far, EUR", "Committed, EUR", "Id"),
                        List.of("iris", "a title (cluster)", "–", "1.00", "5.00", "0.00", "lease-bbbbbbbbbb"),
                        List.of("ana", "a title (notebook)", "study", "1.00", "3.00", "2.00", "lease-cccccccccc"),
                        List.of(
                                "ana",
                                "a title (notebook)",
                                "=1+1, \"x\" `y`",
                                "1.00",
                                "2.00",
                                "1.00",
                                "lease-aaaaaaaaaa"),
                        List.of("Total", "–", "–", "–", "10.00", "3.00", "–"));
    }

    @Test
    void eachSplitAddsUpAndTheMostComesFirst() {
        assertThat(rows(told(SpendView.of(GROWTH, NOVEMBER).by(Key.PERSON))))
                .containsExactly(
                        List.of("Person", "So far, EUR", "Committed, EUR", "Share", "Hours", "Things"),
                        List.of("ana", "5.00", "3.00", "50 %", "2.00", "2"),
                        List.of("iris", "5.00", "0.00", "50 %", "1.00", "1"),
                        List.of("Total", "10.00", "3.00", "–", "–", "–"));
        assertThat(rows(told(SpendView.of(GROWTH, NOVEMBER).by(Key.PATH)))
                        .get(1)
                        .getFirst())
                .isEqualTo("notebook");
    }

    @Test
    void whoeverSpentTheMostIsNamedAndSoIsWhoSpentAsMuch() {
        SpendView view = SpendView.of(GROWTH, NOVEMBER).by(Key.PERSON);

        assertThat(SpendCard.of(new SpendCard.Told(view, report, true, null, List.of()), TITLES, NOBODY)
                        .blocks())
                .contains("*ana and iris* spent the most: 5.00 EUR each of 10.00 EUR.");
    }

    @Test
    void ofTheDearestAloneTheRestIsSaidInOneSum() {
        SpendView first = new SpendView(Kind.SPENT, GROWTH, NOVEMBER, new TreeMap<>(), null, 1, 0);

        assertThat(told(first)).contains("Rows 1 to 1 of 3, the dearest first; the 2 not shown here come to 5.00 EUR.");
        assertThat(rows(told(first))).hasSize(2);
    }

    @Test
    void whatChangedIsSaidThingByThingAndIsTheDifferenceToTheCent() {
        SpendReport before = new SpendReport(
                GROWTH,
                new Period(LocalDate.of(2026, 10, 2), LocalDate.of(2026, 11, 1)),
                euros("7.50"),
                euros("0.00"),
                List.of(
                        item("lease-aaaaaaaaaa", "notebook", "ana", "", "2.00", "0.00"),
                        item("lease-cccccccccc", "notebook", "ana", "study", "1.00", "0.00"),
                        item("lease-dddddddddd", "rstudio", "mia", "report", "4.50", "0.00")),
                report.budget());
        String card = SpendCard.changed(SpendView.of(GROWTH, NOVEMBER), before, report, TITLES, NOBODY)
                .blocks();

        assertThat(card)
                .contains("*+2.50 EUR*: 10.00 EUR in 1 Nov 2026 to 30 Nov 2026, 7.50 EUR in as many days before")
                .contains("• *iris*, a title is new: *+5.00 EUR*\\n• *mia*, a title was over before: *-4.50 EUR*"
                        + "\\n• *ana*, a title cost more: *+2.00 EUR*\"");
    }

    @Test
    void whatWasAgreedStandsBesideWhatItCameTo() {
        List<PathEstimate> ended = List.of(
                new PathEstimate("cluster", 2, euros("8.00"), euros("4.00")),
                new PathEstimate("notebook", 1, euros("2.00"), euros("3.00")));
        String card = SpendCard.estimates(SpendView.of(GROWTH, NOVEMBER), ended).blocks();

        assertThat(card).contains("*Agreed: 10.00 EUR, came to: 7.00 EUR* (70 %)");
        assertThat(rows(card))
                .containsExactly(
                        List.of("Kind", "Things", "Agreed", "Came to", "Of it"),
                        List.of("cluster", "2", "8.00 EUR", "4.00 EUR", "50 %"),
                        List.of("notebook", "1", "2.00 EUR", "3.00 EUR", "150 %"));
        assertThat(SpendCard.estimates(SpendView.of(GROWTH, NOVEMBER), List.of())
                        .blocks())
                .contains("Nothing ended in these days");
    }

    @Test
    void whoeverSeesNoTableIsToldTheRowsInWords() {
        Message card = card(SpendView.of(GROWTH, NOVEMBER));

        assertThat(card.text())
                .startsWith("Spend of growth, 1 Nov 2026 to 30 Nov 2026: 10.00 EUR so far, 3.00 EUR committed.")
                .contains("• iris · a title (cluster) · Hours 1.00 · So far 5.00 · Committed 0.00 · lease-bbbbbbbbbb");
    }

    @Test
    void onlySomeOfItIsSummedAlone() {
        SpendView some = new SpendView(
                Kind.SPENT,
                GROWTH,
                NOVEMBER,
                new TreeMap<>(Map.of(Key.PERSON, List.of("ana"), Key.PURPOSE, List.of("study"))),
                null,
                0,
                0);

        assertThat(some.seen(report).items())
                .extracting(item -> item.lease().value())
                .containsExactly("lease-cccccccccc");
        assertThat(told(some)).contains("30 Nov 2026, only ana, study").contains("Total so far: 3.00 EUR");
    }

    @Test
    void whatAButtonCarriesIsReadBackAndNothingElseIs() {
        SpendView view = new SpendView(
                Kind.SPENT,
                GROWTH,
                NOVEMBER,
                new TreeMap<>(Map.of(Key.PURPOSE, List.of("a & b = c", "d"))),
                Key.DATASET,
                5,
                25);

        assertThat(SpendView.parse(view.value().orElseThrow())).contains(view);
        for (String claim : List.of("", "kind=spent", "kind=spent&team=a&from=x&to=2026-01-01", "team=growth", "%%%")) {
            assertThat(SpendView.parse(claim)).as(claim).isEmpty();
        }
    }

    @Test
    void aMonthBeforeAnythingWasChargedSaysSinceWhenThereIsSomething() {
        Money none = Money.zero("CHF");
        SpendReport empty = new SpendReport(
                report.team(),
                report.period(),
                none,
                none,
                List.of(),
                new BudgetLine(YearMonth.of(2027, 1), none, none, none, none, none));
        SpendView view = SpendView.of(GROWTH, NOVEMBER);
        LocalDate later = LocalDate.of(2026, 12, 3);

        assertThat(SpendCard.of(new SpendCard.Told(view, empty, false, later, List.of()), TITLES, NOBODY)
                        .blocks())
                .contains("Nothing was charged in these days: 0.00 CHF. The first charge was on 3 Dec 2026")
                .doesNotContain("Budget of");
        assertThat(SpendCard.of(new SpendCard.Told(view, empty, false, null, List.of()), TITLES, NOBODY)
                        .blocks())
                .contains("Nothing was ever charged to this team");
    }

    @Test
    void theFileHasARowAnItemAndNoCellIsAFormula() {
        assertThat(new String(SpendCsv.of(report), StandardCharsets.UTF_8))
                .isEqualTo("lease,path,person,purpose,datasets,gpu,hours,amount,still_to_come,currency\r\n"
                        + "lease-aaaaaaaaaa,notebook,ana,\"'=1+1, \"\"x\"\" `y`\",,,1.0000,2.00,1.00,EUR\r\n"
                        + "lease-bbbbbbbbbb,cluster,iris,,,,1.0000,5.00,0.00,EUR\r\n"
                        + "lease-cccccccccc,notebook,ana,study,,,1.0000,3.00,2.00,EUR\r\n");
    }

    @Test
    void theChartSaysInWordsWhatItShowsAndIsDrawnWithoutAScreen() throws IOException {
        SpendView view = SpendView.of(GROWTH, NOVEMBER).by(Key.PERSON);
        SpendChart chart = SpendChart.bars(report, view, TITLES, NOBODY).orElseThrow();

        assertThat(chart.alt())
                .isEqualTo("Bar chart. Spend of growth, 1 Nov 2026 to 30 Nov 2026, by person, in EUR."
                        + " ana: 5.00 so far, 3.00 committed. iris: 5.00 so far, 0.00 committed.");
        BufferedImage picture =
                ImageIO.read(new ByteArrayInputStream(ChartPicture.of(chart).orElseThrow()));
        assertThat(picture.getWidth()).isEqualTo(760);
        assertThat(picture.getRGB(2, 2)).isEqualTo(0xFFFFFFFF);
        assertThat(SpendChart.bars(report.only(item -> item.person().value().equals("iris")), view, TITLES, NOBODY))
                .isEmpty();
    }

    @Test
    void whatIsLeftOfTheBudgetGoesDownDayByDay() {
        SortedMap<LocalDate, Money> days = new TreeMap<>(
                Map.of(LocalDate.of(2026, 11, 1), euros("4.00"), LocalDate.of(2026, 11, 2), euros("6.00")));
        SpendChart.BurnDown chart = (SpendChart.BurnDown) SpendChart.burnDown("growth", report.budget(), days);

        assertThat(chart.left().values()).containsExactly(new BigDecimal("96.00"), new BigDecimal("90.00"));
        assertThat(chart.end()).isEqualByComparingTo("87.00");
        assertThat(chart.alt()).contains("90.00 EUR are not used yet; 87.00 EUR will be left");
        assertThat(ChartPicture.of(chart)).isPresent();
    }

    @Test
    void theForecastSaysWhatItAssumes() {
        SpendView view = new SpendView(Kind.BUDGET, GROWTH, NOVEMBER, new TreeMap<>(), null, 0, 0);

        assertThat(told(view))
                .contains("Budget and forecast of growth, November 2026")
                .contains("87.00 EUR left of 100.00 EUR")
                .contains("forecast 13.00 EUR by the end of November 2026")
                .contains("nothing is kept longer and nothing is stopped earlier");
    }

    private String told(SpendView view) {
        return card(view).blocks();
    }

    private Message card(SpendView view) {
        return SpendCard.of(new SpendCard.Told(view, view.seen(report), false, null, List.of()), TITLES, NOBODY);
    }

    private static List<List<String>> rows(String blocks) {
        return JsonMapper.shared()
                .readTree(blocks)
                .valueStream()
                .filter(block -> block.path("type").asString("").equals("table"))
                .flatMap(table -> table.path("rows").valueStream())
                .map(row -> row.valueStream()
                        .map(cell -> cell.path("elements")
                                .path(0)
                                .path("elements")
                                .path(0)
                                .path("text")
                                .asString(""))
                        .toList())
                .toList();
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
