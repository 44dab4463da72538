package dev.quartermaster.bot.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** What is said in the thread of a card is about the thing of that card, to those whose it is. */
@Sharing("asking")
@Order(32)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BelowCardsTest {
    private static RunningProgram program;
    private static String notebook;
    private static String access;

    @BeforeAll
    static void start(RunningProgram started) {
        program = started;
        endOthers();
        notebook = live("raj", "launch data-science-experimentation --duration 3h --purpose \"below cards\"");
        access = live("raj", "grant synthetic.products read --duration 2d");
    }

    @AfterAll
    static void end() {
        program.types("raj", "stop " + lease(notebook));
        program.types("raj", "stop " + lease(access));
    }

    @Test
    @Order(1)
    void questionsAreAnsweredAboutTheThingOfTheCard() {
        assertThat(below("what is the password")).anyMatch(each -> each.contains("This opens it"));
        assertThat(below("how do I open it")).anyMatch(each -> each.contains("reveal:") || each.contains("JupyterLab"));
        assertThat(below("why so expensive?"))
                .anyMatch(each -> each.contains("0.11 EUR an hour, which is made of") && each.contains("2 cpu"));
        assertThat(below("when does it end"))
                .anyMatch(each -> each.contains("*Data science experimentation, 3 hours* ends "));
        assertThat(below("what did it cost"))
                .anyMatch(each -> each.contains("has cost 0.00 EUR so far, at 0.11 EUR an hour"));
    }

    @Test
    @Order(2)
    void ordersAreAboutTheThingOfTheCard() {
        assertThat(below("stop it"))
                .anyMatch(each -> each.contains("Stop data-science-experimentation (3 hours)?")
                        && each.contains("stop " + lease(notebook)));
        assertThat(below("extend"))
                .anyMatch(each -> each.contains("For how much longer?") && each.contains("extend " + lease(notebook)));
        assertThat(below("make it bigger"))
                .anyMatch(
                        each -> each.contains("How large shall it be?") && each.contains("resize " + lease(notebook)));
        String keep = below("yes please keep it two more hours").toString();
        assertThat(keep)
                .contains("Keep data-science-experimentation (3 hours) longer?", "extend " + lease(notebook) + " 2h");
    }

    @Test
    @Order(3)
    void somebodyElseChangesNothingThere() {
        long before = requests("ana");
        for (String words : List.of("stop it", "extend it by 2 hours", "what is the password", "make it 8 cores")) {
            assertThat(program.answersBelow("ana", "status:" + notebook, words))
                    .as(words)
                    .noneMatch(each ->
                            each.startsWith("D0") && (each.contains(lease(notebook)) || each.contains("JupyterLab")));
        }
        assertThat(requests("ana")).isEqualTo(before);
        assertThat(program.state(notebook)).isEqualTo("live");
    }

    @Test
    @Order(4)
    void whatAnotherSizeWouldCostIsThePriceOfThatChange() {
        for (String person : List.of("below", "")) {
            List<String> told =
                    person.isEmpty() ? tells("what would 8 cores cost?") : below("what would 8 cores cost?");
            assertThat(told)
                    .anyMatch(each -> each.contains("cpu 2 → 8: 0.11 EUR → 0.41 EUR an hour")
                            && each.contains("\"form:0\"")
                            && each.contains("resize " + lease(notebook) + " --cpu 8"));
        }
        assertThat(tells("what would a notebook with 8 cores cost?")).noneMatch(each -> each.contains("→"));
    }

    @Test
    @Order(5)
    void anotherSizeAskedForInASentenceIsShownFirst() {
        long before = requests("raj");

        assertThat(tells("the notebook is too small, can you give me 8 GB instead"))
                .anyMatch(
                        each -> each.contains("Change the size of data-science-experimentation (3 hours)? It restarts")
                                && each.contains("resize " + lease(notebook) + " --memory 8Gi"));
        assertThat(requests("raj")).isEqualTo(before);
    }

    @Test
    @Order(6)
    void choicesSayWhatTheyAreAndOnlyWhatCanBeDoneIsOffered() {
        String choice = tells("stop it").toString();
        assertThat(choice).contains("Which one do you mean?", " cores, ", " · risk · ends ");
        assertThat(choice).contains("access to synthetic.products · risk · ends ");
        assertThat(tells("what is the password"))
                .anyMatch(
                        each -> each.contains("Which one do you mean?") && each.contains("status " + lease(notebook)));

        String larger = tells("change it to 4 cores").toString();
        assertThat(larger).contains("resize " + lease(notebook)).doesNotContain(lease(access));
    }

    @Test
    @Order(7)
    void aTitleTellsTheLengthOfNow() {
        program.types("raj", "extend " + lease(notebook) + " 2h");

        program.eventually(
                () -> program.card("raj", "status:" + notebook).contains("*Data science experimentation, 5 hours*"));
        assertThat(program.card("raj", "status:" + notebook)).doesNotContain("3 hours");
        assertThat(below("stop it")).anyMatch(each -> each.contains("(5 hours)"));
    }

    private static List<String> below(String words) {
        return program.answersBelow("raj", "status:" + notebook, words);
    }

    private static List<String> tells(String words) {
        return program.answers(() -> program.tells("raj", words));
    }

    /** What an earlier class has left would be something else that may be meant. */
    private static void endOthers() {
        program.jdbc()
                .sql("select id from lease where owner = 'raj' and state in ('providing', 'live', 'stopped')")
                .query(String.class)
                .list()
                .forEach(each -> program.types("raj", "stop " + each));
    }

    private static String live(String person, String command) {
        program.types(person, command);
        String request = program.request(person);
        program.eventually(() -> program.state(request).equals("live"));
        program.eventually(() -> !program.cards("status:" + request).isEmpty());
        return request;
    }

    private static String lease(String request) {
        return request.replace("req-", "lease-");
    }

    private static long requests(String person) {
        return program.jdbc()
                .sql("select count(*) from request where asker = ?")
                .param(person)
                .query(Long.class)
                .single();
    }
}
