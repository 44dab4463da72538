package dev.quartermaster.actions.request.law;

import static dev.quartermaster.actions.request.law.World.ANA;
import static dev.quartermaster.actions.request.law.World.NOW;
import static dev.quartermaster.actions.request.law.World.allowed;
import static dev.quartermaster.actions.request.law.World.budget;
import static dev.quartermaster.actions.request.law.World.leads;
import static dev.quartermaster.actions.request.law.World.needs;
import static dev.quartermaster.actions.request.law.World.refused;
import static dev.quartermaster.actions.request.law.World.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.actions.organisation.SampleBundles;
import dev.quartermaster.actions.request.ApprovalDigest;
import dev.quartermaster.actions.request.Less;
import dev.quartermaster.actions.request.Request;
import dev.quartermaster.actions.request.State;
import dev.quartermaster.actions.request.law.Input.Decided;
import dev.quartermaster.actions.request.law.Input.Lessened;
import dev.quartermaster.actions.request.law.Transition.Happening;
import dev.quartermaster.actions.request.law.Transition.Reply;
import dev.quartermaster.intents.catalogue.DatasetName;
import dev.quartermaster.intents.catalogue.Value;
import dev.quartermaster.intents.intent.Access;
import dev.quartermaster.intents.intent.Intent;
import dev.quartermaster.intents.intent.Intent.Decide.Choice;
import dev.quartermaster.intents.intent.Term;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.policy.Deciders;
import dev.quartermaster.intents.policy.Judgement;
import dev.quartermaster.intents.policy.Rights;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A yes to less: what it keeps, what it may not become, and who may say it. */
class LesseningTest {
    private static final Judgement SHOWN = needs(4, leads(1), budget());
    private static final Judgement LESS = needs(2, leads(1), budget());

    private final SampleBundles bundles = new SampleBundles(asked -> SHOWN);
    private final Rights rights =
            new Rights(bundles.current().people(), bundles.current().catalogue());

    @Test
    void theYesGivenToMoreIsKeptAndEverybodySeesWhoMadeItLess() {
        Request one = yes(request(SHOWN), "omar");
        Transition step = lessened(one, "mia", LESS);

        assertThat(step.after().state()).isEqualTo(State.APPROVED);
        assertThat(step.after().judgement()).isEqualTo(LESS);
        assertThat(step.after().digest()).isEqualTo(ApprovalDigest.of(LESS));
        assertThat(step.after().summary()).isEqualTo("less");
        assertThat(step.after().lessened()).singleElement().satisfies(click -> {
            assertThat(click.by()).isEqualTo(new PersonId("mia"));
            assertThat(click.less()).isEqualTo("2 GPUs instead of 4");
        });
        assertThat(step.facts())
                .extracting(Happening::what)
                .containsExactly("made-smaller", "approved", "judged", "granted");
        assertThat(step.effects().getFirst()).isInstanceOf(Effect.Reserve.class);
    }

    @Test
    void theOthersAreAskedForTheLesserOne() {
        Transition step = lessened(request(SHOWN), "mia", LESS);

        assertThat(step.after().state()).isEqualTo(State.WAITING);
        assertThat(step.after().asked()).containsExactly(0);
        assertThat(step.effects()).singleElement().isInstanceOf(Effect.Say.class);
        assertThat(lessened(step.after(), "pat", LESS).reply()).isInstanceOf(Reply.Declined.class);
        assertThat(yes(step.after(), "pat", LESS).state()).isEqualTo(State.APPROVED);
        Transition old = Transition.next(
                step.after(),
                new Decided(new PersonId("pat"), Choice.APPROVE, ApprovalDigest.of(SHOWN), ""),
                rights,
                LESS,
                NOW);
        assertThat(old.reply()).as("a card that shows more").isInstanceOf(Reply.Stale.class);
    }

    @Test
    void whatNeedsNobodyAnyMoreIsHandedOverAtOnce() {
        assertThat(lessened(request(SHOWN), "kim", allowed(1)).after().state()).isEqualTo(State.APPROVED);
    }

    @Test
    void whoSaidYesAlreadyMayStillMakeItLess() {
        Request one = yes(request(SHOWN), "omar");
        Transition step =
                lessened(lessened(one, "omar", needs(3, leads(1), budget())).after(), "omar", LESS);

        assertThat(step.after().clicks())
                .singleElement()
                .satisfies(
                        click -> assertThat(click.less()).isEqualTo("3 GPUs instead of 4, then 2 GPUs instead of 3"));
        assertThat(step.facts()).extracting(Happening::what).containsExactly("made-smaller", "judged");
        assertThat(step.after().state()).isEqualTo(State.WAITING);
    }

    @Test
    void whoseSeatIsTakenMayMakeItLessAsTheyMayDeny() {
        Request one = yes(request(SHOWN), "omar");

        assertThat(lessened(one, "pat", LESS).after().judgement()).isEqualTo(LESS);
    }

    @Test
    void neitherTheAskerNorAStrangerNorWhoeverIsLateMayMakeItLess() {
        assertThat(lessened(request(SHOWN), "raj", LESS).after()).isEqualTo(request(SHOWN));
        assertThat(lessened(request(SHOWN), "ana", LESS).after()).isEqualTo(request(SHOWN));
        Request denied = request(SHOWN).with(State.DENIED);
        assertThat(lessened(denied, "mia", LESS).after()).isEqualTo(denied);
        Transition late = Transition.next(
                request(SHOWN), less("mia", ApprovalDigest.of(SHOWN)), rights, LESS, NOW.plus(Duration.ofDays(3)));
        assertThat(late.after().state()).isEqualTo(State.LAPSED);
        Transition stale = Transition.next(request(SHOWN), less("mia", "0".repeat(32)), rights, LESS, NOW);
        assertThat(stale.reply()).isInstanceOf(Reply.Stale.class);
        assertThat(stale.after()).isEqualTo(request(SHOWN));
    }

    @Test
    void moreTheSameAndTheRefusedAreDeclinedWithTheReason() {
        assertThat(words(needs(6, leads(1), budget()))).contains("more than was asked: 6 GPUs instead of 4");
        assertThat(words(SHOWN)).contains("That is what was asked");
        assertThat(words(refused(2))).contains("No more this month.");
        assertThat(words(needs(2, leads(1), budget(), World.by(new Deciders.Named(ANA)))))
                .contains("would need a yes nobody was asked for: because of Named");
        assertThat(words(needs(2, leads(2), budget()))).contains("not smaller in everything");
        assertThat(words(new Judgement(SHOWN.intent(), null, null, SHOWN.verdict(), List.of(), "f00d")))
                .contains("cannot be made smaller");
    }

    @Test
    void theLesserWishIsTheOldOneWithLess() {
        Intent less = new Less(Map.of("gpus", new Value.Whole(2)), Duration.ofDays(1), null).of(SHOWN);
        assertThat(less)
                .isEqualTo(((Intent.Launch) SHOWN.intent())
                        .with("gpus", new Value.Whole(2))
                        .lasting(new Term.For(Duration.ofDays(1))));
        assertThat(new Less(Map.of(), null, null).of(SHOWN)).isEqualTo(SHOWN.intent());
        assertThat(new Less(Map.of(), Duration.ofDays(3), null).of(SHOWN)).isEqualTo(SHOWN.intent());
    }

    @Test
    void anEndThatIsAMomentComesNearer() {
        Instant end = NOW.plus(Duration.ofDays(3));
        Judgement until = with(((Intent.Launch) SHOWN.intent()).lasting(new Term.Until(end)));

        Intent less = new Less(Map.of(), Duration.ofDays(1), null).of(until);

        assertThat(((Intent.Launch) less).term()).isEqualTo(new Term.Until(NOW.plus(Duration.ofDays(1))));
    }

    @Test
    void aGrantCanBeShorterAndToReadOnly() {
        var grant = new Intent.Grant(new DatasetName("sales.orders"), Access.WRITE, new Term.Unsaid(), "why", null);
        Intent less = new Less(Map.of(), Duration.ofDays(1), Access.READ).of(with(grant));

        assertThat(less)
                .isEqualTo(
                        new Intent.Grant(grant.dataset(), Access.READ, new Term.For(Duration.ofDays(1)), "why", null));
        assertThat(new Lessening(with(grant), with(less)).words()).isEqualTo("to read instead of to write");
        assertThat(new Lessening(with(less), with(grant)).hindrance())
                .hasValueSatisfying(words -> assertThat(words).contains("to write instead of to read"));
        assertThat(new Less(Map.of(), null, null).of(with(grant))).isEqualTo(grant);
    }

    private String words(Judgement instead) {
        Transition step = lessened(request(SHOWN), "mia", instead);
        assertThat(step.after()).isEqualTo(request(SHOWN));
        assertThat(step.effects()).isEmpty();
        return ((Reply.Declined) step.reply()).words();
    }

    private static Judgement with(Intent intent) {
        return new Judgement(intent, SHOWN.plan(), SHOWN.price(), SHOWN.verdict(), SHOWN.rules(), "f00d");
    }

    private Transition lessened(Request request, String who, Judgement instead) {
        return Transition.next(request, less(who, request.digest()), rights, instead, NOW);
    }

    private static Lessened less(String who, String digest) {
        return new Lessened(new PersonId(who), digest, "too much", "less");
    }

    private Request yes(Request request, String who) {
        return yes(request, who, SHOWN);
    }

    private Request yes(Request request, String who, Judgement fresh) {
        var click = new Decided(new PersonId(who), Choice.APPROVE, request.digest(), "");
        return Transition.next(request, click, rights, fresh, NOW).after();
    }
}
