package dev.quartermaster.actions.lease.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.actions.lease.Lease;
import dev.quartermaster.actions.lease.store.LeaseRow;
import dev.quartermaster.actions.postgres.Database;
import dev.quartermaster.actions.postgres.RealPostgres;
import dev.quartermaster.actions.provider.Observed;
import dev.quartermaster.actions.request.HandOver;
import dev.quartermaster.actions.request.Request;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What never gets ready, cannot be taken back, or is stopped in the middle (threats: 33, 35, 46). */
@RealPostgres
class StopAndWaitTest {
    private final World world = new World();
    private final Worker worker;

    StopAndWaitTest(Database database) {
        this.worker = new Worker(database, world, Fuse.never(), Worker.HOLDING);
    }

    @AfterEach
    void close() {
        worker.close();
    }

    @Test
    void nobodyTakesBackWhileSomebodyIsStillMaking() {
        Request request = worker.open(Wishes.of("home", "repository"));
        LeaseRow making = worker.the(LeaseClaims.class).take().orElseThrow();
        stop(request);
        assertThat(worker.one()).as("the one who makes holds it still").isFalse();

        worker.the(LeaseReconciler.class).over(making);
        worker.work();

        assertThat(worker.lease(request).state()).isEqualTo(Lease.State.ENDED);
        assertThat(worker.lease(request).spent().amount()).isZero();
        assertThat(worker.heard(request)).containsExactly("ended");
        assertThat(there(request)).isZero();
    }

    @Test
    void whatNeverGetsReadyIsGivenBackAfterADaySayingWhatItWaitedFor() {
        Request request = worker.open(Wishes.of("home"));
        world.trouble = new Observed.Making("ref", "starting: 0 of 1 ready");
        worker.one();
        worker.later(Duration.ofHours(23));
        worker.one();
        assertThat(worker.lease(request).state()).isEqualTo(Lease.State.PROVIDING);
        worker.later(Duration.ofHours(2));
        worker.one();
        world.trouble = null;

        worker.work();

        assertThat(worker.lease(request).state()).isEqualTo(Lease.State.FAILED);
        assertThat(worker.words(request).getLast())
                .contains("not ready within 24 hours")
                .contains("home: starting: 0 of 1 ready")
                .contains("nothing is charged");
        assertThat(there(request)).isZero();
    }

    @Test
    void aStopBeforeItWasReadyTakesBackWhatWasMade() {
        Request request = worker.open(Wishes.of("home", "repository"));
        World.Thing made = new World.Thing();
        made.there = true;
        world.things.put(request.id().lease() + "/home", made);
        world.trouble = new Observed.Making("ref", "starting: 0 of 1 ready");
        worker.one();
        stop(request);
        world.trouble = null;

        worker.work();

        assertThat(worker.lease(request).state()).isEqualTo(Lease.State.ENDED);
        assertThat(worker.lease(request).spent().amount()).isZero();
        assertThat(there(request)).isZero();
    }

    @Test
    void whatCannotBeTakenBackIsSaidOnceAndTriedUntilItIsGone() {
        Request request = worker.open(Wishes.of("home"));
        worker.work();
        stop(request);
        world.trouble = new Observed.Broken("The cluster refused it: forbidden");
        for (int i = 0; i < 8; i++) {
            worker.one();
        }
        assertThat(worker.lease(request).state()).isEqualTo(Lease.State.ENDING);
        assertThat(worker.words(request).getLast()).contains("forbidden").contains("Nothing more is charged");
        assertThat(worker.heard(request)).containsOnlyOnce("progress");
        world.trouble = null;

        worker.work();

        assertThat(worker.lease(request).state()).isEqualTo(Lease.State.ENDED);
        assertThat(there(request)).isZero();
    }

    @Test
    void damageToWhatIsLiveIsSaidOnceAndSoIsItsMending() {
        Request request = worker.open(Wishes.of("home"));
        worker.work();
        world.trouble = new Observed.Broken("The cluster refused it: the namespace growth doesn't exist.");
        for (int i = 0; i < 8; i++) {
            worker.due(request);
            worker.one();
        }
        assertThat(worker.words(request).getLast())
                .contains("Something is wrong with home")
                .contains("namespace growth")
                .endsWith("Nothing is charged until it runs again.");
        world.trouble = null;
        worker.due(request);
        worker.work();

        assertThat(worker.words(request).getLast()).isEqualTo("It works again. From now on it is charged again.");
        assertThat(worker.heard(request)).containsExactly("handed-over", "interrupted", "interrupted");
    }

    @Test
    void whatRanAndDidNotSucceedIsOverAndCostsWhatItRan() {
        Request request = worker.open(Wishes.of("home"));
        worker.work();
        worker.later(Duration.ofHours(1));
        world.trouble = new Observed.Failed("The job failed: BackoffLimitExceeded");
        worker.due(request);
        worker.one();
        assertThat(worker.lease(request).state()).isEqualTo(Lease.State.ENDING);
        world.trouble = null;
        worker.later(Duration.ofHours(1));
        worker.work();

        assertThat(worker.lease(request).state()).isEqualTo(Lease.State.ENDED);
        assertThat(worker.words(request).getLast())
                .isEqualTo("Ended. It did not succeed: The job failed: BackoffLimitExceeded. It cost 0.11 EUR.");
        assertThat(there(request)).isZero();
    }

    @Test
    void whatFailsBeforeItCouldBeUsedIsNotTriedAgain() {
        Request request = worker.open(Wishes.of("home"));
        world.trouble = new Observed.Failed("The job failed: BackoffLimitExceeded");
        worker.one();
        world.trouble = null;
        worker.work();

        assertThat(worker.lease(request).state()).isEqualTo(Lease.State.FAILED);
        assertThat(worker.words(request).getLast())
                .contains("BackoffLimitExceeded")
                .contains("nothing is charged");
        assertThat(worker.lease(request).spent().amount()).isZero();
    }

    @Test
    void whatAStalledWorkerMadeAfterTheEndIsFoundByTheLastLook() {
        Request request = worker.open(Wishes.of("home"));
        worker.work();
        stop(request);
        worker.work();
        assertThat(worker.lease(request).state()).isEqualTo(Lease.State.ENDED);
        world.things.get(request.id().lease() + "/home").there = true;
        assertThat(worker.one()).as("not before a while has passed").isFalse();
        worker.due(request);

        worker.work();

        assertThat(there(request)).isZero();
        assertThat(worker.heard(request).stream().filter("ended"::equals)).hasSize(1);
        worker.due(request);
        assertThat(worker.one()).as("it is settled").isFalse();
    }

    private void stop(Request request) {
        worker.inTransaction(() -> worker.the(HandOver.class).end(request.id().lease(), Wishes.ANA, "Stopped by Ana."));
    }

    private long there(Request request) {
        return world.things.entrySet().stream()
                .filter(thing -> thing.getKey().startsWith(request.id().lease().value()))
                .filter(thing -> thing.getValue().there)
                .count();
    }
}
