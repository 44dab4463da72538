package dev.quartermaster.actions.request.timer;

import static dev.quartermaster.actions.request.law.World.budget;
import static dev.quartermaster.actions.request.law.World.leads;
import static dev.quartermaster.actions.request.law.World.needs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quartermaster.actions.audit.Fact;
import dev.quartermaster.actions.postgres.Database;
import dev.quartermaster.actions.postgres.RealPostgres;
import dev.quartermaster.actions.presence.Absences;
import dev.quartermaster.actions.presence.Zones;
import dev.quartermaster.actions.request.Pings;
import dev.quartermaster.actions.request.Request;
import dev.quartermaster.actions.request.RequestService;
import dev.quartermaster.actions.request.State;
import dev.quartermaster.actions.request.store.PingQueries;
import dev.quartermaster.intents.intent.Intent.Decide.Choice;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.policy.Stage;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Waiting requests, with the clock moved and not waited for. */
@RealPostgres
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RequestExpiryTest {
    /** A Tuesday, ten in the morning in London. */
    private static final Instant MORNING = Instant.parse("2026-11-24T10:00:00Z");

    private static final PersonId MIA = new PersonId("mia");
    private static final PersonId OMAR = new PersonId("omar");
    private static final PersonId RAJ = new PersonId("raj");

    private final OpenDesk open;
    private final RequestService desk;

    RequestExpiryTest(Database database) {
        this.open = OpenDesk.at(database, asked -> needs(4, budget()));
        this.desk = open.desk();
    }

    @AfterAll
    void close() {
        open.close();
    }

    @BeforeEach
    void aWorkingMorning() {
        open.jdbc().sql("delete from ping").update();
        open.jdbc().sql("delete from absence").update();
        open.jdbc().sql("delete from person_zone").update();
        open.jdbc()
                .sql("update request set state = 'withdrawn' where state = 'waiting'")
                .update();
        open.bundles().judge(asked -> needs(4, budget()));
        open.clock(MORNING);
    }

    @Test
    void whatNobodyDecidesLapsesAfterReminders() {
        Request request = open.submit("ana");
        after(Duration.ofMinutes(16));
        after(Duration.ofMinutes(16));
        after(Duration.ofMinutes(200));
        after(Duration.ofMinutes(200));
        after(Duration.ofDays(3).plusMinutes(1));

        assertThat(open.find(request).state()).isEqualTo(State.LAPSED);
        assertThat(open.notices(request)).containsExactly("ASKED", "REMINDER", "REMINDER", "LAPSED");
        assertThat(facts(request)).containsExactly("asked", "judged", "reminded", "reminded", "lapsed");
    }

    @Test
    void remindersComeAfterTwiceAsLongEachTime() {
        open.submit("ana");
        List<Integer> minutes = java.util.stream.IntStream.range(1, 240)
                .filter(minute -> {
                    int before = reminders();
                    after(Duration.ofMinutes(minute).plusSeconds(5));
                    return reminders() > before;
                })
                .boxed()
                .toList();

        assertThat(minutes).containsExactly(15, 30, 60, 120);
    }

    @Test
    void theOwnerIsAskedFirstAndTheDeputyWhenNobodyAnswers() {
        Request request = open.submit("ana");
        assertThat(asked(request)).containsExactly("mia");
        assertThat(desk.waitingFor(OMAR)).contains(request);

        after(Duration.ofMinutes(241));

        assertThat(asked(request)).containsExactly("mia", "omar");
        assertThat(words(request, "ESCALATED"))
                .singleElement()
                .asString()
                .contains("passed on to Omar", "may decide as well");
        assertThat(facts(request)).contains("escalated");
        after(Duration.ofMinutes(300));
        assertThat(words(request, "ESCALATED")).hasSize(1);
    }

    @Test
    void thePlatformLeadsHearOfItNextAndGetNoRightByIt() {
        Request request = open.submit("ana");
        after(Duration.ofMinutes(241));
        after(Duration.ofMinutes(482));

        assertThat(toldAlone(request, "ESCALATED")).containsExactlyInAnyOrder("kim", "pat");
        assertThat(asked(request)).containsExactly("mia", "omar");
        assertThat(decide(request, "kim")).isInstanceOf(RequestService.Answer.Declined.class);
        after(Duration.ofMinutes(900));
        assertThat(toldAlone(request, "ESCALATED")).hasSize(2);
    }

    @Test
    void theDeputyIsAskedAtOnceWhenTheOwnerAsks() {
        Request request = open.submit("mia");

        assertThat(asked(request)).containsExactly("omar");
    }

    @Test
    void aGroupIsAskedWholly() {
        open.bundles().judge(asked -> needs(4, leads(1)));
        Request request = open.submit("ana");

        assertThat(asked(request)).containsExactly("kim", "omar", "pat");
    }

    @Test
    void nobodyIsRemindedAtNightAndItIsMadeUpForOnceInTheMorning() {
        open.clock(Instant.parse("2026-11-24T19:50:00Z"));
        Request request = open.submit("ana");
        open.clock(Instant.parse("2026-11-24T23:00:00Z"));
        open.lookAfterWaiting();
        assertThat(open.notices(request)).containsExactly("ASKED");

        open.clock(Instant.parse("2026-11-25T07:00:30Z"));
        open.lookAfterWaiting();
        open.lookAfterWaiting();

        assertThat(toldAlone(request, "REMINDER")).containsExactly("mia");
    }

    @Test
    void theClockIsTheOneOfWhoeverIsReminded() {
        open.inTransaction(() -> open.the(Zones.class).note(MIA, ZoneId.of("Asia/Tokyo")));
        Request request = open.submit("ana");
        open.clock(Instant.parse("2026-11-24T12:00:00Z"));
        open.lookAfterWaiting();
        assertThat(toldAlone(request, "REMINDER")).isEmpty();

        open.clock(Instant.parse("2026-11-24T22:05:00Z"));
        open.lookAfterWaiting();

        assertThat(toldAlone(request, "REMINDER")).containsExactly("mia");
    }

    @Test
    void nothingIsPassedOnToPeopleWhoAllSleep() {
        open.clock(Instant.parse("2026-11-24T18:00:00Z"));
        Request request = open.submit("ana");
        open.clock(Instant.parse("2026-11-24T23:00:00Z"));
        open.lookAfterWaiting();
        assertThat(asked(request)).containsExactly("mia");

        open.clock(Instant.parse("2026-11-25T07:01:00Z"));
        open.lookAfterWaiting();

        assertThat(asked(request)).containsExactly("mia", "omar");
    }

    @Test
    void whatIsForTheDigestPingsNobodyAndIsNotHurried() {
        Stage stage = budget();
        open.bundles()
                .judge(asked -> needs(
                        4, new Stage(stage.covers(), stage.deciders(), 1, stage.because(), 0, Stage.Ping.DIGEST)));
        Request request = open.submit("ana");
        after(Duration.ofHours(9));

        assertThat(asked(request)).isEmpty();
        assertThat(open.notices(request)).containsExactly("ASKED");
        assertThat(desk.waitingFor(MIA)).contains(request);
    }

    @Test
    void aLaterStageAsksItsPeopleWhenTheEarlierOneIsFull() {
        Stage later = budget();
        open.bundles()
                .judge(asked -> needs(
                        4,
                        leads(1),
                        new Stage(later.covers(), later.deciders(), 1, later.because(), 1, Stage.Ping.OWNERS)));
        Request request = open.submit("ana");
        assertThat(asked(request)).containsExactly("kim", "omar", "pat");

        decide(request, "kim");

        assertThat(asked(request)).contains("mia");
    }

    @Test
    void theOwnersOfALaterStageHaveAsLongAsTheFirst() {
        Stage later = budget();
        open.bundles()
                .judge(asked -> needs(
                        4,
                        leads(1),
                        new Stage(later.covers(), later.deciders(), 1, later.because(), 1, Stage.Ping.OWNERS)));
        Request request = open.submit("ana");
        after(Duration.ofMinutes(241));
        decide(request, "kim");
        after(Duration.ofMinutes(480));
        assertThat(asked(request)).contains("mia");
        assertThat(words(request, "ESCALATED")).isEmpty();

        after(Duration.ofMinutes(490));

        assertThat(words(request, "ESCALATED")).hasSize(1);
    }

    @Test
    void whoSaidYesIsNotReminded() {
        open.bundles().judge(asked -> needs(4, leads(2)));
        Request request = open.submit("ana");
        decide(request, "kim");
        after(Duration.ofMinutes(20));

        assertThat(toldAlone(request, "REMINDER")).containsExactlyInAnyOrder("omar", "pat");
    }

    @Test
    void whoIsAwayIsNotAskedAndTheirCoverIs() {
        open.inTransaction(
                () -> open.the(Absences.class).away(MIA, MORNING.plus(Duration.ofDays(3)), new PersonId("kim")));
        Request request = open.submit("ana");

        assertThat(asked(request)).containsExactly("kim");
        assertThat(decide(request, "kim")).isInstanceOf(RequestService.Answer.Done.class);
        assertThat(open.find(request).state()).isEqualTo(State.APPROVED);
    }

    @Test
    void whoIsAwayWithoutACoverLeavesItToTheDeputy() {
        open.inTransaction(() -> open.the(Absences.class).away(MIA, MORNING.plus(Duration.ofDays(3)), null));

        assertThat(asked(open.submit("ana"))).containsExactly("omar");
    }

    @Test
    void aCoverDecidesOnlyWhileTheOwnerIsAway() {
        open.inTransaction(
                () -> open.the(Absences.class).away(MIA, MORNING.plus(Duration.ofHours(1)), new PersonId("kim")));
        Request request = open.submit("ana");
        open.clock(MORNING.plus(Duration.ofMinutes(61)));

        assertThat(decide(request, "kim")).isInstanceOf(RequestService.Answer.Declined.class);
        assertThat(decide(request, "mia")).isInstanceOf(RequestService.Answer.Done.class);
    }

    @Test
    void nobodyChoosesTheirOwnDeciderByGoingAway() {
        open.inTransaction(
                () -> open.the(Absences.class).away(MIA, MORNING.plus(Duration.ofDays(3)), new PersonId("ana")));
        Request request = open.submit("mia");

        assertThat(decide(request, "ana")).isInstanceOf(RequestService.Answer.Declined.class);
        assertThat(decide(open.submit("ana"), "ana")).isInstanceOf(RequestService.Answer.Declined.class);
    }

    @Test
    void aCoverOfACoverDecidesNothing() {
        Instant later = MORNING.plus(Duration.ofDays(3));
        open.inTransaction(() -> open.the(Absences.class).away(MIA, later, new PersonId("kim")));
        open.inTransaction(() -> open.the(Absences.class).away(new PersonId("kim"), later, new PersonId("pat")));

        assertThat(decide(open.submit("ana"), "pat")).isInstanceOf(RequestService.Answer.Declined.class);
    }

    @Test
    void aStrangerOrAnInternCannotCover() {
        Instant later = MORNING.plus(Duration.ofDays(3));
        open.inTransaction(() -> {
            assertThat(open.the(Absences.class).away(MIA, later, RAJ)).isInstanceOf(Absences.Answer.Declined.class);
            assertThat(open.the(Absences.class).away(MIA, later, new PersonId("iris")))
                    .isInstanceOf(Absences.Answer.Declined.class);
            assertThat(open.the(Absences.class).away(MIA, later, MIA)).isInstanceOf(Absences.Answer.Declined.class);
            assertThat(open.the(Absences.class).away(MIA, MORNING.minusSeconds(1), OMAR))
                    .isInstanceOf(Absences.Answer.Declined.class);
        });
        assertThat(open.the(Absences.class).now()).isEmpty();
    }

    @Test
    void aReminderThatIsKilledBeforeItsCommitIsSaidOnceAfterwards() {
        Request request = open.submit("ana");
        open.clock(MORNING.plus(Duration.ofMinutes(16)));
        Reminders reminders = open.the(Reminders.class);
        List<PingQueries.Due> due = reminders.due();

        assertThatThrownBy(() -> open.inTransaction(() -> {
                    due.forEach(reminders::remind);
                    throw new IllegalStateException("killed");
                }))
                .hasMessage("killed");
        assertThat(toldAlone(request, "REMINDER")).isEmpty();
        due.forEach(reminders::remind);
        due.forEach(reminders::remind);

        assertThat(toldAlone(request, "REMINDER")).containsExactly("mia");
    }

    @Test
    void tenReplicasRemindOnceAndPassOnOnce() throws Exception {
        Request request = open.submit("ana");
        open.clock(MORNING.plus(Duration.ofMinutes(242)));
        try (ExecutorService replicas = Executors.newFixedThreadPool(10)) {
            for (var done :
                    replicas.invokeAll(java.util.Collections.nCopies(10, Executors.callable(open::lookAfterWaiting)))) {
                done.get();
            }
        }
        assertThat(toldAlone(request, "REMINDER")).containsExactly("mia");
        assertThat(words(request, "ESCALATED")).hasSize(1);
        assertThat(open.audit().verify(request.id().value())).isEmpty();
    }

    private void after(Duration since) {
        open.clock(MORNING.plus(since));
        open.lookAfterWaiting();
    }

    private int reminders() {
        return open.jdbc()
                .sql("select coalesce(sum(reminders), 0) from ping")
                .query(Integer.class)
                .single();
    }

    private List<String> asked(Request request) {
        return open.the(Pings.class).of(request).stream().map(PersonId::value).toList();
    }

    private List<String> words(Request request, String kind) {
        return open.jdbc()
                .sql("select words from notice where request = ? and kind = ? and person is null order by id")
                .params(request.id().value(), kind)
                .query(String.class)
                .list();
    }

    private List<String> toldAlone(Request request, String kind) {
        return open.jdbc()
                .sql("select person from notice where request = ? and kind = ? and person is not null order by id")
                .params(request.id().value(), kind)
                .query(String.class)
                .list();
    }

    private List<String> facts(Request request) {
        return open.audit().of(request.id().value()).stream().map(Fact::what).toList();
    }

    private RequestService.Answer decide(Request request, String who) {
        return desk.decide(request.id(), new PersonId(who), Choice.APPROVE, request.digest(), "");
    }
}
