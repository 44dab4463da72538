package dev.quartermaster.actions.lease.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.quartermaster.actions.bundle.Bundles;
import dev.quartermaster.actions.lease.Lease;
import dev.quartermaster.actions.lease.Lease.PartState.Progress;
import dev.quartermaster.actions.lease.Leases;
import dev.quartermaster.actions.lease.store.LeaseRow;
import dev.quartermaster.actions.organisation.SampleBundles;
import dev.quartermaster.actions.postgres.Database;
import dev.quartermaster.actions.postgres.RealPostgres;
import dev.quartermaster.actions.provider.Observed;
import dev.quartermaster.actions.request.HandOver;
import dev.quartermaster.actions.request.Request;
import dev.quartermaster.actions.time.DatabaseTime;
import dev.quartermaster.intents.catalogue.GoldenPath;
import dev.quartermaster.intents.intent.Term;
import dev.quartermaster.intents.money.Money;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.plan.LeaseId;
import dev.quartermaster.intents.plan.PartName;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@RealPostgres
class LifeTest {
    private static final PartName HOME = new PartName("home");

    private final World world = new World();
    private final Worker worker;

    LifeTest(Database database) {
        this.worker = new Worker(database, world, Fuse.never());
    }

    @AfterEach
    void close() {
        worker.close();
    }

    @Test
    void aLiveLeaseStaysOnTheVersionOfItsGoldenPathThatItWasMadeUnder() {
        Request request = worker.open(Wishes.of("home"));
        worker.work();
        var made = Map.copyOf(world.specs);
        var path = request.judgement().plan().path();
        var home = new GoldenPath.PartTemplate(
                "home", world.through(Fuse.never()).type(), Map.of("image", "another"), null);
        ((SampleBundles) worker.the(Bundles.class))
                .offer(Map.of(
                        path,
                        new GoldenPath(
                                path,
                                4,
                                "Data science experimentation",
                                "platform",
                                "Changed.",
                                List.of(),
                                List.of(),
                                "",
                                List.of(),
                                new GoldenPath.Data(Set.of(), List.of()),
                                List.of(home),
                                Map.of(),
                                List.of(),
                                null,
                                GoldenPath.Start.TOGETHER)));

        world.things.clear();
        world.specs.clear();
        worker.due(request);
        worker.work();

        assertThat(worker.lease(request).state()).isEqualTo(Lease.State.LIVE);
        assertThat(world.specs).as("made again as it was agreed").isNotEmpty().isEqualTo(made);
    }

    @Test
    void theClockStartsAtTheHandOver() {
        Request request = worker.open(Wishes.of("home", "repository"));
        assertThat(worker.lease(request).state()).isEqualTo(Lease.State.PROVIDING);
        assertThat(worker.lease(request).links()).isEmpty();
        worker.later(Duration.ofHours(3));

        worker.work();

        Lease lease = worker.lease(request);
        assertThat(lease.state()).isEqualTo(Lease.State.LIVE);
        assertThat(lease.from()).isCloseTo(now(), within(10, ChronoUnit.SECONDS));
        assertThat(Duration.between(lease.from(), lease.until())).isEqualTo(Wishes.TERM);
        assertThat(lease.links()).hasSize(1);
        assertThat(lease.parts()).extracting(Lease.PartState::ref).containsExactly("ref-home", "ref-repository");
        assertThat(worker.heard(request)).contains("handed-over");
    }

    @Test
    void aMomentAskedForIsTheEnd() {
        Instant end = now().plus(Duration.ofHours(2)).truncatedTo(ChronoUnit.SECONDS);
        Request request = worker.open(Wishes.of(new Term.Until(end), "fake", "home"));

        worker.work();

        assertThat(worker.lease(request).until()).isEqualTo(end);
    }

    @Test
    void aMomentThatPassesBeforeItIsReadyEndsIt() {
        Request request = worker.open(Wishes.of(new Term.Until(now().plus(Duration.ofHours(1))), "fake", "home"));
        world.trouble = new Observed.Unreachable("the cluster");
        worker.one();
        worker.later(Duration.ofHours(2));
        world.trouble = null;

        worker.work();

        assertThat(worker.lease(request).state()).isEqualTo(Lease.State.FAILED);
        assertThat(world.changes).isEmpty();
    }

    @Test
    void whatCannotBeReachedIsWaitedForAndSaidOnce() {
        Request request = worker.open(Wishes.of("home"));
        world.trouble = new Observed.Unreachable("the cluster");
        for (int i = 0; i < 5; i++) {
            worker.one();
        }
        assertThat(worker.words(request)).containsExactly("Waiting for the cluster, will go on by itself.");

        world.trouble = null;
        worker.work();

        assertThat(worker.lease(request).state()).isEqualTo(Lease.State.LIVE);
    }

    @Test
    void whatIsBrokenIsTakenBackAndCostsNothing() {
        Request request = worker.open(Wishes.of("home"));
        worker.one();
        worker.the(JdbcClient.class)
                .sql("update lease set state = 'providing', started = null where id = ?")
                .param(request.id().lease().value())
                .update();
        world.trouble = new Observed.Broken("The cluster said: no such kind.");
        for (int i = 0; i < 3; i++) {
            worker.one();
        }
        assertThat(worker.lease(request).state()).isEqualTo(Lease.State.ENDING);
        world.trouble = null;
        worker.work();

        assertThat(worker.lease(request).state()).isEqualTo(Lease.State.FAILED);
        assertThat(world.changes).containsExactly("made home", "gone home");
        assertThat(worker.words(request).getLast()).contains("no such kind").contains("nothing is charged");
    }

    @Test
    void aPartThatNobodyMakesFailsInWords() {
        Request request = worker.open(Wishes.of(new Term.Unsaid(), "unknown", "home"));

        worker.work();

        assertThat(worker.lease(request).state()).isEqualTo(Lease.State.FAILED);
    }

    @Test
    void itIsChargedUpToItsEndHoweverLateThatIsNoticed() {
        Request request = worker.open(Wishes.of("home"));
        worker.work();

        worker.later(Duration.ofDays(5));
        worker.work();

        assertThat(worker.lease(request).state()).isEqualTo(Lease.State.ENDED);
        assertThat(worker.lease(request).spent()).isEqualTo(Money.of("0.88", "EUR"));
        assertThat(worker.words(request).getLast()).contains("0.88 EUR");
    }

    @Test
    void aStopChargesUpToTheStop() {
        Request request = worker.open(Wishes.of("home"));
        worker.work();
        worker.later(Duration.ofHours(2));

        worker.inTransaction(() -> handOver().end(request.id().lease(), Wishes.ANA, "Stopped by Ana."));
        worker.later(Duration.ofHours(2));
        worker.work();

        assertThat(worker.lease(request).state()).isEqualTo(Lease.State.ENDED);
        assertThat(worker.lease(request).spent().toString()).isEqualTo("0.22 EUR");
        assertThat(worker.words(request).getLast()).contains("Stopped by Ana.");
        assertThat(world.changes).containsExactly("made home", "gone home");
    }

    @Test
    void aStopOvertakesTheWorkerThatIsStillMaking() {
        Request request = worker.open(Wishes.of("home", "repository"));
        LeaseRow claimed = worker.the(LeaseClaims.class).take().orElseThrow();
        worker.inTransaction(() -> handOver().end(request.id().lease(), null, "Withdrawn."));

        worker.the(LeaseReconciler.class).over(claimed);
        assertThat(worker.the(LeaseTransitions.class).handedOver(claimed, List.of(), false))
                .isFalse();
        worker.work();

        assertThat(worker.lease(request).state()).isEqualTo(Lease.State.ENDED);
        assertThat(worker.heard(request)).doesNotContain("handed-over");
        assertThat(worker.lease(request).spent().amount()).isZero();
        assertThat(world.things.values()).noneMatch(thing -> thing.there);
    }

    @Test
    void whatIsMissingIsMadeAgain() {
        Request request = worker.open(Wishes.of("home", "repository"));
        worker.work();
        world.things.get(request.id().lease() + "/home").there = false;
        worker.due(request);

        worker.work();

        assertThat(world.changes).containsExactly("made home", "made repository", "made home");
        assertThat(worker.lease(request).parts())
                .extracting(Lease.PartState::state)
                .containsOnly(Progress.READY);
        assertThat(worker.heard(request)).containsOnlyOnce("handed-over");
    }

    @Test
    void theEndIsAnnouncedOnceAndAnewAfterAnExtension() {
        Request request = worker.open(Wishes.of("home"));
        worker.work();
        Instant until = worker.lease(request).until();
        worker.later(Wishes.TERM.minus(Duration.ofMinutes(30)));
        worker.work();
        worker.due(request);
        worker.work();
        assertThat(worker.heard(request)).containsOnlyOnce("ending-soon");

        Instant longer = until.plus(Duration.ofHours(8));
        worker.inTransaction(() -> handOver().extend(request.id().lease(), longer));
        worker.later(Duration.ofHours(1));
        worker.work();
        assertThat(worker.lease(request).state()).isEqualTo(Lease.State.LIVE);
        assertThat(worker.lease(request).until()).isEqualTo(longer);
        assertThat(worker.heard(request)).containsOnlyOnce("ending-soon");

        worker.later(Duration.ofHours(6));
        worker.work();
        assertThat(worker.heard(request).stream().filter("ending-soon"::equals)).hasSize(2);
    }

    @Test
    void credentialsAreShownToTheirOwnerAsOftenAsTheyAskWhileItIsLive() {
        Request request = worker.open(Wishes.of("home", "repository"));
        LeaseId lease = request.id().lease();
        assertThat(leases().showable(lease)).isEmpty();
        worker.work();
        assertThat(leases().showable(lease)).containsExactly(new Leases.Showable(HOME, false));
        assertThat(leases().reveal(lease, HOME, new PersonId("mia"))).isEmpty();
        assertThat(leases().reveal(lease, new PartName("repository"), Wishes.ANA))
                .isEmpty();

        assertThat(leases().reveal(lease, HOME, Wishes.ANA)).isPresent();
        assertThat(leases().showable(lease)).containsExactly(new Leases.Showable(HOME, true));
        assertThat(leases().reveal(lease, HOME, Wishes.ANA)).isPresent();

        worker.inTransaction(() -> handOver().end(lease, Wishes.ANA, "Stopped by Ana."));
        worker.work();
        assertThat(leases().showable(lease)).isEmpty();
        assertThat(leases().reveal(lease, HOME, Wishes.ANA)).isEmpty();
    }

    @Test
    void whatCouldNotBeShownCanBeAskedForAgain() {
        Request request = worker.open(Wishes.of("home"));
        worker.work();
        world.trouble = new Observed.Unreachable("the cluster");
        assertThat(leases().reveal(request.id().lease(), HOME, Wishes.ANA)).isEmpty();

        world.trouble = null;
        assertThat(leases().reveal(request.id().lease(), HOME, Wishes.ANA)).isPresent();
    }

    @Test
    void openingTwiceIsOpeningOnce() {
        Request request = worker.open(Wishes.of("home"));
        worker.open(request);
        worker.work();

        assertThat(worker.heard(request)).containsOnlyOnce("handed-over");
        assertThat(leases().of(Wishes.ANA))
                .extracting(Lease::id)
                .containsOnlyOnce(request.id().lease());
        assertThat(handOver().running(request.id().lease()).orElseThrow().open())
                .isTrue();
    }

    private Leases leases() {
        return worker.the(Leases.class);
    }

    private HandOver handOver() {
        return worker.the(HandOver.class);
    }

    private Instant now() {
        return worker.the(DatabaseTime.class).now();
    }
}
