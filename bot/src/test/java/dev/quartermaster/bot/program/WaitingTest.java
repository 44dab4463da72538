package dev.quartermaster.bot.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people see while something waits for a yes. They share one program; each begins on another morning. */
@Started
class WaitingTest {
    /** A Tuesday, ten in London. */
    private static Instant morning = Instant.parse("2026-11-24T10:00:00Z");

    private static RunningProgram program;

    @BeforeAll
    static void start(RunningProgram started) {
        program = started;
    }

    @BeforeEach
    void anotherWeek() {
        morning = morning.plus(Duration.ofDays(7));
        program.clock(morning);
        program.jdbc().sql("delete from absence").update();
        program.jdbc().sql("delete from gathered").update();
    }

    @Test
    void theOwnerIsAskedThenTheDeputyAndEachIsReminded() {
        String request = asked("ana", "sales.orders");
        program.eventually(() -> program.cards("card:" + request + ":%").size() == 2);
        assertThat(program.cards("card:" + request + ":%"))
                .containsExactlyInAnyOrder("card:" + request + ":#", "card:" + request + ":dan");

        later(Duration.ofMinutes(16));
        program.eventually(
                () -> program.cards("told:%:card:" + request + ":dan").size() == 1);
        program.eventually(() -> has(program.told("dan"), "Still waiting for"));

        later(Duration.ofMinutes(245));
        program.eventually(() -> program.cards("card:" + request + ":omar").size() == 1);
        program.eventually(() -> has(program.told("omar"), "passed on to Omar Haddad"));
    }

    @Test
    void whoseCardStandsWithOthersIsRemindedAllTheSame() {
        String request = asked("mia", "sales.orders");
        program.eventually(() -> program.cards("card:" + request + ":dan").size() == 1);
        program.jdbc()
                .sql("delete from shown where request = ? and person = 'dan'")
                .param(request)
                .update();
        program.jdbc()
                .sql("insert into gathered (person, request, batch) values ('dan', ?, 1)")
                .param(request)
                .update();

        later(Duration.ofMinutes(16));
        program.eventually(() -> program.cards("told:%:dan").stream().anyMatch(card -> !card.contains(":card:")));
    }

    @Test
    void whoIsAwayHandsWhatWaitsToTheirCoverWhoIsToldAndDecides() {
        String request = asked("ana", "sales.returns");
        program.eventually(() -> program.cards("card:" + request + ":dan").size() == 1);

        program.types("dan", "away until Monday, kim covers");

        program.eventually(() -> has(program.told("kim"), "asked you to cover"));
        program.eventually(() -> has(program.told("dan"), "decides in your place"));
        assertThat(program.card("kim", "card:" + request + ":kim")).contains("for Dan Kowalski");
        program.presses("kim", "card:" + request + ":kim", "approve", request + "|" + program.digest(request));
        assertThat(program.state(request)).isIn("approved", "providing", "live");

        program.types("dan", "back");
        program.eventually(() -> has(program.told("kim"), "is back and decides again"));
    }

    @Test
    void anAwayThatCannotBeIsAnsweredWithTheNextStep() {
        program.types("dan", "away until Monday, ana covers");
        program.types("dan", "away until Monday, zoe covers");
        program.types("dan", "away omar covers");

        program.eventually(() -> has(program.told("dan"), "Until when?"));
        assertThat(program.told("dan"))
                .anyMatch(said -> said.contains("cannot cover for you"))
                .anyMatch(said -> said.contains("I know nobody called"));
        assertThat(program.jdbc()
                        .sql("select count(*) from absence")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private static void later(Duration time) {
        program.clock(morning.plus(time));
        program.runs("waiting-requests");
    }

    private static String asked(String person, String dataset) {
        program.types(person, "grant " + dataset + " read --duration 2w --purpose \"churn study\"");
        return program.request(person);
    }

    private static boolean has(List<String> told, String words) {
        return told.stream().anyMatch(said -> said.contains(words));
    }
}
