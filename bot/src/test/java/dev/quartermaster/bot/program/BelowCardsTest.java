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
    @Order(6)
    void choicesSayWhatTheyAreAndOnlyWhatCanBeDoneIsOffered() {
        String choice = tells("stop it").toString();
        assertThat(choice).contains("Which one do you mean?", " cores, ", " · risk · ends ");
        assertThat(choice).contains("access to synthetic.products · risk · ends ");

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
}
