package dev.quartermaster.actions.lease.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.actions.lease.Lease;
import dev.quartermaster.actions.lease.Leases;
import dev.quartermaster.actions.lease.store.LeaseRow;
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

/** What never gets ready, cannot be taken back, or is stopped in the middle (threats: 33, 35, 46). */
@RealPostgres
class StopAndWaitTest {
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

    StopAndWaitTest(Database database) {
        this.worker = new Worker(database, world, Fuse.never(), HOLDING);
    }

    @AfterEach
    void close() {
        worker.close();
    }

    @Test
    void nobodyTakesBackWhileSomebodyIsStillMaking() {
        Request request = open("home", "repository");
        LeaseRow making = worker.the(LeaseClaims.class).take().orElseThrow();
        stop(request);
        assertThat(worker.one()).as("the one who makes holds it still").isFalse();

        worker.the(LeaseReconciler.class).over(making);
        worker.work();

        assertThat(lease(request).state()).isEqualTo(Lease.State.ENDED);
        assertThat(lease(request).spent().amount()).isZero();
        assertThat(heard(request)).containsExactly("ended");
        assertThat(there(request)).isZero();
    }

    @Test
    void whatNeverGetsReadyIsGivenBackAfterADaySayingWhatItWaitedFor() {
        Request request = open("home");
        world.trouble = new Observed.Making("ref", "starting: 0 of 1 ready");
        worker.one();
        worker.later(Duration.ofHours(23));
        worker.one();
        assertThat(lease(request).state()).isEqualTo(Lease.State.PROVIDING);
        worker.later(Duration.ofHours(2));
        worker.one();
        world.trouble = null;

        worker.work();

        assertThat(lease(request).state()).isEqualTo(Lease.State.FAILED);
        assertThat(words(request).getLast())
                .contains("not ready within 24 hours")
                .contains("home: starting: 0 of 1 ready")
                .contains("nothing is charged");
        assertThat(there(request)).isZero();
    }

    @Test
    void aStopBeforeItWasReadyTakesBackWhatWasMade() {
        Request request = open("home", "repository");
        World.Thing made = new World.Thing();
        made.there = true;
        world.things.put(request.id().lease() + "/home", made);
        world.trouble = new Observed.Making("ref", "starting: 0 of 1 ready");
        worker.one();
        stop(request);
        world.trouble = null;

        worker.work();

        assertThat(lease(request).state()).isEqualTo(Lease.State.ENDED);
        assertThat(lease(request).spent().amount()).isZero();
        assertThat(there(request)).isZero();
    }

    @Test
    void whatCannotBeTakenBackIsSaidOnceAndTriedUntilItIsGone() {
        Request request = open("home");
        worker.work();
        stop(request);
        world.trouble = new Observed.Broken("The cluster refused it: forbidden");
        for (int i = 0; i < 8; i++) {
            worker.one();
        }
        assertThat(lease(request).state()).isEqualTo(Lease.State.ENDING);
        assertThat(words(request).getLast()).contains("forbidden").contains("Nothing more is charged");
        assertThat(heard(request)).containsOnlyOnce("progress");
        world.trouble = null;

        worker.work();

        assertThat(lease(request).state()).isEqualTo(Lease.State.ENDED);
        assertThat(there(request)).isZero();
    }

    @Test
    void damageToWhatIsLiveIsSaidOnceAndSoIsItsMending() {
        Request request = open("home");
        worker.work();
        world.trouble = new Observed.Broken("The cluster refused it: the namespace growth doesn't exist.");
        for (int i = 0; i < 8; i++) {
            due(request);
            worker.one();
        }
        assertThat(words(request).getLast())
                .contains("Something is wrong with home")
                .contains("namespace growth")
                .endsWith("Nothing is charged until it runs again.");
        world.trouble = null;
        due(request);
        worker.work();

        assertThat(words(request).getLast()).isEqualTo("It works again. From now on it is charged again.");
        assertThat(heard(request)).containsExactly("handed-over", "interrupted", "interrupted");
    }

    @Test
    void whatRanAndDidNotSucceedIsOverAndCostsWhatItRan() {
        Request request = open("home");
        worker.work();
        worker.later(Duration.ofHours(1));
        world.trouble = new Observed.Failed("The job failed: BackoffLimitExceeded");
        due(request);
        worker.one();
        assertThat(lease(request).state()).isEqualTo(Lease.State.ENDING);
        world.trouble = null;
        worker.later(Duration.ofHours(1));
        worker.work();

        assertThat(lease(request).state()).isEqualTo(Lease.State.ENDED);
        assertThat(words(request).getLast())
                .isEqualTo("Ended. It did not succeed: The job failed: BackoffLimitExceeded. It cost 0.11 EUR.");
        assertThat(there(request)).isZero();
    }

    @Test
    void whatFailsBeforeItCouldBeUsedIsNotTriedAgain() {
        Request request = open("home");
        world.trouble = new Observed.Failed("The job failed: BackoffLimitExceeded");
        worker.one();
        world.trouble = null;
        worker.work();

        assertThat(lease(request).state()).isEqualTo(Lease.State.FAILED);
        assertThat(words(request).getLast()).contains("BackoffLimitExceeded").contains("nothing is charged");
        assertThat(lease(request).spent().amount()).isZero();
    }

    @Test
    void whatAStalledWorkerMadeAfterTheEndIsFoundByTheLastLook() {
        Request request = open("home");
        worker.work();
        stop(request);
        worker.work();
        assertThat(lease(request).state()).isEqualTo(Lease.State.ENDED);
        world.things.get(request.id().lease() + "/home").there = true;
        assertThat(worker.one()).as("not before a while has passed").isFalse();
        due(request);

        worker.work();

        assertThat(there(request)).isZero();
        assertThat(heard(request).stream().filter("ended"::equals)).hasSize(1);
        due(request);
        assertThat(worker.one()).as("it is settled").isFalse();
    }

    private Request open(String... parts) {
        Request request = Wishes.of(parts);
        worker.inTransaction(() -> worker.the(HandOver.class).open(request));
        return request;
    }

    private void stop(Request request) {
        worker.inTransaction(() -> worker.the(HandOver.class).end(request.id().lease(), Wishes.ANA, "Stopped by Ana."));
    }

    private Lease lease(Request request) {
        return worker.the(Leases.class).find(request.id().lease()).orElseThrow();
    }

    private long there(Request request) {
        return world.things.entrySet().stream()
                .filter(thing -> thing.getKey().startsWith(request.id().lease().value()))
                .filter(thing -> thing.getValue().there)
                .count();
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
