package dev.quartermaster.bot.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** What an approver asks under the card reaches the asker, and what the asker types reaches the card; nothing else does. */
@Sharing("asking")
@Order(31)
class AskedBackInWordsTest {
    private static RunningProgram program;

    @BeforeAll
    static void start(RunningProgram started) {
        program = started;
    }

    @Test
    void theFirstPlainSentenceAfterTheQuestionIsTheAnswerAndThePurpose() {
        String request = asked("ana", "grant sales.orders read --duration 9d");
        String card = "card:" + request + ":dan";
        asks(request, card, "what does she need it for?");
        program.eventually(
                () -> program.card("ana", "enquiry:" + request + ":1").contains("what does she need it for?"));

        for (String other : List.of(
                "thanks",
                "list",
                "stop my rstudio",
                "launch rstudio for 2 hours",
                "a gpu notebook for 3 days",
                "what did my team spend?")) {
            program.tells("ana", other);
        }
        assertThat(answers(request)).as("what is plainly something else").isEmpty();

        List<String> told = program.answers(() ->
                program.tells("ana", "I need it for the <!channel> churn study, see <https://x.test|here> & there"));

        assertThat(told)
                .anyMatch(each -> each.contains("passed that on to *Dan Kowalski*") && each.contains("purpose"));
        for (String each : List.of(card, "card:" + request + ":#")) {
            program.eventually(() -> program.card("dan", each).contains("Ana Ferreira answers: "));
            assertThat(program.card("dan", each)).contains("churn study").doesNotContain("<!channel>");
        }
        assertThat(purpose(request)).startsWith("I need it for the <!channel> churn study");
        program.tells("ana", "It is for the weekly report as well");
        assertThat(answers(request)).hasSize(1);
    }

    @Test
    void inTheThreadOnlyTheAskerAnswersAndWhatIsDecidedIsSaidToBe() {
        String request = asked("ana", "grant sales.orders read --duration 8d --purpose \"a study\"");
        String card = "card:" + request + ":dan";
        asks(request, card, "which weeks of orders?");
        program.eventually(() -> !program.cards("enquiry:" + request + ":1").isEmpty());

        program.saysBelow("raj", card, "October only, I think");
        program.saysBelow("raj", "status:" + request, "October only, I think");
        program.saysBelow("raj", card, "what does he want with that?");
        assertThat(answers(request)).isEmpty();
        assertThat(enquiries(request)).isEqualTo(1);
        program.saysBelow("ana", "status:" + request, "October only. " + "really ".repeat(600));

        assertThat(answers(request))
                .singleElement()
                .satisfies(
                        answer -> assertThat(answer).startsWith("October only.").hasSize(2_000));
        assertThat(purpose(request)).isEqualTo("a study");
        asks(request, card, "and which country?");
        program.types("ana", "withdraw " + request);
        assertThat(program.answersBelow("ana", "status:" + request, "Only the Dutch ones"))
                .anyMatch(each -> each.contains("It is decided already (withdrawn)"));
        assertThat(answers(request)).hasSize(1);
    }

    @Test
    void ofTwoQuestionsTheAskerSaysWhichOneIsAnswered() {
        String first = asked("iris", "grant customer.accounts read --duration 3d --purpose one");
        String second = asked("iris", "grant sales.orders read --duration 4d --purpose two");
        asks(first, "card:" + first + ":#", "which accounts?");
        asks(second, "card:" + second + ":dan", "which orders?");
        program.eventually(() -> !program.cards("enquiry:" + second + ":1").isEmpty());

        program.tells("iris", "The ones of the north only");

        assertThat(answers(first)).isEmpty();
        assertThat(answers(second)).isEmpty();
        String which = program.cards("ask:%").getLast();
        program.eventually(() -> program.card("iris", which).contains("Which one is this for?"));
        program.presses("iris", which, "command:1", "answer " + second + " 1 The ones of the north only");
        assertThat(answers(first)).isEmpty();
        assertThat(answers(second)).containsExactly("The ones of the north only");
        program.types("iris", "withdraw " + first);
        program.types("iris", "withdraw " + second);
    }

    private static String asked(String person, String command) {
        program.types(person, command);
        String request = program.request(person);
        program.eventually(() -> !program.cards("card:" + request + ":#").isEmpty());
        return request;
    }

    /** By whoever of the deciders may. */
    private static void asks(String request, String card, String words) {
        long before = enquiries(request);
        for (String decider : List.of("dan", "omar", "mia", "pat", "kim")) {
            if (enquiries(request) == before) {
                program.saysBelow(decider, card, words);
            }
        }
        assertThat(enquiries(request)).isEqualTo(before + 1);
    }

    private static long enquiries(String request) {
        return program.jdbc()
                .sql("select count(*) from enquiry where request = ?")
                .param(request)
                .query(Long.class)
                .single();
    }

    private static List<String> answers(String request) {
        return program.jdbc()
                .sql("select w.text from enquiry e join words w on w.request = e.request and w.hash = e.answer"
                        + " where e.request = ? and e.answered_at is not null order by e.number")
                .param(request)
                .query(String.class)
                .list();
    }

    private static String purpose(String request) {
        return program.jdbc()
                .sql("select purpose from request where id = ?")
                .param(request)
                .query(String.class)
                .single();
    }
}
