package dev.quartermaster.actions.request;

import static dev.quartermaster.actions.organisation.SampleBundles.GROWTH;
import static dev.quartermaster.actions.request.law.World.ANA;
import static dev.quartermaster.actions.request.law.World.NOW;
import static dev.quartermaster.actions.request.law.World.budget;
import static dev.quartermaster.actions.request.law.World.by;
import static dev.quartermaster.actions.request.law.World.leads;
import static dev.quartermaster.actions.request.law.World.then;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.actions.organisation.SampleBundles;
import dev.quartermaster.actions.request.law.World;
import dev.quartermaster.intents.catalogue.DatasetName;
import dev.quartermaster.intents.intent.Intent.Decide.Choice;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.people.TeamId;
import dev.quartermaster.intents.plan.PartName;
import dev.quartermaster.intents.policy.Deciders;
import dev.quartermaster.intents.policy.Rights;
import dev.quartermaster.intents.policy.Stage;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ApprovalTallyTest {
    private static final PersonId RAJ = new PersonId("raj");

    private final SampleBundles bundles = new SampleBundles(asked -> World.allowed(1));
    private final Rights rights =
            new Rights(bundles.current().people(), bundles.current().catalogue());

    @Test
    void aLeadWhoIsTheBudgetsDeputySpeaksForThePlatformOnly() {
        assertThat(seated(List.of(leads(1), budget()), "ana", "omar").open()).containsExactly(1);
        assertThat(seated(List.of(leads(1), budget()), "ana", "omar", "mia").complete())
                .isTrue();
        assertThat(seated(List.of(leads(1), budget()), "ana", "mia", "omar").complete())
                .isTrue();
    }

    @Test
    void anotherLeadFreesTheDeputyToStandIn() {
        ApprovalTally seating = seated(List.of(leads(1), budget()), "ana", "omar", "pat");

        assertThat(seating.complete()).isTrue();
        assertThat(seating.decisions())
                .extracting(decision -> decision.stage() + decision.by().value())
                .containsExactlyInAnyOrder("1omar", "0pat");
    }

    @Test
    void whoDecidesTwiceInTheirOwnRightClicksOnce() {
        Stage manager = new Stage(Set.of(new PartName("cluster")), new Deciders.ManagerOf(ANA), 1, "because");

        assertThat(seated(List.of(manager, budget()), "ana", "mia").complete()).isTrue();
    }

    @Test
    void aStageThatNeedsTwoNeedsTwoPeople() {
        assertThat(seated(List.of(leads(2)), "ana", "omar").complete()).isFalse();
        assertThat(seated(List.of(leads(2)), "ana", "omar", "kim").complete()).isTrue();
    }

    @Test
    void whereTheOwnerAsksTheDeputyIsFirst() {
        Stage platform = new Stage(
                Set.of(new PartName("cluster")), new Deciders.OwnerOfBudget(new TeamId("platform")), 1, "because");

        assertThat(seated(List.of(leads(2), platform), "omar", "pat", "kim").complete())
                .isTrue();
    }

    @Test
    void aLaterStageIsAskedOnceTheEarlierAreFull() {
        List<Stage> stages = List.of(leads(1), then(budget(), 1));

        assertThat(seated(stages, "ana").asked()).containsExactly(0);
        assertThat(seated(stages, "ana").hears(click(stages, "mia"))).isFalse();
        assertThat(seated(stages, "ana").hears(click(stages, "kim"))).isTrue();
        assertThat(seated(stages, "ana", "kim").asked()).containsExactly(1);
        assertThat(seated(stages, "ana", "kim").hears(click(stages, "mia"))).isTrue();
        assertThat(seated(stages, "ana", "kim").hears(click(stages, "pat")))
                .as("whose turn was before may still say no")
                .isTrue();
        assertThat(seated(stages, "ana", "kim", "mia").complete()).isTrue();
        assertThat(seated(stages, "ana", "kim", "mia").asked()).isEmpty();
    }

    @Test
    void stagesOfOneOrderAreAskedSideBySide() {
        List<Stage> stages = List.of(then(leads(1), 3), then(budget(), 3), then(by(new Deciders.Named(RAJ)), 5));

        assertThat(seated(stages, "ana").asked()).containsExactly(0, 1);
        assertThat(seated(stages, "ana", "kim").asked()).containsExactly(1);
        assertThat(seated(stages, "ana", "kim", "mia").asked()).containsExactly(2);
        assertThat(seated(stages, "ana", "kim", "mia").open()).containsExactly(2);
    }

    @Test
    void aYesInOnesOwnRightCountsWhenALaterTurnComes() {
        Stage manager = by(new Deciders.ManagerOf(ANA));
        List<Stage> stages = List.of(manager, then(leads(1), 1), then(budget(), 2));
        ApprovalTally before = seated(stages, "ana", "mia");

        assertThat(before.decisions()).extracting(Decision::stage).containsExactly(0);
        assertThat(before.asked()).containsExactly(1);
        assertThat(before.filled()).isEqualTo(1);
        assertThat(seated(stages, "ana", "mia", "kim").complete()).isTrue();
        assertThat(seated(stages, "ana", "mia", "kim").filled()).isEqualTo(3);
    }

    @Test
    void noYesToALaterStageMakesUpForAnEarlierOne() {
        List<Stage> stages = List.of(
                leads(1), then(budget(), 1), then(by(new Deciders.OwnerOfData(new DatasetName("sales.orders"))), 1));

        assertThat(seated(stages, "ana", "omar").asked())
                .as("two seats as a deputy later are not worth the lead's own one now")
                .containsExactly(1, 2);
    }

    @Test
    void anyOfSeveralMayDecideAndDeputiesOfOneAreNotFirstOfAnother() {
        Deciders either = new Deciders.AnyOf(
                List.of(new Deciders.OwnerOfBudget(GROWTH), new Deciders.Named(new PersonId("raj"))));
        List<Stage> stages = List.of(by(either));

        assertThat(seated(stages, "ana", "mia").complete()).isTrue();
        assertThat(seated(stages, "ana", "raj").complete()).isTrue();
        assertThat(seated(stages, "ana", "kim").complete()).isFalse();
        assertThat(click(stages, "raj").own()).containsExactly(0);
        assertThat(click(stages, "omar").own()).isEmpty();
        assertThat(click(stages, "omar").standIn()).containsExactly(0);
    }

    @Test
    void theOwnerOfDataIsFirstAndTheDeputyStandsIn() {
        List<Stage> stages = List.of(by(new Deciders.OwnerOfData(new DatasetName("sales.orders"))));

        assertThat(click(stages, "dan").own()).containsExactly(0);
        assertThat(click(stages, "omar").standIn()).containsExactly(0);
    }

    @Test
    void everyOtherRoleDecidesFirstHand() {
        assertThat(click(List.of(leads(1)), "kim").own()).containsExactly(0);
        assertThat(click(List.of(by(new Deciders.Named(RAJ))), "raj").own()).containsExactly(0);
        assertThat(click(List.of(by(new Deciders.ManagerOf(ANA))), "mia").own()).containsExactly(0);
        Vote sponsor = ApprovalTally.entitled(
                List.of(by(new Deciders.SponsorOf(new PersonId("iris")))),
                bare("ana"),
                Set.of(new PersonId("iris")),
                rights);
        assertThat(sponsor.own()).containsExactly(0);
    }

    @Test
    void aNoIsShownWhereItCouldBeSaid() {
        List<Stage> stages = List.of(leads(1), budget());
        Vote no = new Vote(new PersonId("omar"), Choice.DENY, "", NOW, List.of(0), List.of(1));
        Vote deputy = new Vote(new PersonId("omar"), Choice.DENY, "", NOW, List.of(), List.of(1));

        assertThat(new ApprovalTally(stages, List.of(no)).decisions())
                .extracting(Decision::stage)
                .containsExactly(0);
        assertThat(new ApprovalTally(stages, List.of(deputy)).decisions())
                .extracting(Decision::stage)
                .containsExactly(1);
        assertThat(new ApprovalTally(stages, List.of(no)).filled()).isZero();
        assertThat(ApprovalTally.said(List.of(no), new PersonId("omar"), Choice.DENY))
                .isTrue();
        assertThat(ApprovalTally.said(List.of(no), new PersonId("omar"), Choice.APPROVE))
                .isFalse();
        assertThat(ApprovalTally.said(List.of(no), new PersonId("pat"), Choice.DENY))
                .isFalse();
    }

    /** Beyond twelve who could stand in, the rest keep to their own seats: still right, though perhaps one more yes is asked. */
    @Test
    void aCrowdOfDeputiesIsStillSeated() {
        List<Stage> stages = List.of(leads(20), budget());
        List<Vote> crowd = IntStream.range(0, 20)
                .mapToObj(each -> new Vote(
                        new PersonId("p" + (char) ('a' + each)), Choice.APPROVE, "", NOW, List.of(0), List.of(1)))
                .toList();

        assertThat(new ApprovalTally(stages, crowd).filled()).isEqualTo(20);
        assertThat(new ApprovalTally(List.of(leads(19), budget()), crowd).complete())
                .isTrue();
    }

    @Test
    void whoeverAsksHasNoSeat() {
        Vote bare = new Vote(new PersonId("mia"), Choice.APPROVE, "", NOW, List.of(), List.of());
        Vote click = ApprovalTally.entitled(List.of(budget()), bare, Set.of(new PersonId("mia")), rights);

        assertThat(click.own()).isEmpty();
        assertThat(click.standIn()).isEmpty();
        assertThat(GROWTH.value()).isEqualTo("growth");
    }

    private Vote click(List<Stage> stages, String who) {
        return ApprovalTally.entitled(stages, bare(who), Set.of(ANA), rights);
    }

    private static Vote bare(String who) {
        return new Vote(new PersonId(who), Choice.APPROVE, "", NOW, List.of(), List.of());
    }

    private ApprovalTally seated(List<Stage> stages, String asker, String... yeses) {
        List<Vote> clicks = Stream.of(yeses)
                .map(who -> new Vote(new PersonId(who), Choice.APPROVE, "", NOW, List.of(), List.of()))
                .map(bare -> ApprovalTally.entitled(stages, bare, Set.of(new PersonId(asker)), rights))
                .toList();
        return new ApprovalTally(stages, clicks);
    }
}
