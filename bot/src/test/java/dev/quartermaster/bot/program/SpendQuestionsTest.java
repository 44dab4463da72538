package dev.quartermaster.bot.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
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
        Map<String, String> answers = Map.of(
                "what did my team spend this month, by person", "by person",
                "what did my team spend by path", "by golden path",
                "what did my team spend this month as csv",
                        "```lease,path,person,purpose,hours,amount,still_to_come,currency",
                "who spent most", "by person",
                "forecast", "by the end of ",
                "what will we have spent by the end of the month", "nothing is kept longer");
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

        for (String words : List.of("and by person?", "by path", "as csv please")) {
            assertThat(told(words)).as(words).contains(days);
        }
        assertThat(told("forecast")).contains("Forecast for growth");
    }

    @Test
    void ofAnotherTeamNothingIsToldInAnyForm() {
        for (String words : List.of("what did risk spend by person", "how much did risk spend", "and as csv?")) {
            assertThat(tells("ana", words))
                    .as(words)
                    .noneMatch(each -> each.contains("Spend of risk") || each.contains("Raj Patel"));
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
    void whatIsReservedAndWhatIsStillToComeOfAMonthAreTheSame() {
        tells("ana", "launch a notebook for 8 hours");
        String spend = told("what did my team spend this month");

        assertThat(spend).contains("what is agreed and may still be used this month");
        assertThat(spend.replaceAll("(?s).*?reserved ([0-9.]+) EUR.*", "$1"))
                .isEqualTo(spend.replaceAll("(?s).*Still to come in these days: ([0-9.]+) EUR.*", "$1"));
    }

    /** The answer to Mia; what else is written meanwhile is of others. */
    private static String told(String words) {
        return tells("mia", words).stream()
                .filter(each -> each.startsWith("D0MIA"))
                .reduce("", (first, last) -> last);
    }

    private static List<String> tells(String person, String words) {
        return program.answers(() -> program.tells(person, words));
    }
}
