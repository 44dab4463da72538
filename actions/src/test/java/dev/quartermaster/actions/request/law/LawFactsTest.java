package dev.quartermaster.actions.request.law;

import static dev.quartermaster.actions.request.law.World.ANA;
import static dev.quartermaster.actions.request.law.World.NOW;
import static dev.quartermaster.actions.request.law.World.allowed;
import static dev.quartermaster.actions.request.law.World.budget;
import static dev.quartermaster.actions.request.law.World.leads;
import static dev.quartermaster.actions.request.law.World.needs;
import static dev.quartermaster.actions.request.law.World.refused;
import static dev.quartermaster.actions.request.law.World.request;
import static dev.quartermaster.actions.request.law.World.then;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.actions.RequestId;
import dev.quartermaster.actions.Sha256;
import dev.quartermaster.actions.bundle.PartTypeScan;
import dev.quartermaster.actions.notice.Notice.Kind;
import dev.quartermaster.actions.organisation.SampleBundles;
import dev.quartermaster.actions.request.ApprovalDigest;
import dev.quartermaster.actions.request.Decision;
import dev.quartermaster.actions.request.Request;
import dev.quartermaster.actions.request.State;
import dev.quartermaster.actions.request.law.Input.Decided;
import dev.quartermaster.actions.request.law.Input.Outcome;
import dev.quartermaster.actions.request.law.Transition.Happening;
import dev.quartermaster.actions.request.law.Transition.Reply;
import dev.quartermaster.intents.catalogue.DatasetName;
import dev.quartermaster.intents.catalogue.PathName;
import dev.quartermaster.intents.config.Bundle;
import dev.quartermaster.intents.config.BundleFiles;
import dev.quartermaster.intents.config.BundleReader;
import dev.quartermaster.intents.config.Loaded;
import dev.quartermaster.intents.intent.Access;
import dev.quartermaster.intents.intent.Intent;
import dev.quartermaster.intents.intent.Intent.Decide.Choice;
import dev.quartermaster.intents.intent.Term;
import dev.quartermaster.intents.money.Money;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.plan.LeaseId;
import dev.quartermaster.intents.plan.PartName;
import dev.quartermaster.intents.policy.BudgetView;
import dev.quartermaster.intents.policy.EvaluationRequest;
import dev.quartermaster.intents.policy.Judgement;
import dev.quartermaster.intents.policy.Rights;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What the record says of each step, and what each step asks of other rooms. */
class LawFactsTest {
    private static final Judgement SHOWN = needs(4, leads(2), budget());
    private static final Instant LATER = NOW.plus(Duration.ofDays(1));

    private final SampleBundles bundles = new SampleBundles(asked -> SHOWN);
    private final Rights rights =
            new Rights(bundles.current().people(), bundles.current().catalogue());

    @Test
    void filingRecordsWhatWasAskedAndHowItWasJudged() {
        Transition step = step(request(SHOWN), new Input.Filed("hash"), SHOWN);

        assertThat(step.facts()).extracting(Happening::what).containsExactly("asked", "judged");
        assertThat(step.facts().getFirst().detail()).isEqualTo(Map.of("words", "hash", "summary", "Ray cluster"));
        assertThat(step.facts().getLast().detail())
                .isEqualTo(Map.of(
                        "digest", ApprovalDigest.of(SHOWN),
                        "rules", List.of("gpus"),
                        "stages", List.of("it uses GPUs", "it costs more than 20 EUR"),
                        "ceiling", "40.00 EUR",
                        "version", "f00d"));
        assertThat(said(step)).containsExactly(Kind.ASKED);
    }

    @Test
    void aReasonIsInTheRecordAsItsHashOnly() {
        Transition step = step(request(SHOWN), no("mia", "not this month"), SHOWN);

        assertThat(step.facts())
                .singleElement()
                .satisfies(fact -> assertThat(fact.detail())
                        .isEqualTo(Map.of(
                                "digest",
                                ApprovalDigest.of(SHOWN),
                                "reason",
                                Sha256.hex("not this month"),
                                "for",
                                List.of())));
        Transition silent = step(request(SHOWN), no("mia", ""), SHOWN);
        assertThat(silent.facts())
                .singleElement()
                .satisfies(fact -> assertThat(fact.detail())
                        .isEqualTo(Map.of("digest", ApprovalDigest.of(SHOWN), "reason", "", "for", List.of())));
        Rights covered =
                new Rights(rights.people(), rights.catalogue(), Map.of(new PersonId("mia"), new PersonId("kim")));
        Transition inTheirPlace = Transition.next(request(SHOWN), no("kim", ""), covered, SHOWN, NOW);
        assertThat(inTheirPlace.facts().getFirst().detail().get("for")).isEqualTo(List.of("mia"));
        assertThat(silent.effects()).as("nothing was handed over").hasSize(1);
    }

    @Test
    void whoComesBeforeTheirTurnChangesNothingAndIsRecorded() {
        Judgement ordered = needs(4, leads(1), then(budget(), 1));
        Transition step = step(request(ordered), no("mia", ""), ordered);

        assertThat(step.after()).isEqualTo(request(ordered));
        assertThat(step.facts()).extracting(Happening::what).containsExactly("early-decision-refused");
        assertThat(((Reply.Declined) step.reply()).words()).contains("not your turn yet");
    }

    @Test
    void whoseSeatIsTakenIsToldWhoSatDown() {
        Judgement one = needs(4, leads(1), budget());
        Request taken = step(request(one), yes("kim", request(one)), one).after();
        Transition step = Transition.next(taken, yes("pat", taken), rights, one, NOW);

        assertThat(step.after()).isEqualTo(taken);
        assertThat(((Reply.Declined) step.reply()).words()).contains("Kim already said yes");
    }

    @Test
    void aYesInAStageThatIsNotNeededAnyMoreSitsNowhere() {
        Request one = step(request(SHOWN), yes("mia"), SHOWN).after();
        Judgement fewer = needs(2, leads(2));
        Request after =
                Transition.next(one, yes("kim", one), rights, fewer, NOW).after();

        assertThat(after.stages()).hasSize(2);
        Request complete =
                Transition.next(after, yes("pat", after), rights, fewer, NOW).after();
        assertThat(complete.state()).isEqualTo(State.APPROVED);
        assertThat(complete.clicks().getFirst().own()).isEmpty();
        assertThat(complete.decisions()).extracting(Decision::by).doesNotContain(new PersonId("mia"));
    }

    @Test
    void anExtensionMovesTheEndToTheMomentThatWasJudged() {
        for (Intent intent : List.of(launch(new Term.Until(LATER)), grant(new Term.Until(LATER)))) {
            Judgement judged = with(allowed(1), intent);
            Request extension = extending(judged);
            Transition step = step(extension, new Input.Filed("hash"), judged);

            assertThat(step.after().state()).isEqualTo(State.LIVE);
            assertThat(step.effects())
                    .contains(new Effect.Reserve(), new Effect.Prolong(LATER))
                    .noneMatch(Effect.Open.class::isInstance);
            assertThat(step.facts()).extracting(Happening::what).contains("extended");
            assertThat(said(step)).containsExactly(Kind.EXTENDED);
        }
    }

    @Test
    void onlyTheAskerAndThoseAboveThemWithdrawWhatWaitsOrHasNotBegun() {
        Transition stranger = step(request(SHOWN), new Input.Withdrawn(new PersonId("raj")), SHOWN);
        assertThat(stranger.after()).isEqualTo(request(SHOWN));
        assertThat(stranger.facts()).extracting(Happening::what).containsExactly("withdrawal-refused");
        for (String who : List.of("ana", "mia", "kim")) {
            Transition step = step(request(SHOWN), new Input.Withdrawn(new PersonId(who)), SHOWN);
            assertThat(step.after().state()).isEqualTo(State.WITHDRAWN);
            assertThat(step.effects()).noneMatch(Effect.End.class::isInstance);
        }
        Request running = request(SHOWN).with(State.APPROVED);
        assertThat(step(running, new Input.Withdrawn(ANA), SHOWN).after()).isEqualTo(running);
        Request begun = starting(NOW).with(State.APPROVED);
        assertThat(step(begun, new Input.Withdrawn(ANA), SHOWN).after()).isEqualTo(begun);
        Request later = starting(LATER).with(State.APPROVED);
        Transition step = step(later, new Input.Withdrawn(ANA), SHOWN);
        assertThat(step.after().state()).isEqualTo(State.WITHDRAWN);
        assertThat(step.effects()).anyMatch(Effect.End.class::isInstance);
        Request over = starting(LATER).with(State.DENIED);
        assertThat(step(over, new Input.Withdrawn(ANA), SHOWN).after()).isEqualTo(over);
    }

    @Test
    void whatIsToldOfWhatLivesChangesNothingTwice() {
        Request live = request(SHOWN).with(State.LIVE);
        assertThat(told(live, Outcome.PROGRESS).after()).isEqualTo(live);
        assertThat(said(told(live, Outcome.PROGRESS))).containsExactly(Kind.PROGRESS);
        assertThat(said(told(live, Outcome.HANDED_OVER))).isEmpty();
        assertThat(said(told(live, Outcome.ENDING_SOON))).containsExactly(Kind.ENDING_SOON);
        Request made = request(SHOWN).with(State.APPROVED);
        assertThat(told(made, Outcome.PROGRESS).after().state()).isEqualTo(State.PROVIDING);
        assertThat(said(told(made, Outcome.ENDING_SOON))).isEmpty();
        assertThat(told(made, Outcome.HANDED_OVER).facts())
                .extracting(Happening::what)
                .containsExactly("handed-over");
        assertThat(told(made, Outcome.HANDED_OVER).after().state()).isEqualTo(State.LIVE);
    }

    @Test
    void whatWentAheadStaysOrGoesWhenTheRestIsNotToBe() {
        Request ahead = request(SHOWN).opening(Set.of(new PartName("cluster")));
        Transition denied = step(ahead, no("mia", ""), SHOWN);
        assertThat(denied.effects()).anyMatch(Effect.WithoutTheRest.class::isInstance);
        assertThat(words(denied)).contains("Cluster stays until its end");
        assertThat(words(step(request(SHOWN), no("mia", ""), SHOWN))).doesNotContain("stays");
        Transition lapsed = Transition.next(ahead, new Input.Lapsed(), rights, SHOWN, NOW.plus(Duration.ofDays(3)));
        assertThat(lapsed.effects()).anyMatch(Effect.WithoutTheRest.class::isInstance);
        Request notBegun = starting(LATER).opening(Set.of(new PartName("cluster")));
        assertThat(step(notBegun, no("mia", ""), SHOWN).effects()).anyMatch(Effect.End.class::isInstance);
        Request begun = starting(NOW).opening(Set.of(new PartName("cluster")));
        assertThat(step(begun, no("mia", ""), SHOWN).effects()).anyMatch(Effect.WithoutTheRest.class::isInstance);
        assertThat(told(ahead, Outcome.HANDED_OVER).after().state()).isEqualTo(State.WAITING);
        assertThat(told(request(SHOWN), Outcome.HANDED_OVER).effects()).isEmpty();
    }

    @Test
    void whatWentAheadDoesNotGrowAndIsNotMadeLess() {
        Request ahead = request(SHOWN).opening(Set.of(new PartName("cluster")));
        Transition grown = step(ahead, yes("mia"), needs(6, leads(2), budget()));
        assertThat(grown.after().state()).isEqualTo(State.REFUSED);
        assertThat(grown.reply()).isInstanceOf(Reply.Stale.class);
        assertThat(grown.effects()).anyMatch(Effect.WithoutTheRest.class::isInstance);
        assertThat(grown.facts()).extracting(Happening::what).containsExactly("refused");
        Transition less = step(
                ahead,
                new Input.Lessened(new PersonId("mia"), ahead.digest(), "", "less"),
                needs(2, leads(2), budget()));
        assertThat(less.after()).isEqualTo(ahead);
        assertThat(((Reply.Declined) less.reply()).words()).contains("handed over already");
        assertThat(step(ahead, yes("mia"), SHOWN).after().state()).isEqualTo(State.WAITING);
        assertThat(step(ahead, new Input.Filed("hash"), refused(4)).effects())
                .anyMatch(Effect.WithoutTheRest.class::isInstance);
    }

    /** By the default organisation's own files: a notebook on synthetic data, and customers' on their owner's yes. */
    @Test
    void partsThatWaitForNobodyGoAheadAndMoneyIsReservedOnce() throws IOException {
        Bundle bundle = ((Loaded.Ok) new BundleReader(PartTypeScan.found()).read(BundleFiles.ofJar())).bundle();
        Intent intent = new Intent.Launch(
                new PathName("data-science-customer-data"),
                new TreeMap<>(),
                new Term.For(Duration.ofHours(8)),
                "churn");
        BudgetView money = new BudgetView(Money.of("2000", "EUR"), Map.of());
        Judgement judged = bundle.judge()
                .judge(new EvaluationRequest(ANA, intent, new LeaseId("lease-abcdefgh23"), NOW, money, null));
        Rights theirs = new Rights(bundle.people(), bundle.catalogue());

        Transition filed = Transition.next(request(judged), new Input.Filed("hash"), theirs, judged, NOW);
        assertThat(filed.after().state()).isEqualTo(State.WAITING);
        assertThat(filed.facts()).extracting(Happening::what).containsExactly("asked", "judged", "granted-in-part");
        assertThat(filed.facts().getLast().detail().get("parts"))
                .asString()
                .contains("home")
                .contains("synthetic");
        assertThat(filed.effects()).contains(new Effect.Reserve()).anyMatch(Effect.Open.class::isInstance);
        Transition done = Transition.next(filed.after(), yes("lee", filed.after()), theirs, judged, NOW);
        assertThat(done.after().state()).isEqualTo(State.APPROVED);
        assertThat(done.effects())
                .doesNotContain(new Effect.Reserve())
                .contains(new Effect.Open(Set.of(new PartName("warehouse"))));
    }

    private Transition step(Request request, Input input, Judgement fresh) {
        return Transition.next(request, input, rights, fresh, NOW);
    }

    private Transition told(Request request, Outcome outcome) {
        return step(request, new Input.Told(outcome, "words"), request.judgement());
    }

    private static Decided yes(String who) {
        return yes(who, request(SHOWN));
    }

    private static Decided yes(String who, Request shown) {
        return new Decided(new PersonId(who), Choice.APPROVE, shown.digest(), "");
    }

    private static Decided no(String who, String reason) {
        return new Decided(new PersonId(who), Choice.DENY, ApprovalDigest.of(SHOWN), reason);
    }

    private static List<Kind> said(Transition step) {
        return step.effects().stream()
                .filter(Effect.Say.class::isInstance)
                .map(each -> ((Effect.Say) each).kind())
                .toList();
    }

    private static String words(Transition step) {
        return ((Effect.Say) step.effects().getFirst()).words();
    }

    private static Intent launch(Term term) {
        return new Intent.Launch(new PathName("ray-cluster"), new TreeMap<>(), term, "churn");
    }

    private static Intent grant(Term term) {
        return new Intent.Grant(new DatasetName("sales.orders"), Access.READ, term, "churn", null);
    }

    /** Like the usual one, to begin at a moment. */
    private static Request starting(Instant from) {
        Intent.Launch usual = (Intent.Launch) SHOWN.intent();
        return request(
                with(SHOWN, new Intent.Launch(usual.path(), usual.parameters(), usual.term(), "churn", null, from)));
    }

    private static Judgement with(Judgement judgement, Intent intent) {
        return new Judgement(
                intent, judgement.plan(), judgement.price(), judgement.verdict(), judgement.rules(), "f00d");
    }

    private static Request extending(Judgement judgement) {
        Request usual = request(judgement);
        return new Request(
                new RequestId("req-abcdefghij"),
                ANA,
                usual.team(),
                usual.summary(),
                usual.purpose(),
                judgement,
                usual.digest(),
                State.WAITING,
                List.of(),
                new LeaseId("lease-abcdefgh23"),
                NOW,
                NOW.plus(Duration.ofDays(3)));
    }
}
