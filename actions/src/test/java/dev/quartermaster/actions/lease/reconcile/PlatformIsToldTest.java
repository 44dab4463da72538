package dev.quartermaster.actions.lease.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.actions.lease.Lease;
import dev.quartermaster.actions.platform.PlatformAlarm;
import dev.quartermaster.actions.postgres.Database;
import dev.quartermaster.actions.postgres.RealPostgres;
import dev.quartermaster.actions.provider.Observed;
import dev.quartermaster.actions.provider.PlatformTrouble;
import dev.quartermaster.actions.provider.Provider.Standing;
import dev.quartermaster.actions.request.HandOver;
import dev.quartermaster.actions.request.Request;
import dev.quartermaster.intents.plan.LeaseId;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a person waits for and only the platform team can mend: both hear it, and nobody pays meanwhile. */
@RealPostgres
class PlatformIsToldTest {
    private static final PlatformTrouble NO_CLASS = new PlatformTrouble("no-storage-class", "Make one the default.");
    private static final Observed WAITS = new Observed.Making("growth/lab", "no storage class is set up", NO_CLASS);

    private final World world = new World();
    private final Worker worker;

    PlatformIsToldTest(Database database) {
        this.worker = new Worker(database, world, Fuse.never());
    }

    @BeforeEach
    void nothingElseIsDue() {
        worker.the(JdbcClient.class).sql("update lease set settled = true").update();
    }

    @AfterEach
    void close() {
        worker.close();
    }

    @Test
    void bothHearWhatItWaitsForAndNothingIsCharged() {
        Request request = open(Wishes.of("home"));
        world.trouble = WAITS;
        for (int i = 0; i < 10; i++) {
            worker.one();
            worker.later(Duration.ofHours(1));
        }

        assertThat(worker.alarms)
                .extracting(PlatformAlarm::key)
                .as("said at every look under one key, heard once")
                .isNotEmpty()
                .containsOnly(request.id().lease() + "/home/no-storage-class");
        assertThat(worker.alarms.getFirst().words())
                .isEqualTo(request.id().lease()
                        + " of ana (team growth), part home, waits for you. Make one the default.");
        assertThat(worker.words(request)).containsExactly("On its way: home, no storage class is set up.");
        Lease lease = worker.lease(request);
        assertThat(lease.state()).isEqualTo(Lease.State.PROVIDING);
        assertThat(lease.spent().amount()).isZero();

        world.trouble = null;
        worker.work();
        lease = worker.lease(request);
        assertThat(lease.state()).isEqualTo(Lease.State.LIVE);
        assertThat(lease.spent().amount())
                .as("ten hours of waiting cost nothing")
                .isLessThan(new BigDecimal("0.01"));
    }

    @Test
    void nothingIsHandedOverOrChargedBeforeItsLinkOpens() {
        Request request = open(Wishes.of("home"));
        world.closed = new Observed.Making("growth/lab", "its link doesn't open (503)", NO_CLASS);
        for (int i = 0; i < 10; i++) {
            worker.one();
            worker.later(Duration.ofMinutes(10));
        }
        assertThat(worker.lease(request).state()).isEqualTo(Lease.State.PROVIDING);
        assertThat(worker.lease(request).spent().amount()).isZero();
        assertThat(worker.words(request)).contains("On its way: home, its link doesn't open (503).");
        assertThat(worker.alarms)
                .extracting(PlatformAlarm::key)
                .containsOnly(request.id().lease() + "/home/no-storage-class");

        world.closed = null;
        worker.work();
        assertThat(worker.lease(request).state()).isEqualTo(Lease.State.LIVE);
        world.closed = new Observed.Making("growth/lab", "its link doesn't open (503)");
        worker.later(Duration.ofMinutes(10));
        worker.work();
        assertThat(worker.lease(request).state())
                .as("what was handed over is looked at, and its link no more")
                .isEqualTo(Lease.State.LIVE);
    }

    @Test
    void whatSomebodyChangedByHandIsSaidAndWaitsForNobody() {
        Request request = open(Wishes.of("home"));
        worker.work();
        var words = "Somebody changed Deployment growth/lab by hand: spec.replicas (kubectl-edit). It is set back.";
        world.trouble = new Observed.Making(
                "growth/lab", "changed by hand", new PlatformTrouble(PlatformTrouble.BY_HAND, words));
        worker.due(request);
        worker.one();

        assertThat(worker.alarms)
                .extracting(PlatformAlarm::key)
                .isNotEmpty()
                .allMatch(key -> key.startsWith(request.id().lease() + "/home/changed-by-hand/"));
        assertThat(worker.alarms)
                .extracting(PlatformAlarm::words)
                .containsOnly(request.id().lease() + " of ana (team growth), part home: " + words);
    }

    @Test
    void whatPassesByItselfIsNobodysAlarm() {
        open(Wishes.of("home"));
        world.trouble = new Observed.Making("growth/lab", "queued: waiting for 2 more GPUs");
        worker.one();
        assertThat(worker.alarms).isEmpty();
    }

    @Test
    void whatTheClusterRefusesIsToldWhenItIsGivenUp() {
        Request request = open(Wishes.of("home"));
        world.trouble =
                new Observed.Broken("The cluster refused it.", new PlatformTrouble("not-installed", "KubeRay."));
        for (int i = 0; i < 3; i++) {
            worker.one();
        }
        assertThat(worker.alarms)
                .extracting(PlatformAlarm::key)
                .containsOnly(request.id().lease() + "/home/not-installed");
    }

    @Test
    void aLeaseIsOverOnlyAfterTheLastLook() {
        Request request = open(Wishes.of("home"));
        worker.work();
        LeftoverSweep sweep = worker.the(LeftoverSweep.class);
        assertThat(sweep.standing(request.id().lease())).isEqualTo(Standing.OPEN);
        assertThat(sweep.standing(new LeaseId("lease-qqqqqqqqqq"))).isEqualTo(Standing.UNKNOWN);
        worker.inTransaction(() -> worker.the(HandOver.class).end(request.id().lease(), Wishes.ANA, "Stopped."));
        worker.work();
        assertThat(sweep.standing(request.id().lease())).isEqualTo(Standing.OVER);
        sweep.sweep();
        assertThat(worker.alarms).isEmpty();
    }

    private Request open(Request request) {
        worker.inTransaction(() -> worker.the(HandOver.class)
                .open(
                        request,
                        Set.copyOf(request.judgement().plan().parts().stream()
                                .map(part -> part.name())
                                .toList())));
        return request;
    }
}
