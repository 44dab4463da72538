package dev.quartermaster.actions.lease.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.actions.lease.Lease;
import dev.quartermaster.actions.lease.Lease.PartState.Progress;
import dev.quartermaster.actions.lease.store.LeaseRow;
import dev.quartermaster.actions.postgres.Database;
import dev.quartermaster.actions.postgres.RealPostgres;
import dev.quartermaster.actions.request.HandOver;
import dev.quartermaster.actions.request.Request;
import dev.quartermaster.actions.time.DatabaseTime;
import dev.quartermaster.intents.plan.PartName;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One lease handed over part by part, or later than it was agreed on. */
@RealPostgres
class InPartsTest {
    private final World world = new World();
    private final Worker worker;

    InPartsTest(Database database) {
        this.worker = new Worker(database, world, Fuse.never());
    }

    @AfterEach
    void close() {
        worker.close();
    }

    @Test
    void theRestJoinsWhatIsLiveAndEverySecondIsChargedOnce() {
        Request request = Wishes.priced("home", "gpu");
        want(request, "home");
        worker.work();
        assertThat(worker.lease(request).state()).isEqualTo(Lease.State.LIVE);
        assertThat(world.changes).containsExactly("made home");
        assertThat(worker.lease(request).links()).hasSize(1);
        assertThat(worker.lease(request).perHour().amount()).isEqualByComparingTo("1");
        Instant end = worker.lease(request).until();
        worker.later(Duration.ofHours(2));

        want(request, "gpu");
        assertThat(worker.lease(request).links())
                .as("what is there stays usable")
                .hasSize(1);
        worker.work();

        assertThat(world.changes).containsExactly("made home", "made gpu");
        assertThat(worker.lease(request).parts())
                .extracting(Lease.PartState::state)
                .containsOnly(Progress.READY);
        assertThat(worker.lease(request).until()).isEqualTo(end);
        assertThat(worker.lease(request).perHour().amount()).isEqualByComparingTo("11");
        worker.later(Duration.ofHours(1));
        assertThat(worker.lease(request).spent().amount()).isBetween(new BigDecimal("12.95"), new BigDecimal("13.05"));
        assertThat(overlaps(request)).isZero();
        worker.later(Duration.ofHours(6));
        worker.work();
        assertThat(worker.lease(request).state()).isEqualTo(Lease.State.ENDED);
        assertThat(world.changes).endsWith("gone gpu", "gone home");
    }

    @Test
    void whatIsWantedTwiceIsMadeOnce() {
        Request request = Wishes.priced("home", "gpu");
        want(request, "home");
        worker.work();
        want(request, "gpu");
        want(request, "gpu");
        want(request, "home");
        worker.work();

        assertThat(world.changes).containsExactly("made home", "made gpu");
        assertThat(worker.lease(request).perHour().amount()).isEqualByComparingTo("11");
    }

    @Test
    void aYesWhileTheFirstPartsAreMadeIsOneHandOver() {
        Request request = Wishes.priced("home", "gpu");
        want(request, "home");
        LeaseRow making = worker.the(LeaseClaims.class).take().orElseThrow();
        want(request, "gpu");
        worker.the(LeaseReconciler.class).over(making);
        worker.work();

        assertThat(worker.lease(request).parts())
                .extracting(Lease.PartState::state)
                .containsOnly(Progress.READY);
        assertThat(worker.lease(request).perHour().amount()).isEqualByComparingTo("11");
        assertThat(worker.heard(request)).containsOnlyOnce("handed-over");
    }

    @Test
    void withoutTheRestItsShareOfTheMoneyIsGivenBack() {
        Request request = Wishes.priced("home", "gpu");
        want(request, "home");
        worker.the(JdbcClient.class)
                .sql("insert into account values (:l, 'growth', 'ana', 'p', '', 1, 'EUR')")
                .param("l", request.lease().value())
                .update();
        worker.the(JdbcClient.class)
                .sql("insert into reservation values (:l, 'growth', '2026-11-01', 88)")
                .param("l", request.lease().value())
                .update();
        worker.work();

        worker.inTransaction(() -> worker.the(HandOver.class).withoutTheRest(request.lease()));
        want(request, "gpu");
        worker.work();

        assertThat(world.changes).containsExactly("made home");
        assertThat(worker.the(JdbcClient.class)
                        .sql("select amount from reservation where lease = :l")
                        .param("l", request.lease().value())
                        .query(BigDecimal.class)
                        .single())
                .isEqualByComparingTo("8");
    }

    @Test
    void whatStartsLaterIsMadeThenByTheDatabasesClock() {
        Instant from = worker.the(DatabaseTime.class).now().plus(Duration.ofDays(3));
        Request request = Wishes.from(from, "home");
        worker.open(request);
        worker.work();
        assertThat(world.changes).isEmpty();
        assertThat(worker.lease(request).until()).isEqualTo(from.plus(Wishes.TERM));
        worker.later(Duration.ofDays(3).minusMinutes(1));
        worker.work();
        assertThat(world.changes).isEmpty();

        worker.later(Duration.ofMinutes(2));
        worker.work();

        assertThat(worker.lease(request).state()).isEqualTo(Lease.State.LIVE);
        assertThat(worker.lease(request).from()).isAfterOrEqualTo(from);
    }

    @Test
    void whatStartsLaterCanBeStoppedBefore() {
        Instant from = worker.the(DatabaseTime.class).now().plus(Duration.ofDays(3));
        Request request = Wishes.from(from, "home");
        worker.open(request);
        worker.inTransaction(() -> worker.the(HandOver.class).end(request.lease(), Wishes.ANA, "Withdrawn."));
        worker.work();

        assertThat(worker.lease(request).state()).isEqualTo(Lease.State.ENDED);
        assertThat(worker.lease(request).spent().amount()).isZero();
    }

    private void want(Request request, String... parts) {
        Set<PartName> names = Stream.of(parts).map(PartName::new).collect(Collectors.toSet());
        worker.inTransaction(() -> worker.the(HandOver.class).open(request, names));
    }

    private long overlaps(Request request) {
        return worker.the(JdbcClient.class)
                .sql("select count(*) from usage a join usage b on a.lease = b.lease and a.id < b.id"
                        + " where a.lease = :l and a.to_at <> b.from_at")
                .param("l", request.lease().value())
                .query(Long.class)
                .single();
    }
}
