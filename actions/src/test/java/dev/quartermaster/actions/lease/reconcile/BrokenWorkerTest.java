package dev.quartermaster.actions.lease.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.actions.attempt.Attempts;
import dev.quartermaster.actions.postgres.Database;
import dev.quartermaster.actions.postgres.RealPostgres;
import dev.quartermaster.actions.request.Request;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A lease that ends whoever works on it. */
@RealPostgres
class BrokenWorkerTest {
    private final Database database;

    BrokenWorkerTest(Database database) {
        this.database = database;
    }

    @BeforeEach
    void empty() {
        database.jdbc().sql("update lease set settled = true").update();
        database.jdbc().sql("delete from attempt").update();
    }

    @Test
    void aProviderThatEndsInAnErrorFailsItsLeaseAndNoOther() {
        World world = new World();
        try (Worker worker = Worker.byHand(database, world, Worker.HOLDING)) {
            Request poison = opened(worker);
            world.fault = new StackOverflowError();
            worked(worker);
            world.fault = null;
            Request sound = opened(worker);
            worked(worker);
            assertReaches(worker, poison, "failed");
            assertReaches(worker, sound, "live");
        }
    }

    @Test
    void whatKilledItsProcessFiveTimesFailsBeforeItIsTriedAgain() {
        World world = new World();
        try (Worker worker = Worker.byHand(database, world, Worker.HOLDING)) {
            Request poison = opened(worker);
            Request sound = opened(worker);
            for (int kill = 0; kill < Attempts.MOST; kill++) {
                worker.the(Attempts.class).begin("lease", poison.id().lease().value());
            }
            worked(worker);
            assertReaches(worker, poison, "failed");
            assertReaches(worker, sound, "live");
            assertThat(world.things.keySet())
                    .as("nothing of it was ever begun")
                    .noneMatch(
                            made -> made.startsWith(poison.id().lease().value()) && world.things.get(made).turns > 0);
            assertThat(worker.heard(poison)).endsWith("failed");
        }
    }

    @Test
    void whatIsHandedOutAndKillsItsProcessIsTriedSeldomAndItsOwnerHears() {
        World world = new World();
        try (Worker worker = Worker.byHand(database, world, Worker.HOLDING)) {
            Request poison = opened(worker);
            worked(worker);
            assertThat(state(worker, poison)).isEqualTo("live");
            for (int kill = 0; kill < Attempts.MOST; kill++) {
                worker.the(Attempts.class).begin("lease", poison.id().lease().value());
            }
            world.fault = new OutOfMemoryError("not really");
            database.jdbc()
                    .sql("update lease set due = now() where state = 'live'")
                    .update();
            worked(worker);
            assertThat(worker.heard(poison)).contains("progress");
        }
    }

    private static Request opened(Worker worker) {
        return worker.open(Wishes.of("home"));
    }

    private static void worked(Worker worker) {
        for (int pass = 0; pass < 60 && worker.the(Reconciler.class).one(); pass++) {}
    }

    /** What the last commit woke in the background may hold the lease just when a pass here looks for work. */
    private static void assertReaches(Worker worker, Request request, String state) {
        Instant patience = Instant.now().plusSeconds(20);
        while (!state(worker, request).equals(state) && Instant.now().isBefore(patience)) {
            worked(worker);
        }
        assertThat(state(worker, request)).isEqualTo(state);
    }

    private static String state(Worker worker, Request request) {
        return worker.lease(request).state().word();
    }
}
