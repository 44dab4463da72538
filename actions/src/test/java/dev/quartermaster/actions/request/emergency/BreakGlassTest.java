package dev.quartermaster.actions.request.emergency;

import static dev.quartermaster.actions.request.law.World.allowed;
import static dev.quartermaster.actions.request.law.World.budget;
import static dev.quartermaster.actions.request.law.World.leads;
import static dev.quartermaster.actions.request.law.World.needs;
import static dev.quartermaster.actions.request.law.World.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.actions.audit.Fact;
import dev.quartermaster.actions.organisation.SampleBundles;
import dev.quartermaster.actions.postgres.Database;
import dev.quartermaster.actions.postgres.RealPostgres;
import dev.quartermaster.actions.request.Request;
import dev.quartermaster.actions.request.RequestService;
import dev.quartermaster.actions.request.State;
import dev.quartermaster.actions.request.law.World;
import dev.quartermaster.actions.request.timer.OpenDesk;
import dev.quartermaster.intents.intent.Intent;
import dev.quartermaster.intents.intent.Term;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.plan.Plan;
import dev.quartermaster.intents.policy.Emergency;
import dev.quartermaster.intents.policy.EvaluationRequest;
import dev.quartermaster.intents.policy.Judge;
import dev.quartermaster.intents.policy.Judgement;
import dev.quartermaster.intents.policy.Verdict;
import dev.quartermaster.intents.reading.EventKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@RealPostgres
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BreakGlassTest {
    private static final Instant MORNING = Instant.parse("2026-11-24T10:00:00Z");
    private static final Duration LONGEST = Duration.ofHours(4);
    private static final PersonId KIM = new PersonId("kim");
    private static final String WHY = "production is down";

    private final OpenDesk open;
    private final BreakGlass glass;

    BreakGlassTest(Database database) {
        this.open = OpenDesk.with(database, new SampleBundles(letting("kim", needs(4, budget()))));
        this.glass = open.the(BreakGlass.class);
    }

    @AfterAll
    void close() {
        open.close();
    }

    @BeforeEach
    void aWorkingMorning() {
        open.jdbc().sql("delete from break_glass").update();
        open.bundles().judge(letting("kim", needs(4, budget())));
        open.bundles().breakPeople(null);
        open.clock(MORNING);
    }

    /** Judges always the same, planning what was asked for as long as it was asked for. */
    private static Judge letting(String person, Judgement always) {
        return new Judge() {
            @Override
            public Judgement judge(EvaluationRequest asked) {
                Plan plan = always.plan();
                if (plan == null || !(asked.intent() instanceof Intent.Launch launch)) {
                    return always;
                }
                Duration term = launch.term() instanceof Term.For(Duration length) ? length : plan.term();
                Plan planned = new Plan(
                        plan.path(),
                        plan.version(),
                        plan.parameters(),
                        plan.parts(),
                        plan.links(),
                        term,
                        plan.compute());
                return new Judgement(
                        asked.intent(), planned, always.price(), always.verdict(), always.rules(), always.version());
            }

            @Override
            public Emergency emergency(EvaluationRequest asked) {
                Judgement judged = judge(asked);
                if (!asked.by().value().equals(person) || !(judged.verdict() instanceof Verdict.NeedsApproval needs)) {
                    boolean allowed = judged.verdict() instanceof Verdict.Allowed;
                    return allowed ? new Emergency(judged, List.of()) : refusing(judged, List.of());
                }
                boolean longer = judged.plan() != null && judged.plan().term().compareTo(LONGEST) > 0;
                return longer
                        ? refusing(judged, List.of(shorter((Intent.Launch) asked.intent())))
                        : new Emergency(with(judged, new Verdict.Allowed(needs.guards())), needs.stages());
            }
        };
    }

    private static Verdict.Alternative shorter(Intent.Launch launch) {
        return new Verdict.Alternative("4 hours", launch.lasting(new Term.For(LONGEST)), "launch …");
    }

    private static Emergency refusing(Judgement judged, List<Verdict.Alternative> instead) {
        return new Emergency(
                with(judged, new Verdict.Refused(List.of(new Verdict.Reason("r", "Not like this.")), instead)),
                List.of());
    }

    private static Judgement with(Judgement judged, Verdict verdict) {
        return new Judgement(
                judged.intent(),
                judged.plan(),
                judged.price(),
                verdict,
                List.of(new Judgement.Matched("on-call", "break-glass", "leads may in an emergency")),
                judged.version());
    }

    @Test
    void whatNeedsAYesIsHadAtOnceAndShort() {
        Request request = use("kim");

        assertThat(request.state()).isEqualTo(State.APPROVED);
        assertThat(request.summary()).startsWith("Break-glass: ");
        assertThat(request.judgement().plan()).isNotNull();
        assertThat(request.judgement().plan().term()).isEqualTo(LONGEST);
        assertThat(open.handOver().opened).containsOnlyOnce(request.id());
        assertThat(open.notices(request)).containsExactly("GLASS_BROKEN");
        assertThat(facts(request)).containsExactly("asked", "judged", "glass-broken", "granted");
        assertThat(open.audit().of(request.id().value()).get(2).detail())
                .contains("\"rule\":\"on-call\"", "\"without\":[\"mia\"]")
                .doesNotContain(WHY);
        assertThat(glass.of(request.id()))
                .get()
                .extracting(BreakGlass.Used::reason)
                .isEqualTo(WHY);
        assertThat(glass.owners(request)).containsExactly(new PersonId("mia"));
    }

    @Test
    void whatIsShortAnywayStaysAsItWasAsked() {
        Request request = ((RequestService.Answer.Done) use("kim", WHY, Duration.ofHours(1))).request();

        assertThat(request.judgement().plan().term()).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void onlyWhomARuleLetsAndOnlyWithAReason() {
        assertThat(use("ana", WHY, LONGEST)).isInstanceOf(RequestService.Answer.Declined.class);
        assertThat(use("kim", "  ", LONGEST)).isInstanceOf(RequestService.Answer.Declined.class);
        assertThat(open.audit().of("system")).extracting(Fact::what).contains("break-glass-refused");
    }

    @Test
    void whatTheRulesRefuseStaysRefusedAndWhatTheyAllowNeedsNoGlass() {
        open.bundles().judge(letting("kim", refused(4)));
        assertThat(use("kim", WHY, LONGEST)).isInstanceOf(RequestService.Answer.Declined.class);
        open.bundles().judge(letting("kim", allowed(4)));
        assertThat(use("kim", WHY, LONGEST)).isInstanceOf(RequestService.Answer.Declined.class);
    }

    @Test
    void theSameEventBreaksTheGlassOnce() {
        EventKey key = new EventKey("Ev-glass");
        RequestService.Answer once = glass.use(KIM, wish(LONGEST), key, "words", WHY);
        RequestService.Answer twice = glass.use(KIM, wish(LONGEST), key, "words", WHY);

        assertThat(((RequestService.Answer.Done) twice).request().id())
                .isEqualTo(((RequestService.Answer.Done) once).request().id());
        assertThat(open.jdbc()
                        .sql("select count(*) from break_glass")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void theBudgetsGuardsHold() {
        open.bundles()
                .judge(letting(
                        "kim", World.judgement(4, new Verdict.NeedsApproval(List.of(leads(1)), World.guards(40, 1)))));

        assertThat(use("kim", WHY, LONGEST)).isInstanceOf(RequestService.Answer.Declined.class);
    }

    @Test
    void aReviewIsAskedForOnceItIsOver() {
        Request request = use("kim");
        lookAfter();
        assertThat(open.notices(request)).containsExactly("GLASS_BROKEN");
        open.tell(outcomes -> outcomes.handedOver(request.id(), "Ready."));
        open.tell(outcomes -> outcomes.ended(request.id(), "It ended."));
        lookAfter();
        lookAfter();

        assertThat(open.notices(request)).endsWith("ENDED", "REVIEW");
        assertThat(glass.toReview(new PersonId("omar"))).hasSize(1);
        assertThat(glass.toReview(KIM)).isEmpty();
    }

    @Test
    void whatRunsOnIsReviewedAfterADay() {
        Request request = use("kim");
        open.clock(MORNING.plus(Duration.ofHours(25)));
        lookAfter();

        assertThat(open.notices(request)).endsWith("REVIEW");
    }

    @Test
    void unreviewedForADayItIsOnTheListUntilSomebodyLooks() {
        Request request = use("kim");
        open.clock(MORNING.plus(Duration.ofHours(24).plusMinutes(1)));
        lookAfter();
        open.clock(MORNING.plus(Duration.ofHours(47)));
        assertThat(glass.unreviewed()).isEmpty();
        open.clock(MORNING.plus(Duration.ofHours(49)));
        assertThat(glass.unreviewed()).hasSize(1);

        assertThat(review(request, "mia", true, "")).isInstanceOf(BreakGlass.Answer.Done.class);

        assertThat(glass.unreviewed()).isEmpty();
        assertThat(facts(request)).endsWith("review-asked", "reviewed");
        assertThat(open.notices(request)).endsWith("REVIEWED");
        assertThat(open.audit().verify(request.id().value())).isEmpty();
    }

    @Test
    void whoUsedItCannotReviewItAndNeitherCanAStranger() {
        open.bundles().judge(letting("kim", needs(4, leads(1))));
        Request request = use("kim");

        assertThat(review(request, "kim", true, "")).isInstanceOf(BreakGlass.Answer.Declined.class);
        assertThat(review(request, "raj", true, "")).isInstanceOf(BreakGlass.Answer.Declined.class);
        assertThat(facts(request)).endsWith("self-review-refused", "review-refused");
        assertThat(review(request, "pat", true, "")).isInstanceOf(BreakGlass.Answer.Done.class);
        assertThat(review(request, "omar", false, "No.")).isInstanceOf(BreakGlass.Answer.Declined.class);
    }

    @Test
    void whatWasNotInOrderIsSaidWithWhatWasNot() {
        Request request = use("kim");

        assertThat(review(request, "mia", false, " ")).isInstanceOf(BreakGlass.Answer.Declined.class);
        assertThat(review(request, "mia", false, "Nothing was down.")).isInstanceOf(BreakGlass.Answer.Done.class);
        assertThat(glass.of(request.id()).orElseThrow().review().note()).isEqualTo("Nothing was down.");
        assertThat(open.audit().of(request.id().value()).getLast().detail()).doesNotContain("Nothing was down.");
    }

    @Test
    void whileThePeopleSourceIsBrokenNobodyReviews() {
        Request request = use("kim");
        open.bundles().breakPeople("people.yaml:3 cannot be read.");

        assertThat(review(request, "mia", true, "")).isInstanceOf(BreakGlass.Answer.Declined.class);
    }

    private void lookAfter() {
        BreakGlassReview reviews = open.the(BreakGlassReview.class);
        reviews.due().forEach(reviews::ask);
    }

    private BreakGlass.Answer review(Request request, String by, boolean inOrder, String note) {
        return glass.review(request.id(), new PersonId(by), inOrder, note);
    }

    private Request use(String by) {
        return ((RequestService.Answer.Done) use(by, WHY, Duration.ofDays(3))).request();
    }

    private RequestService.Answer use(String by, String reason, Duration term) {
        EventKey key = new EventKey(UUID.randomUUID().toString());
        return glass.use(new PersonId(by), wish(term), key, "break-glass launch ray-cluster", reason);
    }

    private static Intent wish(Duration term) {
        return ((Intent.Launch) allowed(4).intent()).lasting(new Term.For(term));
    }

    private List<String> facts(Request request) {
        return open.audit().of(request.id().value()).stream().map(Fact::what).toList();
    }
}
