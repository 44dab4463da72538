package dev.quartermaster.actions.request;

import static dev.quartermaster.actions.request.law.World.allowed;
import static dev.quartermaster.actions.request.law.World.budget;
import static dev.quartermaster.actions.request.law.World.leads;
import static dev.quartermaster.actions.request.law.World.needs;
import static dev.quartermaster.actions.request.law.World.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.actions.RequestId;
import dev.quartermaster.actions.audit.Fact;
import dev.quartermaster.actions.organisation.SampleBundles;
import dev.quartermaster.actions.postgres.Database;
import dev.quartermaster.actions.postgres.RealPostgres;
import dev.quartermaster.actions.request.RequestService.Answer;
import dev.quartermaster.actions.request.timer.OpenDesk;
import dev.quartermaster.intents.intent.Intent;
import dev.quartermaster.intents.intent.Intent.Decide.Choice;
import dev.quartermaster.intents.intent.Target;
import dev.quartermaster.intents.intent.Term;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.plan.LeaseId;
import dev.quartermaster.intents.policy.Judgement;
import dev.quartermaster.intents.reading.EventKey;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@RealPostgres
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RequestServiceTest {
    private static final Judgement TWO = needs(4, leads(1), budget());

    private final OpenDesk open;
    private final RequestService desk;

    RequestServiceTest(Database database) {
        this.open = OpenDesk.at(database, asked -> TWO);
        this.desk = open.desk();
    }

    @AfterAll
    void close() {
        open.close();
    }

    @BeforeEach
    void asUsual() {
        open.time().offset(Duration.ZERO);
        open.bundles().judge(asked -> TWO);
        open.bundles().everybodyIsBack();
        open.bundles().breakPeople(null);
    }

    @Test
    void twoYesesMakeAClusterAndTheChainSaysSo() {
        Request request = open.submit("ana");
        assertThat(request.state()).isEqualTo(State.WAITING);
        assertThat(desk.waitingFor(new PersonId("omar"))).contains(request);

        assertThat(yes(request, "omar")).isInstanceOf(Answer.Done.class);
        assertThat(open.find(request).state()).isEqualTo(State.WAITING);
        assertThat(yes(request, "mia")).isInstanceOf(Answer.Done.class);

        Request approved = open.find(request);
        assertThat(approved.state()).isEqualTo(State.APPROVED);
        assertThat(approved.decisions())
                .extracting(Decision::by)
                .extracting(PersonId::value)
                .containsExactly("omar", "mia");
        assertThat(open.handOver().opened).containsOnlyOnce(request.id());
        assertThat(open.notices(request)).containsExactly("ASKED", "DECIDED", "APPROVED");
        assertThat(open.audit().verify(request.id().value())).isEmpty();
        assertThat(open.audit().of(request.id().value()))
                .extracting(Fact::what)
                .containsExactly("asked", "judged", "approved", "approved", "judged", "granted");
    }

    @Test
    void requesterCannotApprove() {
        open.bundles().judge(asked -> needs(4, leads(1)));
        Request request = open.submit("omar");

        assertThat(yes(request, "omar")).isInstanceOf(Answer.Declined.class);
        assertThat(open.find(request).state()).isEqualTo(State.WAITING);
        assertThat(open.audit().of(request.id().value())).extracting(Fact::what).contains("self-decision-refused");
    }

    @Test
    void aRightTakenAwayBeforeTheClickIsGone() {
        Request request = open.submit("ana");
        open.bundles().leave(new PersonId("pat"));

        assertThat(yes(request, "pat")).isInstanceOf(Answer.Declined.class);
        assertThat(open.find(request).clicks()).isEmpty();
    }

    @Test
    void aYesToWhatATeamAskedForThatIsNoLongerThereIsRefusedInWords() {
        Request request = open.submit("ana");
        open.bundles().dissolve(SampleBundles.GROWTH);

        assertThat(yes(request, "omar")).isInstanceOf(Answer.Stale.class);

        assertThat(open.handOver().opened).doesNotContain(request.id());
    }

    @Test
    void whileThePeopleSourceIsBrokenNobodyDecides() {
        Request request = open.submit("ana");
        open.bundles().breakPeople("people.yaml:3 cannot be read. Nobody can decide until it is mended.");

        assertThat(yes(request, "omar"))
                .isEqualTo(new Answer.Declined("people.yaml:3 cannot be read. Nobody can decide until it is mended."));
        assertThat(desk.waitingFor(new PersonId("omar"))).isEmpty();
    }

    @Test
    void anOlderCardIsRefusedAndAFreshOneGoesOut() {
        Request request = open.submit("ana");
        Answer answer = desk.decide(request.id(), new PersonId("mia"), Choice.APPROVE, "0".repeat(32), "");

        assertThat(answer).isInstanceOf(Answer.Stale.class);
        assertThat(open.notices(request)).endsWith("REOPENED");
    }

    @Test
    void whatBecameDearerIsAskedAgainAndOldYesesAreVoid() {
        Request request = open.submit("ana");
        yes(request, "omar");
        open.bundles().judge(asked -> needs(8, leads(1), budget()));

        assertThat(yes(request, "mia")).isInstanceOf(Answer.Stale.class);
        Request reopened = open.find(request);
        assertThat(reopened.digest()).isNotEqualTo(request.digest());
        assertThat(reopened.clicks()).isEmpty();

        assertThat(yes(reopened, "mia")).isInstanceOf(Answer.Done.class);
        assertThat(yes(reopened, "omar")).isInstanceOf(Answer.Done.class);
        assertThat(open.find(request).state()).isEqualTo(State.APPROVED);
    }

    @Test
    void whatBecameSmallerKeepsItsYeses() {
        Request request = open.submit("ana");
        yes(request, "omar");
        open.bundles().judge(asked -> needs(2, leads(1), budget()));

        assertThat(yes(request, "mia")).isInstanceOf(Answer.Done.class);
        assertThat(open.find(request).judgement()).isEqualTo(needs(2, leads(1), budget()));
    }

    @Test
    void whatIsRefusedByNowIsOver() {
        Request request = open.submit("ana");
        open.bundles().judge(asked -> refused(4));
        yes(request, "mia");

        assertThat(open.find(request).state()).isEqualTo(State.REFUSED);
        assertThat(open.notices(request)).endsWith("REFUSED");
    }

    @Test
    void oneNoEndsItAndLateComersHearWho() {
        Request request = open.submit("ana");
        desk.decide(request.id(), new PersonId("mia"), Choice.DENY, request.digest(), "not <this> month");

        assertThat(open.find(request).decisions())
                .first()
                .matches(each -> each.reason().equals("not <this> month"));
        assertThat(yes(request, "omar"))
                .isEqualTo(new Answer.Declined("Mia already said no. It can be asked for again."));
        assertThat(open.audit().of(request.id().value()))
                .noneMatch(fact -> fact.detail().contains("month"));
    }

    @Test
    void theSameEventIsTheSameRequest() {
        EventKey key = new EventKey("Ev1");
        Answer first = desk.submit(new PersonId("ana"), TWO.intent(), key, "words");
        Answer second = desk.submit(new PersonId("ana"), TWO.intent(), key, "words");

        assertThat(second).isEqualTo(first);
        assertThat(desk.visibleTo(new PersonId("mia"), 100)).contains(((Answer.Done) first).request());
        assertThat(desk.visibleTo(new PersonId("raj"), 100)).isEmpty();
    }

    @Test
    void whatTheRulesAllowIsHandedOverAtOnce() {
        open.bundles().judge(asked -> allowed(1));
        Request request = open.submit("ana");

        assertThat(request.state()).isEqualTo(State.APPROVED);
        assertThat(open.handOver().opened).contains(request.id());
    }

    @Test
    void aRefusalIsKeptAndSaid() {
        open.bundles().judge(asked -> refused(1));
        Request request = open.submit("ana");

        assertThat(open.find(request).state()).isEqualTo(State.REFUSED);
        assertThat(open.notices(request)).containsExactly("REFUSED");
    }

    @Test
    void onlyTheAskerAndThoseAboveThemWithdraw() {
        Request request = open.submit("ana");

        assertThat(desk.withdraw(request.id(), new PersonId("raj"))).isInstanceOf(Answer.Declined.class);
        assertThat(desk.withdraw(request.id(), new PersonId("ana"))).isInstanceOf(Answer.Done.class);
        assertThat(open.find(request).state()).isEqualTo(State.WITHDRAWN);
    }

    @Test
    void whatIsHandedOverLivesAndEnds() {
        open.bundles().judge(asked -> allowed(1));
        Request request = open.submit("ana");
        open.tell(outcomes -> outcomes.progress(request.id(), "Queued."));
        open.tell(outcomes -> outcomes.progress(request.id(), "Queued."));
        assertThat(open.find(request).state()).isEqualTo(State.PROVIDING);
        open.tell(outcomes -> outcomes.handedOver(request.id(), "It is ready."));
        open.tell(outcomes -> outcomes.handedOver(request.id(), "It is ready."));
        assertThat(open.find(request).state()).isEqualTo(State.LIVE);
        open.tell(outcomes -> outcomes.ended(request.id(), "It ended."));
        open.tell(outcomes -> outcomes.failed(request.id(), "Too late."));

        assertThat(open.find(request).state()).isEqualTo(State.ENDED);
        assertThat(open.notices(request)).containsExactly("APPROVED", "PROGRESS", "HANDED_OVER", "ENDED");
    }

    @Test
    void anExtensionIsJudgedOnTheTotalAndMovesTheEnd() {
        open.bundles().judge(asked -> allowed(1));
        LeaseId lease = open.submit("ana").lease();
        var before = open.handOver().leases.get(lease).until();
        open.bundles().judge(asked -> {
            assertThat(asked.already()).isNotNull();
            Judgement judged = allowed(1);
            return new Judgement(asked.intent(), judged.plan(), judged.price(), judged.verdict(), judged.rules(), "v");
        });
        Answer answer = desk.submit(
                new PersonId("ana"),
                new Intent.Extend(new Target.Id(lease.value()), new Term.For(Duration.ofDays(1))),
                new EventKey("Ev-extend"),
                "one more day");

        Request extension = ((Answer.Done) answer).request();
        assertThat(extension.state()).isEqualTo(State.LIVE);
        assertThat(open.handOver().leases.get(lease).until()).isEqualTo(before.plus(Duration.ofDays(1)));
        assertThat(open.notices(extension)).containsExactly("EXTENDED");
        assertThat(desk.stop(lease, new PersonId("raj"))).isInstanceOf(Answer.Declined.class);
        assertThat(desk.stop(lease, new PersonId("mia"))).isInstanceOf(Answer.Done.class);
        assertThat(desk.stop(lease, new PersonId("ana"))).isInstanceOf(Answer.Declined.class);
    }

    @Test
    void aSecondYesOfTheSamePersonIsAnsweredInWords() {
        Request request = open.submit("ana");
        yes(request, "mia");

        assertThat(yes(request, "mia"))
                .isInstanceOfSatisfying(
                        Answer.Declined.class,
                        again -> assertThat(again.words())
                                .startsWith("You said yes already, and it counts. It still waits for ")
                                .doesNotContain("Mia"));
        assertThat(open.find(request).clicks()).hasSize(1);
    }

    @Test
    void aStrangerHearsOfWhatIsNotTheirsWhatTheyWouldHearOfNothing() {
        Request waiting = open.submit("ana");
        open.bundles().judge(asked -> allowed(1));
        LeaseId lease = open.submit("ana").lease();
        PersonId raj = new PersonId("raj");
        String nothing = "zzzzzzzzzz";

        assertThat(List.of(
                        alike(desk.stop(lease, raj), lease.value()),
                        alike(extend(lease, raj), lease.value()),
                        alike(desk.withdraw(waiting.id(), raj), waiting.id().value())))
                .isEqualTo(List.of(
                        alike(desk.stop(new LeaseId("lease-" + nothing), raj), "lease-" + nothing),
                        alike(extend(new LeaseId("lease-" + nothing), raj), "lease-" + nothing),
                        alike(desk.withdraw(new RequestId("req-" + nothing), raj), "req-" + nothing)));
        assertThat(desk.find(waiting.id(), raj)).isEmpty();
        assertThat(desk.find(waiting.id(), new PersonId("mia"))).isPresent();
    }

    private Answer extend(LeaseId lease, PersonId by) {
        return desk.submit(
                by,
                new Intent.Extend(new Target.Id(lease.value()), new Term.For(Duration.ofDays(1))),
                new EventKey("Ev-" + lease + by),
                "longer");
    }

    private static String alike(Answer answer, String id) {
        return answer.toString().replace(id, "?");
    }

    private Answer yes(Request request, String who) {
        return desk.decide(request.id(), new PersonId(who), Choice.APPROVE, request.digest(), "");
    }
}
