package dev.quartermaster.actions.lease.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.actions.lease.Lease;
import dev.quartermaster.actions.postgres.Database;
import dev.quartermaster.actions.postgres.RealPostgres;
import dev.quartermaster.actions.provider.Observed;
import dev.quartermaster.actions.request.Request;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** When what is live and can't be used is charged, and what its owner hears. */
@RealPostgres
class MeterPauseTest {
    private final World world = new World();
    private final Worker worker;

    MeterPauseTest(Database database) {
        this.worker = new Worker(database, world, Fuse.never(), Worker.HOLDING);
    }

    /** Whoever is near its end is taken first. */
    @BeforeEach
    void nothingElseIsDue() {
        worker.the(JdbcClient.class).sql("update lease set settled = true").update();
    }

    @AfterEach
    void close() {
        worker.close();
    }

    @Test
    void whatIsPreemptedIsToldOnceAndNotChargedUntilItIsBack() {
        Request request = worker.open(Wishes.of("home"));
        worker.work();
        worker.later(Duration.ofHours(1));
        for (int place = 3; place > 0; place--) {
            world.trouble = new Observed.Making("", "it was preempted, and is queued, position " + place);
            for (int i = 0; i < 4; i++) {
                worker.due(request);
                worker.one();
            }
            worker.later(Duration.ofHours(1));
        }
        assertThat(worker.lease(request).state()).isEqualTo(Lease.State.LIVE);
        assertThat(worker.lease(request).links()).isEmpty();
        assertThat(worker.lease(request).parts().getFirst().words()).endsWith("position 1");
        assertThat(worker.lease(request).spent().toString())
                .as("one hour of four")
                .isEqualTo("0.11 EUR");

        world.trouble = null;
        worker.due(request);
        worker.work();
        worker.later(Duration.ofHours(1));

        assertThat(worker.lease(request).links()).hasSize(1);
        assertThat(worker.lease(request).spent().toString())
                .as("two hours of five")
                .isEqualTo("0.22 EUR");
        assertThat(worker.words(request).subList(1, 3))
                .containsExactly(
                        "home can't be used now: it was preempted, and is queued, position 3. It goes on by itself, and its"
                                + " end stays the same. Nothing is charged until it runs again.",
                        "It works again. From now on it is charged again.");
        assertThat(worker.heard(request)).containsExactly("handed-over", "interrupted", "interrupted");
    }

    /** As by a process that was stopped on purpose. */
    @Test
    void whatRunsAndIsNotReadyIsChargedOnAndAgainAfterAPause() {
        Request request = worker.open(Wishes.of("home"));
        worker.work();
        Observed.Making starting = new Observed.Making("", "starting: 0 of 1 ready").whileHeld();
        seen(request, starting);
        worker.later(Duration.ofHours(1));
        assertThat(worker.lease(request).spent().toString()).isEqualTo("0.11 EUR");
        assertThat(worker.words(request).getLast())
                .isEqualTo("home runs and isn't ready now: starting: 0 of 1 ready. Its machine is kept for it, so it is"
                        + " charged; its end stays the same. If it stays so, stop it and ask for a new one.");

        seen(request, new Observed.Making("", "it was preempted"));
        worker.later(Duration.ofHours(1));
        assertThat(worker.lease(request).spent().toString()).isEqualTo("0.11 EUR");
        seen(request, starting);
        worker.later(Duration.ofHours(1));
        assertThat(worker.lease(request).spent().toString())
                .as("two hours of three")
                .isEqualTo("0.22 EUR");

        world.trouble = null;
        worker.due(request);
        worker.work();
        assertThat(worker.words(request).getLast()).isEqualTo("It works again.");
        assertThat(worker.heard(request))
                .containsExactly("handed-over", "progress", "interrupted", "interrupted", "progress");
    }

    @Test
    void whatPassesByItselfAndWhatCannotBeSeenIsChargedOn() {
        Request request = worker.open(Wishes.of("home"));
        worker.work();
        world.trouble = new Observed.Making("", "starting: 0 of 1 ready");
        worker.due(request);
        worker.one();
        world.trouble = new Observed.Unreachable("the cluster");
        for (int i = 0; i < 5; i++) {
            worker.due(request);
            worker.one();
        }
        worker.later(Duration.ofHours(1));

        assertThat(worker.heard(request)).containsExactly("handed-over");
        assertThat(worker.lease(request).spent().toString()).isEqualTo("0.11 EUR");
    }

    @Test
    void whatEndsWhilePausedStaysAtWhatItCost() {
        Request request = worker.open(Wishes.of("home"));
        worker.work();
        worker.later(Duration.ofHours(1));
        world.trouble = new Observed.Making("", "it was preempted");
        for (int i = 0; i < 4; i++) {
            worker.due(request);
            worker.one();
        }
        world.trouble = null;
        worker.later(Duration.ofDays(1));
        worker.work();

        assertThat(worker.lease(request).state()).isEqualTo(Lease.State.ENDED);
        assertThat(worker.lease(request).spent().toString()).isEqualTo("0.11 EUR");
        assertThat(worker.heard(request)).containsExactly("handed-over", "interrupted", "ended");
    }

    private void seen(Request request, Observed observed) {
        world.trouble = observed;
        for (int i = 0; i < 4; i++) {
            worker.due(request);
            worker.one();
        }
    }
}
