package dev.quartermaster.bot.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A correction of what still waits takes its place by one button, and never leaves two open. */
@Started
class WaitingRequestIsChangedTest {
    private static RunningProgram program;

    @BeforeAll
    static void start(RunningProgram started) {
        program = started;
    }

    @Test
    void aCorrectionTakesThePlaceOfWhatWaitsAndSoDoesACorrectionOfThat() {
        long before = requests("mia");
        program.tells("mia", "spin up a ray cluster with 4 t4 gpus for three days, churn study");
        String first = program.request("mia");
        assertThat(program.state(first)).isEqualTo("waiting");

        program.tells("mia", "oh sorry, five days rather");
        String card = question();
        String value = offered("mia", card);
        assertThat(value).startsWith("replace " + first + " launch ray-cluster").contains("5d");
        assertThat(requests("mia")).isEqualTo(before + 1);
        assertThat(program.card("mia", card)).contains("still waits");

        program.tells("mia", "no, for ana");
        String changed = question();
        String both = offered("mia", changed);
        assertThat(both).startsWith("replace " + first).contains("5d").contains("--to ana");
        program.presses("mia", card, "command:0", value);
        assertThat(requests("mia")).as("the first question was put anew").isEqualTo(before + 1);

        program.presses("mia", changed, "command:0", both);
        program.presses("mia", changed, "command:0", both);
        String second = program.request("mia");
        assertThat(program.state(first)).isEqualTo("withdrawn");
        assertThat(program.state(second)).isEqualTo("waiting");
        assertThat(requests("mia")).isEqualTo(before + 2);

        program.tells("mia", "hm, 2 gpus would do instead");
        assertThat(offered("mia", question())).startsWith("replace " + second);
        assertThat(waiting("mia")).isEqualTo(1);
        program.tells("mia", "yes");
        assertThat(waiting("mia")).isEqualTo(1);
        assertThat(program.state(second)).isEqualTo("withdrawn");
    }

    @Test
    void aCorrectionMadeInItsFormTakesThePlaceOfWhatWaits() {
        WorkspaceUser kim = new WorkspaceUser(program, "kim");
        program.tells("kim", "give me read access to customer.accounts for two weeks, churn study");
        String first = program.request("kim");
        assertThat(program.state(first)).isEqualTo("waiting");
        program.tells("kim", "oh sorry, five days rather");
        kim.presses(kim.sees("Shall I take that back"), "form:0");

        assertThat(kim.form().toString())
                .contains("it takes the place of `" + first + "`", "customer.accounts", "\"5d\"");
        kim.sends(kim.form(), Map.of("term", "6 days"));

        program.eventually(() -> program.state(first).equals("withdrawn"));
        assertThat(waiting("kim")).isEqualTo(1);
        assertThat(program.jdbc()
                        .sql("select summary from request where id = ?")
                        .param(program.request("kim"))
                        .query(String.class)
                        .single())
                .contains("customer.accounts", "6 days");
    }

    @Test
    void whatWouldBeRefusedLeavesWhatWaitsAsItIs() {
        program.tells("raj", "launch a ray cluster with 4 t4 gpus for three days");
        String first = program.request("raj");
        program.tells("raj", "make that 12 of them");
        String card = question();

        program.presses("raj", card, "command:0", offered("raj", card));

        assertThat(program.state(first)).isEqualTo("waiting");
        assertThat(requests("raj")).isEqualTo(1);
        program.eventually(() -> has("raj", "would be refused", "waits as before"));
    }

    @Test
    void aCorrectionThatNeedsAnAnswerStillTakesThePlaceOfWhatWaits() {
        program.tells("ana", "give me read access to customer.accounts for two weeks, churn study");
        String first = program.request("ana");
        assertThat(program.state(first)).isEqualTo("waiting");

        program.tells("ana", "no, sales.invoices please");
        String card = question();
        String value = offered("ana", card);
        assertThat(program.card("ana", card)).contains("still waits. What you choose is asked for instead.");
        assertThat(value).startsWith("replace " + first + " grant sales.orders read --duration 14d");
        assertThat(requests("ana")).isEqualTo(1);

        program.presses("ana", card, "command:0", value);

        assertThat(program.state(first)).isEqualTo("withdrawn");
        assertThat(requests("ana")).isEqualTo(2);
    }

    @Test
    void suchAQuestionAnsweredInWordsIsAChangeToo() {
        program.tells("pat", "give me read access to customer.accounts for two weeks, churn study");
        String first = program.request("pat");
        assertThat(program.state(first)).isEqualTo("waiting");
        program.tells("pat", "make it sales.xyz");
        String card = question();
        assertThat(offered("pat", card)).startsWith("replace " + first + " grant sales.orders");

        program.tells("pat", "the second one");

        assertThat(program.state(first)).isEqualTo("withdrawn");
        assertThat(waiting("pat")).isEqualTo(1);
        assertThat(program.jdbc()
                        .sql("select summary from request where id = ?")
                        .param(program.request("pat"))
                        .query(String.class)
                        .single())
                .contains("sales.returns");
    }

    @Test
    void anEndThatHasPassedIsAskedAboutAndTheAnswerIsAChangeStill() {
        program.tells("dan", "launch a ray cluster with 4 t4 gpus for three days");
        String first = program.request("dan");
        assertThat(program.state(first)).isEqualTo("waiting");
        program.tells("dan", "until 1 January 2020 instead");
        assertThat(program.card("dan", question())).contains("still waits", "has already passed");

        program.tells("dan", "for five days instead");

        assertThat(offered("dan", question())).startsWith("replace " + first).contains("5d");
        assertThat(requests("dan")).isEqualTo(1);
    }

    @Test
    void aCorrectionSaysWhatIsDoubtfulOfItAndMayBeMeantBesides() {
        program.tells("omar", "give me read access to customer.accounts for two weeks, churn study");
        String first = program.request("omar");
        assertThat(program.state(first)).isEqualTo("waiting");

        program.tells("omar", "let bob read customer.transactions for two weeks instead");
        String card = question();
        assertThat(program.card("omar", card))
                .contains("I do not know who “bob” is")
                .contains("still waits");
        String besides = values("omar", card).get(1);
        assertThat(values("omar", card).getFirst()).startsWith("replace " + first);
        assertThat(besides).startsWith("grant customer.transactions");

        program.presses("omar", card, "command:1", besides);

        assertThat(program.state(first)).isEqualTo("waiting");
        assertThat(waiting("omar")).isEqualTo(2);
    }

    @Test
    void oneMoreIsNoChange() {
        program.tells("lee", "launch a ray cluster with 4 t4 gpus for three days");
        String first = program.request("lee");

        program.tells("lee", "the same again with 2 gpus");

        assertThat(program.state(first)).isEqualTo("waiting");
        assertThat(offered("lee", question())).startsWith("launch");
    }

    @Test
    void whoeverItBecomesReadsWhoAskedForIt() {
        program.types("mia", "launch rstudio --duration 3h --to ana");
        String request = program.request("mia");

        program.eventually(() -> program.cards("theirs:" + request).size() == 1);
        program.eventually(() -> program.card("ana", "theirs:" + request).contains("Asked for by"));
        assertThat(program.card("ana", "theirs:" + request)).contains("*Mia").contains("*Ana Ferreira*");
    }

    @Test
    void theButtonOfASentenceKeepsWhomWhenAndWhatFor() {
        program.tells("kim", "Is rstudio free? launch rstudio for ana from next Monday 9:00 for two days, churn study");
        String card = question();
        String value = offered("kim", card);
        assertThat(value)
                .contains("--to ana")
                .contains("--from ")
                .contains("2d")
                .contains("--purpose \"churn study\"");

        program.presses("kim", card, "command:0", value);

        assertThat(program.jdbc()
                        .sql("select purpose || ' ' || (judgement::text like '%\"ana\"%') from request where id = ?")
                        .param(program.request("kim"))
                        .query(String.class)
                        .single())
                .isEqualTo("churn study true");
    }

    /** The value of the first button of the last question put to somebody. */
    private static String offered(String person, String card) {
        program.eventually(() -> program.card(person, card).contains("\"value\""));
        return program.card(person, card)
                .replaceAll("(?s)^.*?\"value\":\"((?:[^\"\\\\]|\\\\.)*)\".*$", "$1")
                .replace("\\\"", "\"");
    }

    /** The values of the buttons of a question that do something. */
    private static List<String> values(String person, String card) {
        program.eventually(() -> program.card(person, card).contains("\"value\""));
        return Pattern.compile("\"value\":\"((?:[^\"\\\\]|\\\\.)*)\"")
                .matcher(program.card(person, card))
                .results()
                .map(found -> found.group(1).replace("\\\"", "\""))
                .filter(value -> !value.equals("no"))
                .toList();
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

    private static long waiting(String person) {
        return program.jdbc()
                .sql("select count(*) from request where asker = ? and state = 'waiting'")
                .param(person)
                .query(Long.class)
                .single();
    }

    private static boolean has(String person, String... words) {
        return program.told(person).stream()
                .anyMatch(each -> List.of(words).stream().allMatch(each::contains));
    }
}
