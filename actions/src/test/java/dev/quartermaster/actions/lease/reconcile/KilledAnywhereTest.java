package dev.quartermaster.actions.lease.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.actions.RequestId;
import dev.quartermaster.actions.audit.Audit;
import dev.quartermaster.actions.lease.Lease;
import dev.quartermaster.actions.lease.Leases;
import dev.quartermaster.actions.postgres.Database;
import dev.quartermaster.actions.postgres.RealPostgres;
import dev.quartermaster.actions.request.HandOver;
import dev.quartermaster.actions.request.Request;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A whole life, from the yes to the end, killed at every boundary there is, and gone on with by a fresh process. */
@Order(1)
@RealPostgres
class KilledAnywhereTest {
    private final Database database;

    KilledAnywhereTest(Database database) {
        this.database = database;
    }

    @Test
    void everythingHappensOnceWhereverItIsKilled() {
        int places = 0;
        World world = new World();
        try (Worker steady = new Worker(database, world, Fuse.never())) {
            boolean killed = true;
            while (killed) {
                killed = killedAt(++places, world, steady);
            }
        }
        assertThat(places).as("places to be killed at").isGreaterThan(60);
    }

    /** @return whether the life was long enough to be killed there */
    private boolean killedAt(int place, World world, Worker steady) {
        Request request = Wishes.of("home", "warehouse");
        world.changes.clear();
        steady.inTransaction(() -> steady.the(HandOver.class).open(request));
        boolean killed = liveUnder(new Fuse(place), world, request);
        live(steady, request);
        assertLivedOnce(steady.the(JdbcClient.class), steady.the(Audit.class), world, request.id());
        return killed;
    }

    private boolean liveUnder(Fuse fuse, World world, Request request) {
        try (Worker worker = new Worker(database, world, fuse)) {
            live(worker, request);
        } catch (RuntimeException | Fuse.Killed killed) {
            assertThat(fuse.blown())
                    .as("only the fuse may break it: %s", killed)
                    .isTrue();
        }
        return fuse.blown();
    }

    private static void live(Worker worker, Request request) {
        worker.work();
        worker.later(Wishes.TERM);
        worker.work();
        assertThat(worker.the(Leases.class)
                        .find(request.id().lease())
                        .orElseThrow()
                        .state())
                .isEqualTo(Lease.State.ENDED);
    }

    private static void assertLivedOnce(JdbcClient jdbc, Audit audit, World world, RequestId request) {
        assertThat(SaidOutcomes.heard(jdbc, request))
                .containsOnlyOnce("handed-over")
                .containsOnlyOnce("ended");
        assertThat(SaidOutcomes.heard(jdbc, request).getLast()).isEqualTo("ended");
        assertThat(world.changes).containsExactly("made home", "made warehouse", "gone warehouse", "gone home");
        assertThat(audit.verify(request.value())).isEmpty();
        assertThat(jdbc.sql("select count(*) from lease_part where lease = ? and state <> 'gone'")
                        .param(request.lease().value())
                        .query(Integer.class)
                        .single())
                .isZero();
    }
}
