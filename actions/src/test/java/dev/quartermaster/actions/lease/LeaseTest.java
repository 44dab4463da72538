package dev.quartermaster.actions.lease;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.actions.lease.Lease.PartState.Progress;
import dev.quartermaster.actions.lease.reconcile.Wishes;
import dev.quartermaster.actions.request.Request;
import dev.quartermaster.intents.money.Money;
import dev.quartermaster.intents.plan.Part;
import dev.quartermaster.intents.plan.PartName;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LeaseTest {
    @Test
    void onlyWhatIsReadyOrOnItsWayOutGivesAccess() {
        List<String> names = Stream.of(Progress.values()).map(Progress::word).toList();
        Request request = Wishes.of(names.toArray(String[]::new));
        List<Lease.PartState> states = Stream.of(Progress.values())
                .map(state -> new Lease.PartState(new PartName(state.word()), "fake", "", state, ""))
                .toList();
        Lease lease = new Lease(
                request.lease(),
                request.id(),
                request.by(),
                request.team(),
                "",
                request.judgement().plan(),
                Lease.State.LIVE,
                Instant.EPOCH,
                Instant.EPOCH,
                states,
                List.of(),
                Money.of("1", "EUR"),
                Money.of("1", "EUR"));

        assertThat(lease.giving())
                .extracting(Part::name)
                .extracting(PartName::value)
                .containsExactly("ready", "ending");
    }
}
