package dev.quartermaster.actions.request.enquiry;

import static dev.quartermaster.actions.request.law.World.budget;
import static dev.quartermaster.actions.request.law.World.leads;
import static dev.quartermaster.actions.request.law.World.needs;
import static dev.quartermaster.actions.request.law.World.then;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.actions.audit.Fact;
import dev.quartermaster.actions.postgres.Database;
import dev.quartermaster.actions.postgres.RealPostgres;
import dev.quartermaster.actions.request.Less;
import dev.quartermaster.actions.request.Request;
import dev.quartermaster.actions.request.RequestService;
import dev.quartermaster.actions.request.RequestService.Answer;
import dev.quartermaster.actions.request.State;
import dev.quartermaster.actions.request.timer.OpenDesk;
import dev.quartermaster.intents.catalogue.Value;
import dev.quartermaster.intents.intent.Intent;
import dev.quartermaster.intents.intent.Intent.Decide.Choice;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.policy.EvaluationRequest;
import dev.quartermaster.intents.policy.Judgement;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Yes to less, questions and answers, and stages in order, through the desk and its tables. */
@RealPostgres
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConferringTest {
    private final OpenDesk open;
    private final RequestService desk;
    private final Enquiries enquiries;

    ConferringTest(Database database) {
        this.open = OpenDesk.at(database, ConferringTest::asWished);
        this.desk = open.desk();
        this.enquiries = open.context().getBean(Enquiries.class);
    }

    @AfterAll
    void close() {
        open.close();
    }

    @BeforeEach
    void asUsual() {
        open.bundles().judge(ConferringTest::asWished);
        open.bundles().breakPeople(null);
    }

    @Test
    void aYesToLessIsKeptWithItsWordsAndItsYeses() {
        Request request = open.submit("ana");
        decide(request, "omar", Choice.APPROVE);
        Answer answer = less(request, "mia", 2);

        Request after = open.find(request);
        assertThat(answer).isInstanceOf(Answer.Done.class);
        assertThat(after.state()).isEqualTo(State.APPROVED);
        assertThat(after.judgement()).isEqualTo(needs(2, leads(1), budget()));
        assertThat(after.lessened()).singleElement().satisfies(click -> {
            assertThat(click.less()).isEqualTo("2 GPUs instead of 4");
            assertThat(click.reason()).isEqualTo("two will do");
        });
        assertThat(after.clicks()).hasSize(2);
        assertThat(open.audit().of(request.id().value()))
                .extracting(Fact::what)
                .containsExactly("asked", "judged", "approved", "made-smaller", "approved", "judged", "granted");
        assertThat(open.audit().verify(request.id().value())).isEmpty();
        assertThat(open.audit().of(request.id().value()))
                .noneMatch(fact -> fact.detail().contains("two will do"));
    }

    @Test
    void theOneWhoSaidYesToMoreMayStillMakeItLess() {
        Request request = open.submit("ana");
        decide(request, "omar", Choice.APPROVE);
        less(open.find(request), "omar", 3);
        less(open.find(request), "omar", 1);

        assertThat(open.find(request).clicks())
                .singleElement()
                .satisfies(
                        click -> assertThat(click.less()).isEqualTo("3 GPUs instead of 4, then 1 GPUs instead of 3"));
        assertThat(open.notices(request)).containsExactly("ASKED", "DECIDED", "LESSENED", "LESSENED");
    }

    @Test
    void whatIsNotLessIsSaidBeforeAndChangesNothing() {
        Request request = open.submit("ana");

        assertThat(desk.hindrance(request.id(), new PersonId("mia"), gpus(6), request.digest()))
                .hasValueSatisfying(words -> assertThat(words).contains("more than was asked"));
        assertThat(desk.hindrance(request.id(), new PersonId("mia"), gpus(2), request.digest()))
                .isEmpty();
        assertThat(desk.hindrance(request.id(), new PersonId("raj"), gpus(2), request.digest()))
                .isPresent();
        assertThat(desk.hindrance(request.id(), new PersonId("mia"), gpus(2), "0".repeat(32)))
                .isPresent();
        assertThat(less(request, "mia", 6)).isInstanceOf(Answer.Declined.class);
        assertThat(open.find(request)).isEqualTo(request);
    }

    @Test
    void whileThePeopleSourceIsBrokenNobodyDecidesMakesLessOrAsks() {
        Request request = open.submit("ana");
        open.bundles().breakPeople("Nobody can decide until people.yaml is mended.");
        var declined = new Answer.Declined("Nobody can decide until people.yaml is mended.");

        assertThat(decide(request, "omar", Choice.APPROVE)).isEqualTo(declined);
        assertThat(decide(request, "omar", Choice.DENY)).isEqualTo(declined);
        assertThat(less(request, "mia", 2)).isEqualTo(declined);
        assertThat(enquiries.ask(request.id(), new PersonId("omar"), "Why?")).isEqualTo(declined);
        assertThat(desk.hindrance(request.id(), new PersonId("mia"), gpus(2), request.digest()))
                .contains(declined.words());
        assertThat(open.find(request)).isEqualTo(request);
    }

    @Test
    void aQuestionGoesToTheAskerAndTheAnswerBackAndTheChainHasOnlyHashes() {
        Request request = open.submit("ana");
        assertThat(enquiries.ask(request.id(), new PersonId("omar"), " Which <data>? "))
                .isInstanceOf(Answer.Done.class);
        assertThat(enquiries.reply(request.id(), 1, new PersonId("ana"), "Only October."))
                .isInstanceOf(Answer.Done.class);
        assertThat(enquiries.reply(request.id(), 1, new PersonId("ana"), "And May."))
                .isInstanceOf(Answer.Declined.class);

        assertThat(enquiries.of(request.id())).singleElement().satisfies(enquiry -> {
            assertThat(enquiry.text()).isEqualTo("Which <data>?");
            assertThat(enquiry.answer()).isEqualTo("Only October.");
        });
        assertThat(open.notices(request)).containsExactly("ASKED", "QUESTION", "ANSWER");
        assertThat(open.audit().of(request.id().value()))
                .extracting(Fact::what)
                .containsExactly("asked", "judged", "asked-back", "answered");
        assertThat(open.audit().of(request.id().value()))
                .noneMatch(fact -> fact.detail().contains("October"));
        assertThat(open.find(request)).isEqualTo(request);
    }

    @Test
    void onlyDecidersAskAndOnlyTheAskerAnswers() {
        Request request = open.submit("ana");
        enquiries.ask(request.id(), new PersonId("omar"), "Why?");

        assertThat(enquiries.ask(request.id(), new PersonId("raj"), "Why?")).isInstanceOf(Answer.Declined.class);
        assertThat(enquiries.ask(request.id(), new PersonId("ana"), "Why?")).isInstanceOf(Answer.Declined.class);
        assertThat(enquiries.reply(request.id(), 1, new PersonId("omar"), "So."))
                .isInstanceOf(Answer.Declined.class);
        assertThat(enquiries.reply(request.id(), 2, new PersonId("ana"), "So.")).isInstanceOf(Answer.Declined.class);
        desk.withdraw(request.id(), new PersonId("ana"));
        assertThat(enquiries.ask(request.id(), new PersonId("omar"), "Why?")).isInstanceOf(Answer.Declined.class);
        assertThat(enquiries.reply(request.id(), 1, new PersonId("ana"), "So.")).isInstanceOf(Answer.Declined.class);
        assertThat(enquiries.of(request.id())).hasSize(1);
    }

    @Test
    void whoseTurnHasNotComeIsToldWhoDecidesFirst() {
        open.bundles().judge(asked -> needs(4, leads(1), then(budget(), 1)));
        Request request = open.submit("ana");

        assertThat(desk.waitingFor(new PersonId("mia"))).doesNotContain(request);
        for (Choice choice : Choice.values()) {
            assertThat(decide(request, "mia", choice))
                    .isEqualTo(
                            new Answer.Declined("It is not your turn yet: Kim, Omar or Pat decides first. You are asked"
                                    + " when they have said yes."));
        }
        assertThat(enquiries.ask(request.id(), new PersonId("mia"), "Why?")).isInstanceOf(Answer.Done.class);
        decide(request, "kim", Choice.APPROVE);
        assertThat(desk.waitingFor(new PersonId("mia"))).contains(open.find(request));
        decide(request, "mia", Choice.APPROVE);

        assertThat(open.find(request).state()).isEqualTo(State.APPROVED);
        assertThat(open.audit().of(request.id().value())).extracting(Fact::what).contains("early-decision-refused");
    }

    /** Two requests that look alike in every way have the same digest; the request's id tells them apart. */
    @Test
    void decidingOneOfTwoAlikeLeavesTheOtherAlone() {
        Request earlier = open.submit("ana");
        Request later = open.submit("ana");
        assertThat(later.digest()).isEqualTo(earlier.digest());

        decide(later, "mia", Choice.DENY);

        assertThat(open.find(later).state()).isEqualTo(State.DENIED);
        assertThat(open.find(earlier)).isEqualTo(earlier);
        assertThat(decide(earlier, "mia", Choice.APPROVE)).isInstanceOf(Answer.Done.class);
    }

    private static Judgement asWished(EvaluationRequest asked) {
        var gpus = ((Intent.Launch) asked.intent()).parameters().get("gpus");
        return needs(((Value.Whole) gpus).number(), leads(1), budget());
    }

    private Answer less(Request request, String who, long gpus) {
        return desk.lessen(request.id(), new PersonId(who), gpus(gpus), request.digest(), "two will do");
    }

    private static Less gpus(long number) {
        return new Less(Map.of("gpus", new Value.Whole(number)), null, null);
    }

    private Answer decide(Request request, String who, Choice choice) {
        return desk.decide(request.id(), new PersonId(who), choice, request.digest(), "");
    }
}
