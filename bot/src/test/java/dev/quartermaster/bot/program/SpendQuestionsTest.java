package dev.quartermaster.bot.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Each of a manager's questions about spend has its own answer, and the next one keeps what the last was about. */
@Sharing("asking")
@Order(33)
class SpendQuestionsTest {
    private static RunningProgram program;

    @BeforeAll
    static void start(RunningProgram started) {
        program = started;
    }

    @Test
    void everyQuestionHasItsOwnAnswer() {
        Map<String, String> answers = Map.ofEntries(
                Map.entry("what did my team spend this month, by person", ", by person"),
                Map.entry("what did my team spend by path", ", by kind"),
                Map.entry("who spent most", ", by person"),
                Map.entry("forecast", "Budget and forecast of growth, "),
                Map.entry("how much budget is left", "Budget and forecast of growth, "),
                Map.entry("what will we have spent by the end of the month", "nothing is kept longer"),
                Map.entry("what did iris spend", ", only Iris Novak"),
                Map.entry("how much did ana and iris spend this month", ", only Ana Ferreira, Iris Novak"),
                Map.entry("the 5 dearest things of my team this month", ", top 5"),
                Map.entry("what did we spend on gpus", ", only what has GPUs"),
                Map.entry("what did we spend on ray clusters", ", only ray-cluster"),
                Map.entry("what did sales.orders cost us", ", only sales.orders"),
                Map.entry("what did lease-abcdefghij cost", ", only lease-abcdefghij"),
                Map.entry("why did our spend go up?", "What changed in the spend of growth"),
                Map.entry("estimate against actual", "Estimate against actual of growth, "),
                Map.entry("what did we pay for and not use?", "runs is used is not measured"),
                Map.entry("what did bob spend", "is called \"bob\". Did you mean "),
                Map.entry("what did my team spend in March 2099", "1 March 2099 is yet to come"),
                Map.entry("what did my team spend in January 2020", "1 Jan 2020 to 31 Jan 2020"));
        answers.forEach(
                (words, answer) -> assertThat(tells("mia", words)).as(words).anyMatch(each -> each.contains(answer)));
    }

    @Test
    void whatFollowsKeepsTheTeamAndTheDays() {
        LocalDate last = LocalDate.now(ZoneId.of("UTC")).minusMonths(1).withDayOfMonth(1);
        String month = "Spend of growth, 1 ";
        String plain = told("what did my team spend last month");
        assertThat(plain)
                .contains(month)
                .contains(String.valueOf(last.getYear()))
                .doesNotContain("*Budget of");
        String days = plain.replaceAll("(?s).*?(Spend of growth, [^\":]*?\\d{4} to [^\":]*?\\d{4}).*", "$1");

        for (String words : List.of("and by person?", "by path", "top 5", "only gpus", "as csv please")) {
            assertThat(told(words)).as(words).contains(days);
        }
        assertThat(told("forecast")).contains("Budget and forecast of growth");
    }

    @Test
    void whatFollowsWithOtherDaysIsOfThose() {
        LocalDate last = LocalDate.now(ZoneId.of("UTC")).minusMonths(1);
        String month = last.format(DateTimeFormatter.ofPattern("MMM yyyy", Locale.UK));
        assertThat(told("what did my team spend this month")).doesNotContain("Spend of growth, 1 " + month);

        assertThat(told("and per person last month?")).contains("Spend of growth, 1 " + month);
        assertThat(told("and by path?")).contains("Spend of growth, 1 " + month);
    }

    @Test
    void ofAnotherTeamNothingIsToldInAnyForm() {
        for (String words : List.of("what did risk spend by person", "how much did risk spend", "and as csv?")) {
            assertThat(tells("ana", words))
                    .as(words)
                    .noneMatch(each -> each.contains("Spend of risk"))
                    .filteredOn(each -> each.startsWith("D0ANA"))
                    .isNotEmpty()
                    .noneMatch(each -> each.contains("Raj Patel"));
        }
    }

    @Test
    void whatIsNotAboutMoneyIsNoFollowUp() {
        tells("mia", "what did my team spend this month");
        for (String words : List.of("which people have access to sales.orders", "who decides on this?")) {
            assertThat(tells("mia", words)).as(words).noneMatch(each -> each.contains("Spend of"));
        }
        assertThat(tells("mia", "what is the weather forecast for tomorrow"))
                .noneMatch(each -> each.contains("Forecast for"));
    }

    @Test
    void theSameIsSharedAsAFileThatAddsUpToTheTotal() {
        tells("ana", "launch a notebook for 8 hours");
        program.unsent(() -> {
            program.tells("mia", "what did my team spend this month as csv");
            String total = program.jdbc()
                    .sql("select text from slack_outbox where text like 'Spend of growth%' order by id desc limit 1")
                    .query(String.class)
                    .single()
                    .replaceAll("(?s)[^:]*: ([0-9.]+) EUR so far.*", "$1");
            byte[] file = program.jdbc()
                    .sql(
                            "select content from slack_file where name like 'spend-growth-%.csv' order by outbox desc limit 1")
                    .query((row, number) -> row.getBytes(1))
                    .single();
            BigDecimal sum = new String(file, StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split(","))
                    .map(cells -> new BigDecimal(cells[cells.length - 3]))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(sum).isEqualByComparingTo(total);
        });
    }

    @Test
    void aButtonGivesWhoeverClicksWhatTheyMaySeeAndNoMore() {
        tells("ana", "launch a notebook for 8 hours");
        String card = "spend:" + System.nanoTime();
        program.jdbc()
                .sql(
                        "insert into slack_message (card, lane, channel, ts) values (:card, 'C0GROWTH', 'C0GROWTH', :card)")
                .param("card", card)
                .update();
        String mine = "kind=spent&team=growth&from=%s&to=%s&by=person"
                .formatted(LocalDate.now().withDayOfMonth(1), LocalDate.now().plusDays(1));

        assertThat(clicks("mia", card, "spend:0", mine)).anyMatch(each -> each.contains(", by person"));
        assertThat(clicks("mia", card, "spend-period:" + mine, "last_quarter"))
                .anyMatch(each -> each.contains("Spend of growth, 1 ") && each.contains(", by person"));
        assertThat(clicks("raj", card, "spend:0", mine))
                .anyMatch(each -> each.contains("What growth spends is seen by"))
                .noneMatch(each -> each.contains("Ana Ferreira") || each.contains("Spend of growth"));
        assertThat(clicks("mia", card, "spend:0", "kind=spent&team=growth&from=never"))
                .noneMatch(each -> each.contains("Spend of growth"));
    }

    private static List<String> clicks(String person, String card, String action, String value) {
        return program.answers(() -> program.presses(person, card, action, value));
    }

    @Test
    void inAChannelOnlyThatItWentToTheAskerIsTold() {
        List<String> told = program.answers(() -> program.says("mia", "growth", "what did my team spend this month"));

        assertThat(told)
                .anyMatch(each -> each.startsWith("C0GROWTH") && each.contains("I sent it to you in a direct message"));
        assertThat(told).noneMatch(each -> each.startsWith("C0GROWTH") && each.contains("EUR"));
        assertThat(told).anyMatch(each -> each.startsWith("mia") && each.contains("Spend of growth"));
    }

    @Test
    void aFollowUpKeepsWhoItWasAbout() {
        tells("mia", "what did iris spend this month");

        assertThat(told("and by path?")).contains(", only Iris Novak, by kind");
    }

    @Test
    void aFollowUpOfAnybodyElseIsAboutTheirOwn() {
        tells("mia", "what did iris spend this month");

        assertThat(tells("raj", "by path")).noneMatch(each -> each.contains("Iris Novak"));
    }

    @Test
    void whatIsReservedAndWhatIsStillToComeOfAMonthAreTheSame() {
        tells("ana", "launch a notebook for 8 hours");
        String spend = told("what did my team spend this month");

        assertThat(spend).contains("agreed, reserved for these days and not used yet");
        assertThat(spend.replaceAll("(?s).*?reserved ([0-9.]+) EUR.*", "$1"))
                .isEqualTo(spend.replaceAll("(?s).*committed: ([0-9.]+) EUR.*", "$1"));
    }

    /** The answer to Mia; what else is written meanwhile is of others. */
    private static String told(String words) {
        return tells("mia", words).stream()
                .filter(each -> each.startsWith("D0MIA") && !each.contains("could not be put into Slack"))
                .reduce("", (first, last) -> last);
    }

    private static List<String> tells(String person, String words) {
        return program.answers(() -> program.tells(person, words));
    }
}
