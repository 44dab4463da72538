package dev.quartermaster.actions.request;

import static dev.quartermaster.actions.organisation.SampleBundles.GROWTH;
import static dev.quartermaster.actions.request.World.ANA;
import static dev.quartermaster.actions.request.World.NOW;
import static dev.quartermaster.actions.request.World.budget;
import static dev.quartermaster.actions.request.World.leads;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.actions.organisation.SampleBundles;
import dev.quartermaster.intents.intent.Intent.Decide.Choice;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.people.TeamId;
import dev.quartermaster.intents.plan.PartName;
import dev.quartermaster.intents.policy.Deciders;
import dev.quartermaster.intents.policy.Rights;
import dev.quartermaster.intents.policy.Stage;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SeatingTest {
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
        Seating seating = seated(List.of(leads(1), budget()), "ana", "omar", "pat");

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
    void whoeverAsksHasNoSeat() {
        Click bare = new Click(new PersonId("mia"), Choice.APPROVE, "", NOW, List.of(), List.of());
        Click click = Seating.entitled(List.of(budget()), bare, Set.of(new PersonId("mia")), rights);

        assertThat(click.own()).isEmpty();
        assertThat(click.standIn()).isEmpty();
        assertThat(GROWTH.value()).isEqualTo("growth");
    }

    private Seating seated(List<Stage> stages, String asker, String... yeses) {
        List<Click> clicks = Stream.of(yeses)
                .map(who -> new Click(new PersonId(who), Choice.APPROVE, "", NOW, List.of(), List.of()))
                .map(bare -> Seating.entitled(stages, bare, Set.of(new PersonId(asker)), rights))
                .toList();
        return new Seating(stages, clicks);
    }
}
