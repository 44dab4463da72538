package dev.quartermaster.bot.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** What people say of their things, wherever they say it, is about those: answered, or shown and done by a click. */
@Sharing("asking")
@Order(36)
class TalkAboutThingsTest {
    private static RunningProgram program;

    @BeforeAll
    static void start(RunningProgram started) {
        program = started;
    }

    @Test
    void aCorrectionOfWhatStartsLaterTakesItsPlace() {
        program.tells("lee", "launch rstudio tomorrow from 9 to 11");
        String first = program.request("lee");
        assertThat(program.state(first)).isEqualTo("approved");

        program.tells("lee", "10 to 12 rather");
        String card = program.cards("ask:%").getLast();
        program.eventually(() -> program.card("lee", card).contains("has not begun"));
        program.presses("lee", card, "command:0", offered("lee", card));

        String second = program.request("lee");
        assertThat(second).isNotEqualTo(first);
        assertThat(program.state(first)).isEqualTo("withdrawn");
        assertThat(program.state(second)).isEqualTo("approved");
        program.eventually(() -> program.card("lee", card).contains("You chose"));
        assertThat(program.card("lee", card)).contains("Shall I take that back");
        program.types("lee", "withdraw " + second);
        assertThat(program.state(second)).isEqualTo("withdrawn");
    }

    @Test
    void whatIsAskedOfAThingIsAnsweredOfThat() {
        String lease = live("pat", "launch vscode --duration 3h");

        assertThat(told("pat", "what does it cost an hour now?")).contains("EUR an hour");
        assertThat(told("pat", "how long can I keep it at most?")).contains("14d");
        assertThat(told("pat", "is it gone?")).contains("is not gone");
        program.types("pat", "stop " + lease);
        assertThat(told("pat", "who stopped it?")).contains("stopped by Pat Moreau");
        assertThat(told("pat", "bring my vscode back")).contains("can't be started again", "launch vscode");
    }

    @Test
    void aShorterTimeInAnApproversWordsIsFilledInAndDecidesNothing() {
        program.types("raj", "grant sales.orders read --duration 40d --purpose \"shorter in words\"");
        String request = program.request("raj");
        program.eventually(() -> !program.cards("card:" + request + ":dan").isEmpty());
        String card = "card:" + request + ":dan";

        for (String words : List.of("ok but two weeks only", "ok", "fine, but what for?", "yes I saw it")) {
            assertThat(program.answersBelow("dan", card, words)).as(words).isNotEmpty();
        }
        List<String> less = program.answersBelow("dan", card, "yes, for 10 days");

        assertThat(less.toString()).contains("Approve with less: 10d", "Nothing is decided yet");
        assertThat(program.state(request)).isEqualTo("waiting");
        program.types("raj", "withdraw " + request);
    }

    @Test
    void theSameForSomebodyElseIsShownToThemWithoutWhatItWasFor() {
        program.says("ana", "growth", "small rstudio for 2 hours, for the moss survey");
        List<String> offered = program.answers(() -> program.says("iris", "growth", "same for me please"));

        assertThat(offered.stream().filter(each -> each.contains("The same for you")))
                .singleElement()
                .asString()
                .contains("launch rstudio --duration 2h")
                .doesNotContain("moss");
        program.types("ana", "stop " + program.request("ana").replace("req-", "lease-"));
    }

    private static String offered(String person, String card) {
        return program.card(person, card)
                .replaceAll("(?s)^.*?\"value\":\"((?:[^\"\\\\]|\\\\.)*)\".*$", "$1")
                .replace("\\\"", "\"");
    }

    private static String told(String person, String words) {
        return program.answers(() -> program.tells(person, words)).toString();
    }

    private static String live(String person, String command) {
        program.types(person, command);
        String request = program.request(person);
        program.eventually(() -> program.state(request).equals("live"));
        return request.replace("req-", "lease-");
    }
}
