package dev.quartermaster.bot.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** A question is answered once: by a button or in words, and a word after that carries nothing out. */
@Sharing("asking")
@Order(2)
class OneAnswerTest {
    private static final String SHOWN = "Is there a GPU notebook for three days? launch jupyter for 3 days";

    private static RunningProgram program;

    @BeforeAll
    static void start(RunningProgram started) {
        program = started;
    }

    @Test
    void aYesInWordsAfterANoOnTheCardDoesNothing() {
        Question question = asked("ana");
        program.presses("ana", question.card(), "dismiss", "no");
        program.tells("ana", "yes");

        assertThat(requests("ana")).isEqualTo(question.before());
    }

    @Test
    void aYesInWordsAfterAYesOnTheCardDoesNothingMore() {
        Question question = asked("raj");
        program.presses("raj", question.card(), "command:0", question.value());
        assertThat(requests("raj")).isEqualTo(question.before() + 1);
        program.tells("raj", "yes");

        assertThat(requests("raj")).isEqualTo(question.before() + 1);
    }

    @Test
    void ofTwoPressesAtOnceOneCounts() {
        Question question = asked("lee");
        List<CompletableFuture<Void>> presses = IntStream.range(0, 4)
                .mapToObj(each -> CompletableFuture.runAsync(
                        () -> program.presses("lee", question.card(), "command:0", question.value())))
                .toList();
        presses.forEach(CompletableFuture::join);
        program.presses("lee", question.card(), "command:0", question.value());

        assertThat(requests("lee")).isEqualTo(question.before() + 1);
    }

    @Test
    void aQuestionPutInAChannelIsClosedByItsButtonThoughTheAnswerStandsInAThread() {
        program.says("mia", "growth", SHOWN);
        Question question = question("mia", requests("mia"));
        program.presses("mia", question.card(), "command:0", question.value());
        assertThat(requests("mia")).isEqualTo(question.before() + 1);
        program.says("mia", "growth", "yes");

        assertThat(requests("mia")).isEqualTo(question.before() + 1);
    }

    @Test
    void theButtonsGoWhenTheQuestionIsAnsweredInWords() {
        Question question = asked("kim");
        program.tells("kim", "yes");

        assertThat(requests("kim")).isEqualTo(question.before() + 1);
        program.eventually(() -> program.card("kim", question.card()).contains("You chose"));
    }

    /** @param before how many requests there were */
    private record Question(String card, String value, long before) {}

    private static Question asked(String person) {
        long before = requests(person);
        program.tells(person, SHOWN);
        return question(person, before);
    }

    private static Question question(String person, long before) {
        List<String> cards = program.cards("ask:%");
        String card = cards.getLast();
        program.eventually(() -> program.card(person, card).contains("dismiss"));
        String value = program.card(person, card).replaceAll("(?s).*?\"value\":\"([^\"]*)\".*", "$1");
        assertThat(requests(person)).isEqualTo(before);
        assertThat(value).startsWith("launch");
        return new Question(card, value, before);
    }

    private static long requests(String person) {
        return program.jdbc()
                .sql("select count(*) from request where asker = ?")
                .param(person)
                .query(Long.class)
                .single();
    }
}
