package dev.quartermaster.actions.lease.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.quartermaster.actions.lease.Lease;
import dev.quartermaster.actions.postgres.Database;
import dev.quartermaster.actions.postgres.RealPostgres;
import dev.quartermaster.actions.request.Request;
import dev.quartermaster.actions.request.RequestService.Answer;
import dev.quartermaster.actions.request.State;
import dev.quartermaster.intents.catalogue.PathName;
import dev.quartermaster.intents.catalogue.Value;
import dev.quartermaster.intents.config.BundleFiles;
import dev.quartermaster.intents.intent.Intent;
import dev.quartermaster.intents.intent.Intent.Decide.Choice;
import dev.quartermaster.intents.intent.Target;
import dev.quartermaster.intents.intent.Term;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.plan.LeaseId;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Extensions asked for, agreed to, denied and forgotten in any order: an end only ever moves forward by them. */
@RealPostgres
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExtensionsTest {
    private static final Duration LONGEST = Duration.ofDays(14);
    private static final BigDecimal PER_HOUR = new BigDecimal("2.61");

    private final DeskAndLeases whole;

    ExtensionsTest(Database database) throws IOException {
        this.whole = DeskAndLeases.at(database, BundleFiles.ofJar());
    }

    @AfterAll
    void close() {
        whole.close();
    }

    @Test
    void aShorterOneThatWasAskedForEarlierLeavesTheEndWhereItIs() {
        Request notebook = live();
        Instant end = until(notebook);
        Request four = extension(notebook, Duration.ofHours(4));
        Request two = extension(notebook, Duration.ofHours(2));

        yes(four);
        Answer late = whole.decide(two.id(), "omar", Choice.APPROVE);

        assertThat(until(notebook)).isEqualTo(end.plus(Duration.ofHours(4)));
        assertThat(late).isInstanceOf(Answer.Stale.class);
        assertThat(whole.find(two.id()).state()).isEqualTo(State.REFUSED);
        assertThat(reserved(notebook.lease())).isCloseTo(PER_HOUR.multiply(BigDecimal.valueOf(12)), within(CENTS));
    }

    /** Each was shown with its end; a yes is to that end, so two of them are not added up. */
    @Test
    void aLongerOneThatWasAskedForLaterGoesOnFromThere() {
        Request notebook = live();
        Instant end = until(notebook);
        Request two = extension(notebook, Duration.ofHours(2));
        Request four = extension(notebook, Duration.ofHours(4));

        yes(two);
        assertThat(until(notebook)).isEqualTo(end.plus(Duration.ofHours(2)));
        yes(four);

        assertThat(until(notebook)).isEqualTo(end.plus(Duration.ofHours(4)));
        assertThat(whole.find(four.id()).state()).isEqualTo(State.LIVE);
        assertThat(reserved(notebook.lease())).isCloseTo(PER_HOUR.multiply(BigDecimal.valueOf(12)), within(CENTS));
    }

    @Test
    void whatHasEndedIsNotExtendedThoughNobodyHasNoticedYet() {
        Request notebook = live();
        Request four = extension(notebook, Duration.ofHours(4));
        Instant end = until(notebook);
        whole.later(Duration.ofHours(9));

        yes(four);

        assertThat(whole.find(four.id()).state()).isEqualTo(State.REFUSED);
        assertThat(until(notebook)).isEqualTo(end);
    }

    @Test
    void inRandomLivesEndsOnlyMoveForwardAndMoneyIsForWhatIsToRun() {
        int moved = 0;
        for (int seed = 0; seed < 12; seed++) {
            moved += new Life(new Random(seed)).live();
        }
        System.out.println("12 lives, " + moved + " ends moved, all forward");
        assertThat(moved).as("ends that moved, or nothing was tried").isGreaterThan(24);
    }

    private final class Life {
        private final Random random;
        private final List<Request> asked = new ArrayList<>();
        private final Request notebook = ExtensionsTest.this.live();
        private final Instant from = whole.lease(notebook.lease()).from();

        Life(Random random) {
            this.random = random;
        }

        /** @return how often its end moved */
        int live() {
            Instant end = until(notebook);
            int moved = 0;
            for (int step = 0; step < 20; step++) {
                happen();
                whole.work();
                Lease lease = whole.lease(notebook.lease());
                assertThat(lease.until()).isAfterOrEqualTo(end);
                assertThat(Duration.between(from, lease.until())).isLessThanOrEqualTo(LONGEST);
                if (lease.state() != Lease.State.LIVE) {
                    assertThat(reserved(notebook.lease())).isZero();
                    break;
                }
                assertThat(reserved(notebook.lease()))
                        .isCloseTo(cost(Duration.between(from, lease.until())), within(CENTS));
                moved += lease.until().isAfter(end) ? 1 : 0;
                end = lease.until();
            }
            whole.desk().stop(notebook.lease(), new PersonId("ana"));
            whole.work();
            assertThat(reserved(notebook.lease())).isZero();
            return moved;
        }

        private void happen() {
            switch (random.nextInt(11)) {
                case 0, 1, 2, 3 -> ask();
                case 4, 5, 6, 7 -> agree();
                case 8 -> decide(Choice.APPROVE);
                case 9 -> decide(Choice.DENY);
                default -> whole.later(Duration.ofMinutes(random.nextInt(120)));
            }
        }

        private void ask() {
            Term term = random.nextInt(4) == 0
                    ? new Term.Until(from.plus(Duration.ofMinutes(random.nextInt(4_000))))
                    : new Term.For(Duration.ofHours(1 + random.nextInt(30)));
            if (whole.ask("ana", extend(notebook, term)) instanceof Answer.Done(Request request)) {
                asked.add(request);
            }
        }

        private void agree() {
            if (!asked.isEmpty()) {
                yes(asked.get(random.nextInt(asked.size())));
            }
        }

        private void decide(Choice choice) {
            if (!asked.isEmpty()) {
                Request any = asked.get(random.nextInt(asked.size()));
                whole.decide(any.id(), random.nextBoolean() ? "omar" : "mia", choice);
            }
        }
    }

    private static final BigDecimal CENTS = new BigDecimal("0.05");

    private static BigDecimal cost(Duration time) {
        return PER_HOUR.multiply(BigDecimal.valueOf(time.toSeconds()))
                .divide(BigDecimal.valueOf(3600), 6, RoundingMode.HALF_UP);
    }

    private Request live() {
        Request notebook = whole.asked(
                "ana",
                new Intent.Launch(
                        new PathName("data-science-experimentation"),
                        new TreeMap<>(Map.of("gpus", new Value.Whole(1))),
                        new Term.For(Duration.ofHours(8)),
                        "churn"));
        yes(notebook);
        whole.work();
        assertThat(whole.lease(notebook.lease()).state()).isEqualTo(Lease.State.LIVE);
        return notebook;
    }

    /** Of a platform lead, for the GPU, and of the budget's owner, for what it costs. */
    private void yes(Request request) {
        whole.decide(request.id(), "omar", Choice.APPROVE);
        whole.decide(request.id(), "mia", Choice.APPROVE);
    }

    private Request extension(Request notebook, Duration length) {
        Request extension = whole.asked("ana", extend(notebook, new Term.For(length)));
        assertThat(extension.state()).isEqualTo(State.WAITING);
        return extension;
    }

    private static Intent extend(Request notebook, Term term) {
        return new Intent.Extend(new Target.Id(notebook.lease().value()), term);
    }

    private Instant until(Request notebook) {
        return whole.lease(notebook.lease()).until();
    }

    private BigDecimal reserved(LeaseId lease) {
        return whole.jdbc()
                .sql("select coalesce(sum(amount), 0) from reservation where lease = ?")
                .param(lease.value())
                .query(BigDecimal.class)
                .single();
    }
}
