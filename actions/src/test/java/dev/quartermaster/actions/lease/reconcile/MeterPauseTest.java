package dev.quartermaster.actions.lease.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.actions.lease.Lease;
import dev.quartermaster.actions.lease.Leases;
import dev.quartermaster.actions.postgres.Database;
import dev.quartermaster.actions.postgres.RealPostgres;
import dev.quartermaster.actions.provider.Observed;
import dev.quartermaster.actions.request.HandOver;
import dev.quartermaster.actions.request.Request;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** When what is live and can't be used is charged, and what its owner hears. */
@RealPostgres
class MeterPauseTest {
    private static final ReconcilerProperties HOLDING = new ReconcilerProperties(
            Duration.ofSeconds(30),
            Duration.ZERO,
            6,
            Duration.ZERO,
            Duration.ofHours(1),
            Duration.ZERO,
            3,
            Duration.ofHours(1));

    private final World world = new World();
    private final Worker worker;

    MeterPauseTest(Database database) {
        this.worker = new Worker(database, world, Fuse.never(), HOLDING);
    }

    @AfterEach
    void close() {
        worker.close();
    }

    @Test
    void whatIsPreemptedIsToldOnceAndNotChargedUntilItIsBack() {
        Request request = open("home");
        worker.work();
        worker.later(Duration.ofHours(1));
        for (int place = 3; place > 0; place--) {
            world.trouble = new Observed.Making("", "it was preempted, and is queued, position " + place);
            for (int i = 0; i < 4; i++) {
                due(request);
                worker.one();
            }
            worker.later(Duration.ofHours(1));
        }
        assertThat(lease(request).state()).isEqualTo(Lease.State.LIVE);
        assertThat(lease(request).links()).isEmpty();
        assertThat(lease(request).parts().getFirst().words()).endsWith("position 1");
        assertThat(lease(request).spent().toString()).as("one hour of four").isEqualTo("0.11 EUR");

        world.trouble = null;
        due(request);
        worker.work();
        worker.later(Duration.ofHours(1));

        assertThat(lease(request).links()).hasSize(1);
        assertThat(lease(request).spent().toString()).as("two hours of five").isEqualTo("0.22 EUR");
        assertThat(words(request).subList(1, 3))
                .containsExactly(
                        "home can't be used now: it was preempted, and is queued, position 3. It goes on by itself, and its"
                                + " end stays the same. Nothing is charged until it runs again.",
                        "It works again. From now on it is charged again.");
        assertThat(heard(request)).containsExactly("handed-over", "interrupted", "interrupted");
    }

    /** As by a process that was stopped on purpose. */
    @Test
    void whatRunsAndIsNotReadyIsChargedOnAndAgainAfterAPause() {
        Request request = open("home");
        worker.work();
        Observed.Making starting = new Observed.Making("", "starting: 0 of 1 ready").whileHeld();
        seen(request, starting);
        worker.later(Duration.ofHours(1));
        assertThat(lease(request).spent().toString()).isEqualTo("0.11 EUR");
        assertThat(words(request).getLast())
                .isEqualTo("home runs and isn't ready now: starting: 0 of 1 ready. Its machine is kept for it, so it is"
                        + " charged; its end stays the same. If it stays so, stop it and ask for a new one.");

        seen(request, new Observed.Making("", "it was preempted"));
        worker.later(Duration.ofHours(1));
        assertThat(lease(request).spent().toString()).isEqualTo("0.11 EUR");
        seen(request, starting);
        worker.later(Duration.ofHours(1));
        assertThat(lease(request).spent().toString()).as("two hours of three").isEqualTo("0.22 EUR");

        world.trouble = null;
        due(request);
        worker.work();
        assertThat(words(request).getLast()).isEqualTo("It works again.");
        assertThat(heard(request)).containsExactly("handed-over", "progress", "interrupted", "interrupted", "progress");
    }

    @Test
    void whatPassesByItselfAndWhatCannotBeSeenIsChargedOn() {
        Request request = open("home");
        worker.work();
        world.trouble = new Observed.Making("", "starting: 0 of 1 ready");
        due(request);
        worker.one();
        world.trouble = new Observed.Unreachable("the cluster");
        for (int i = 0; i < 5; i++) {
            due(request);
            worker.one();
        }
        worker.later(Duration.ofHours(1));

        assertThat(heard(request)).containsExactly("handed-over");
        assertThat(lease(request).spent().toString()).isEqualTo("0.11 EUR");
    }

    @Test
    void whatEndsWhilePausedStaysAtWhatItCost() {
        Request request = open("home");
        worker.work();
        worker.later(Duration.ofHours(1));
        world.trouble = new Observed.Making("", "it was preempted");
        for (int i = 0; i < 4; i++) {
            due(request);
            worker.one();
        }
        world.trouble = null;
        worker.later(Duration.ofDays(1));
        worker.work();

        assertThat(lease(request).state()).isEqualTo(Lease.State.ENDED);
        assertThat(lease(request).spent().toString()).isEqualTo("0.11 EUR");
        assertThat(heard(request)).containsExactly("handed-over", "interrupted", "ended");
    }

    private void seen(Request request, Observed observed) {
        world.trouble = observed;
        for (int i = 0; i < 4; i++) {
            due(request);
            worker.one();
        }
    }

    private Request open(String... parts) {
        Request request = Wishes.of(parts);
        worker.inTransaction(() -> worker.the(HandOver.class).open(request));
        return request;
    }

    private Lease lease(Request request) {
        return worker.the(Leases.class).find(request.id().lease()).orElseThrow();
    }

    private void due(Request request) {
        worker.the(JdbcClient.class)
                .sql("update lease set due = clock_timestamp() where id = ?")
                .param(request.id().lease().value())
                .update();
    }

    private List<String> heard(Request request) {
        return SaidOutcomes.heard(worker.the(JdbcClient.class), request.id());
    }

    private List<String> words(Request request) {
        return SaidOutcomes.words(worker.the(JdbcClient.class), request.id());
    }
}
