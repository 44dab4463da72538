package dev.quartermaster.actions.lease.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.actions.lease.Lease;
import dev.quartermaster.actions.lease.Leases;
import dev.quartermaster.actions.postgres.Database;
import dev.quartermaster.actions.postgres.RealPostgres;
import dev.quartermaster.actions.request.HandOver;
import dev.quartermaster.actions.request.Request;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two processes on one database, with many hands each. */
@RealPostgres
class ReconcilerTest {
    private static final int LEASES = 40;
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(60);

    private final Database database;

    ReconcilerTest(Database database) {
        this.database = database;
    }

    @Test
    void manyHandsHandOverOnce() throws InterruptedException {
        World world = new World();
        ReconcilerProperties pace = new ReconcilerProperties(
                Duration.ofSeconds(5),
                Duration.ofMillis(10),
                10,
                Duration.ofMillis(10),
                // Looked at every 50 ms, what is live already took the hands of what was not yet: 114 s instead of 2
                // were seen.
                Duration.ofSeconds(2),
                Duration.ofMillis(50),
                3,
                Duration.ofMillis(500));
        try (Worker one = Worker.byItself(database, world, pace);
                Worker other = Worker.byItself(database, world, pace)) {
            List<Request> requests = new ArrayList<>();
            for (int i = 0; i < LEASES; i++) {
                Request request = Wishes.of("home", "warehouse");
                requests.add(request);
                Worker opens = i % 2 == 0 ? one : other;
                opens.inTransaction(() -> opens.the(HandOver.class).open(request));
            }
            until("live", requests, one, other);
            one.later(Wishes.TERM);
            until("ended", requests, one, other);

            JdbcClient jdbc = one.the(JdbcClient.class);
            for (Request request : requests) {
                assertThat(SaidOutcomes.heard(jdbc, request.id()))
                        .containsOnlyOnce("handed-over")
                        .containsOnlyOnce("ended");
                for (String part : List.of("home", "warehouse")) {
                    World.Thing thing = world.things.get(request.id().lease() + "/" + part);
                    assertThat(thing.turns).as("made and taken back, once each").isEqualTo(2);
                }
            }
        }
    }

    @Test
    void aCommitWakesTheReconcilerByItself() throws InterruptedException {
        try (Worker worker = Worker.byItself(database, new World(), ReconcilerProperties.standard())) {
            Request request = Wishes.of("home");
            worker.inTransaction(() -> worker.the(HandOver.class).open(request));

            Instant patience = Instant.now().plus(LONG_ENOUGH);
            while (worker.the(Leases.class)
                            .find(request.id().lease())
                            .orElseThrow()
                            .state()
                    != Lease.State.LIVE) {
                assertThat(Instant.now()).isBefore(patience);
                Thread.sleep(20);
            }
        }
    }

    private static void until(String state, List<Request> requests, Worker... workers) throws InterruptedException {
        Instant patience = Instant.now().plus(LONG_ENOUGH);
        List<String> ids =
                requests.stream().map(request -> request.id().lease().value()).toList();
        JdbcClient jdbc = workers[0].the(JdbcClient.class);
        while (jdbc.sql("select count(*) from lease where state = :state and id in (:ids)")
                        .param("state", state)
                        .param("ids", ids)
                        .query(Integer.class)
                        .single()
                < LEASES) {
            assertThat(Instant.now()).as("all are " + state).isBefore(patience);
            for (Worker worker : workers) {
                worker.the(Reconciler.class).sweep();
            }
            Thread.sleep(50);
        }
    }
}
