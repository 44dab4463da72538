package dev.quartermaster.bot.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Of several things said or open at once none is lost, and no word carries out the wrong one. */
@Started
class SeveralThingsSaidTest {
    private static RunningProgram program;

    @BeforeAll
    static void start(RunningProgram started) {
        program = started;
    }

    @Test
    void whatIsCompleteWaitsBesideTheQuestionAboutWhatIsNot() {
        String lease = live("lee", "grant synthetic.products read --duration 2d");
        long before = requests("lee");

        program.tells("lee", "fire up rstudio for three days and prolong my access to synthetic.products");

        assertThat(requests("lee")).isEqualTo(before);
        String both = program.cards("lines:%").getLast();
        program.eventually(() -> program.card("lee", both).contains("For how much longer?"));
        assertThat(program.card("lee", both))
                .contains("RStudio, 3 days", "Ask for it", "Change it in a form", "extend " + lease)
                .doesNotContain("Ask for all of it");

        program.tells("lee", "1d");
        program.eventually(() -> program.jdbc()
                        .sql("select count(*) from request where asker = 'lee' and extending = ?")
                        .param(lease)
                        .query(Long.class)
                        .single()
                == 1);
        program.presses("lee", both, "command:0.0", offered("lee", both));
        assertThat(requests("lee")).isEqualTo(before + 2);
    }

    @Test
    void aQuestionOfYesterdayIsForgottenWhoeverItWasPutTo() {
        program.jdbc()
                .sql("insert into open_question (person, place, card, title, offered, at)"
                        + " values ('kim', 'D', 'ask:old', 'Which?', '[]', now() - interval '25 hours')")
                .update();

        program.tells("omar", "Is there a GPU notebook for three days? launch jupyter for 3 days");

        assertThat(program.jdbc()
                        .sql("select card from open_question where person in ('kim', 'omar')")
                        .query(String.class)
                        .list())
                .contains(question())
                .doesNotContain("ask:old");
    }

    @Test
    void aYesThatSeveralQuestionsWouldTakeIsAskedAbout() {
        program.tells("raj", "Is there a GPU notebook for three days? launch jupyter for 3 days");
        String first = question();
        program.tells("raj", "Do we have rstudio too? launch rstudio for 2 days");
        String second = question();
        long before = requests("raj");

        program.tells("raj", "yes please");

        String which = question();
        assertThat(requests("raj")).isEqualTo(before);
        assertThat(which).isNotEqualTo(second);
        program.eventually(() -> program.card("raj", which).contains("Which one do you mean"));
        assertThat(program.card("raj", which)).contains("launch rstudio").contains("launch data-science");

        String value = offered("raj", which);
        program.tells("raj", "the first one");
        assertThat(requests("raj")).isEqualTo(before + 1);
        program.presses("raj", which, "command:0", value);
        assertThat(requests("raj")).as("answered in words").isEqualTo(before + 1);
        program.presses("raj", first, "command:0", value);
        assertThat(requests("raj")).as("answered by the other card").isEqualTo(before + 1);
        program.tells("raj", "yes");
        assertThat(requests("raj"))
                .as("no word answers what was asked before that")
                .isEqualTo(before + 1);
        program.presses("raj", second, "command:0", offered("raj", second));
        assertThat(requests("raj")).isEqualTo(before + 2);
    }

    @Test
    void ofWishesReadAlikeOnlyTheOnePressedIsAnswered() {
        String wish = "Is there a GPU notebook for three days? launch jupyter for 3 days";
        program.tells("mia", wish);
        String first = question();
        program.tells("mia", wish);
        String second = question();
        program.tells("mia", wish);
        String third = question();
        String value = offered("mia", first);
        assertThat(List.of(offered("mia", second), offered("mia", third))).containsOnly(value);
        long before = requests("mia");

        program.tells("mia", "yes");

        assertThat(requests("mia")).as("a word means the newest").isEqualTo(before + 1);
        program.eventually(() -> program.card("mia", third).contains("You chose"));
        program.presses("mia", first, "command:0", value);
        program.presses("mia", first, "command:0", value);
        assertThat(requests("mia")).as("one press counts").isEqualTo(before + 2);
        program.eventually(() -> program.card("mia", first).contains("You chose"));
        assertThat(program.card("mia", second)).contains("Shall I ask for it?").contains(value);
        program.presses("mia", second, "command:0", value);
        assertThat(requests("mia")).isEqualTo(before + 3);
    }

    @Test
    void whichOfSeveralIsAskedNoMoreOnceOneOfThemIsPressed() {
        program.tells("ana", "Is there a GPU notebook for three days? launch jupyter for 3 days");
        String first = question();
        program.tells("ana", "Do we have rstudio too? launch rstudio for 2 days");
        String second = question();
        program.tells("ana", "yes please");
        String which = question();
        String value = offered("ana", which);
        long before = requests("ana");

        program.presses("ana", first, "command:0", offered("ana", first));
        program.presses("ana", which, "command:0", value);

        assertThat(requests("ana")).isEqualTo(before + 1);
        program.eventually(() -> program.card("ana", which).contains("Left as it is."));
        assertThat(program.card("ana", which))
                .contains("Which one do you mean?")
                .doesNotContain("You chose");
        assertThat(program.card("ana", second)).contains(offered("ana", second));
    }

    @Test
    void aThingNamedByItsLengthIsTheOneThatLastsSoLong() {
        live("kim", "grant synthetic.products read --duration 2d");
        String five = live("kim", "grant synthetic.transactions read --duration 5d");

        program.tells("kim", "keep the five day access for one more day");

        program.eventually(() -> program.jdbc()
                        .sql("select count(*) from request where asker = 'kim' and extending = ?")
                        .param(five)
                        .query(Long.class)
                        .single()
                == 1);
        live("kim", "grant synthetic.customers read --duration 2d");
        program.tells("kim", "please extend my 2d access by 3 hours");
        program.eventually(() -> program.card("kim", question()).contains("Which one do you mean?"));
        assertThat(program.card("kim", question()))
                .contains("synthetic.products")
                .contains("synthetic.customers")
                .doesNotContain("synthetic.transactions");
    }

    private static String live(String person, String command) {
        program.types(person, command);
        String request = program.request(person);
        program.eventually(() -> program.state(request).equals("live"));
        return request.replace("req-", "lease-");
    }

    /** The value of the first button of the last question put to somebody. */
    private static String offered(String person, String card) {
        program.eventually(() -> program.card(person, card).contains("\"value\""));
        return program.card(person, card)
                .replaceAll("(?s)^.*?\"value\":\"((?:[^\"\\\\]|\\\\.)*)\".*$", "$1")
                .replace("\\\"", "\"");
    }

    private static String question() {
        return program.cards("ask:%").getLast();
    }

    private static long requests(String person) {
        return program.jdbc()
                .sql("select count(*) from request where asker = ?")
                .param(person)
                .query(Long.class)
                .single();
    }
}
