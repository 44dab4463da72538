package dev.quartermaster.actions.lease.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.actions.audit.Audit;
import dev.quartermaster.actions.json.Json;
import dev.quartermaster.actions.lease.Lease;
import dev.quartermaster.actions.lease.store.LeaseRow;
import dev.quartermaster.actions.lease.store.LeaseStore;
import dev.quartermaster.actions.lease.store.PartRow;
import dev.quartermaster.actions.ledger.Ledger;
import dev.quartermaster.actions.ledger.SpendReport;
import dev.quartermaster.actions.organisation.SampleBundles;
import dev.quartermaster.actions.postgres.Database;
import dev.quartermaster.actions.postgres.RealPostgres;
import dev.quartermaster.actions.provider.Observed;
import dev.quartermaster.actions.provider.Provider;
import dev.quartermaster.actions.provider.Resize;
import dev.quartermaster.actions.request.Request;
import dev.quartermaster.actions.request.RequestService.Answer;
import dev.quartermaster.actions.request.State;
import dev.quartermaster.intents.catalogue.PathName;
import dev.quartermaster.intents.catalogue.Value;
import dev.quartermaster.intents.config.BundleFiles;
import dev.quartermaster.intents.intent.Intent;
import dev.quartermaster.intents.intent.Intent.Decide.Choice;
import dev.quartermaster.intents.intent.Period;
import dev.quartermaster.intents.intent.Target;
import dev.quartermaster.intents.intent.Term;
import dev.quartermaster.intents.money.Money;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.plan.LeaseId;
import dev.quartermaster.intents.policy.Guard;
import dev.quartermaster.intents.policy.Verdict;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Another size of what runs: judged, charged from when it is there, and undone where it never is. */
@RealPostgres
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ResizeTest {
    private static final BigDecimal TWO_CORES = new BigDecimal("0.11");
    private static final BigDecimal FOUR_CORES = new BigDecimal("0.24");
    private static final BigDecimal CENTS = new BigDecimal("0.02");

    private final DeskAndLeases whole;

    ResizeTest(Database database) throws IOException {
        this.whole = DeskAndLeases.at(database, BundleFiles.ofJar());
    }

    @AfterAll
    void close() {
        whole.close();
    }

    @BeforeEach
    void everythingIsPossible() {
        whole.world().resize = new Resize.Interrupts("It restarts.");
        whole.world().tooLarge = order -> false;
    }

    @Test
    void eachStretchIsChargedAtTheRateThatTheChainSays() {
        Request notebook = live();
        Instant from = whole.lease(notebook.lease()).from();
        whole.later(Duration.ofHours(1));

        Request larger = whole.asked("ana", four(notebook));
        assertThat(larger.state()).isEqualTo(State.APPROVED);
        assertThat(larger.summary()).isEqualTo("Data science experimentation, cpu 2 → 4, memory 2Gi → 8Gi");
        assertThat(larger.resizing().effect()).isEqualTo("It restarts.");
        assertThat(whole.lease(notebook.lease()).perHour().amount()).isEqualByComparingTo(TWO_CORES);
        whole.later(Duration.ofMinutes(30));
        whole.work();

        assertThat(whole.find(larger.id()).state()).isEqualTo(State.LIVE);
        Lease lease = whole.lease(notebook.lease());
        assertThat(lease.perHour().amount()).isEqualByComparingTo(FOUR_CORES);
        assertThat(lease.plan().parameters()).containsEntry("cpu", new Value.Whole(4));
        assertThat(whole.world().specs.get(notebook.lease() + "/home").toString())
                .contains("memory=8Gi");
        whole.later(Duration.ofHours(2));

        List<Charged> charged = charged(notebook, from);
        assertThat(charged).extracting(Charged::perHour).containsExactly(TWO_CORES, BigDecimal.ZERO, FOUR_CORES);
        BigDecimal recomputed = amount(charged, whole.now());
        assertThat(whole.lease(notebook.lease()).spent().amount()).isCloseTo(recomputed, within());
        assertThat(recomputed).isCloseTo(new BigDecimal("0.59"), within());
        assertThat(reserved(notebook.lease()))
                .as("used, and what it takes from when it was ready")
                .isCloseTo(amount(charged, whole.lease(notebook.lease()).until()), within());
        SpendReport report = spend();
        assertThat(report.items().stream().map(item -> item.amount().amount()).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(report.total().amount());
        whole.desk().stop(notebook.lease(), ana());
        whole.work();
        assertThat(reserved(notebook.lease())).isZero();
        assertThat(whole.find(larger.id()).state()).isEqualTo(State.ENDED);
    }

    /** While it may still become what it was, longer is as dear as that. */
    @Test
    void whatIsOnItsWayToLessIsJudgedAsTheLargerThatItMayBecomeAgain() {
        Request notebook = live(Map.of("size", new Value.Text("large")));
        Money large = whole.lease(notebook.lease()).perHour();
        Request smaller = whole.asked("ana", resize(notebook, Map.of("cpu", new Value.Whole(2), "memory", two())));
        assertThat(smaller.state()).isEqualTo(State.APPROVED);
        Request longer = whole.asked(
                "ana", new Intent.Extend(new Target.Id(notebook.lease().value()), new Term.For(Duration.ofDays(3))));
        assertThat(longer.state()).isEqualTo(State.WAITING);
        assertThat(longer.judgement().price().perHour()).isEqualTo(large);

        whole.work();
        Request affordable = whole.asked(
                "ana", new Intent.Extend(new Target.Id(notebook.lease().value()), new Term.For(Duration.ofHours(1))));
        assertThat(affordable.judgement().price().perHour().compareTo(large)).isNegative();
        whole.desk().stop(notebook.lease(), ana());
        whole.work();
    }

    private static Value two() {
        return new Value.Quantity(BigDecimal.TWO);
    }

    /** Its meter stood still, and the larger size is what gets it going again. */
    @Test
    void whatWasInterruptedIsChargedAgainFromWhenItsNewSizeIsReady() {
        Request notebook = live();
        whole.world().trouble = new Observed.Making("", "it was preempted, and is queued");
        for (int i = 0; i < 8; i++) {
            due(notebook);
            whole.one();
        }
        BigDecimal before = whole.lease(notebook.lease()).spent().amount();
        whole.later(Duration.ofHours(1));
        assertThat(whole.lease(notebook.lease()).spent().amount()).isEqualByComparingTo(before);

        whole.asked("ana", four(notebook));
        whole.world().trouble = null;
        due(notebook);
        whole.work();
        assertThat(whole.lease(notebook.lease()).perHour().amount()).isEqualByComparingTo(FOUR_CORES);
        whole.later(Duration.ofHours(2));
        assertThat(whole.lease(notebook.lease()).spent().amount().subtract(before))
                .isCloseTo(FOUR_CORES.multiply(BigDecimal.TWO), within());
        whole.desk().stop(notebook.lease(), ana());
        whole.work();
    }

    @Test
    void theDifferenceIsGuardedAndWhatWaitedBesideItIsNotUndone() {
        Request notebook = live();
        Request large = whole.asked("ana", resize(notebook, Map.of("size", new Value.Text("large"))));
        assertThat(large.state()).isEqualTo(State.WAITING);
        assertThat(large.guards())
                .extracting(Guard::amount)
                .allSatisfy(amount -> assertThat(amount.amount())
                        .isCloseTo(
                                new BigDecimal("34.96"),
                                org.assertj.core.api.Assertions.within(new BigDecimal("0.1"))));
        assertThat(whole.ask("ana", resize(notebook, Map.of("cpu", new Value.Whole(3)))))
                .isInstanceOfSatisfying(
                        Answer.Declined.class,
                        declined -> assertThat(declined.words())
                                .contains("asked for already", large.id().value()));
        Instant end = whole.lease(notebook.lease()).until();
        Request longer = whole.asked(
                "ana", new Intent.Extend(new Target.Id(notebook.lease().value()), new Term.For(Duration.ofHours(2))));
        assertThat(longer.state()).isEqualTo(State.LIVE);

        assertThat(whole.decide(large.id(), "mia", Choice.APPROVE))
                .as("two hours more of the large one is another question")
                .isInstanceOf(Answer.Stale.class);
        whole.decide(large.id(), "mia", Choice.APPROVE);
        whole.work();

        Lease lease = whole.lease(notebook.lease());
        assertThat(lease.until()).isEqualTo(end.plus(Duration.ofHours(2)));
        assertThat(lease.perHour().amount()).isEqualByComparingTo("4.48");
        assertThat(whole.asked(
                                "ana",
                                new Intent.Extend(
                                        new Target.Id(notebook.lease().value()), new Term.For(Duration.ofHours(1))))
                        .judgement()
                        .price()
                        .perHour()
                        .amount())
                .as("what is kept longer is what runs by now")
                .isEqualByComparingTo("4.48");
        stop(notebook);
    }

    @Test
    void lessMayAlwaysBeHadAndIsGivenBackFromThen() {
        Request notebook = live(Map.of("gpus", new Value.Whole(1)));
        assertThat(reserved(notebook.lease())).isCloseTo(new BigDecimal("20.88"), within());

        Request less = whole.asked("ana", resize(notebook, Map.of("gpus", new Value.Whole(0))));
        assertThat(less.state()).isEqualTo(State.APPROVED);
        whole.work();

        assertThat(whole.lease(notebook.lease()).perHour().amount()).isEqualByComparingTo(TWO_CORES);
        assertThat(reserved(notebook.lease())).isCloseTo(new BigDecimal("0.88"), within());
        stop(notebook);
    }

    @Test
    void whatCannotBeIsRefusedWithWhatCan() {
        Request notebook = live();
        Request beyond = whole.asked("ana", resize(notebook, Map.of("cpu", new Value.Whole(100))));
        assertThat(beyond.state()).isEqualTo(State.REFUSED);
        assertThat(((Verdict.Refused) beyond.judgement().verdict()).alternatives())
                .extracting(Verdict.Alternative::command)
                .containsExactly("resize " + notebook.lease() + " --cpu 64");
        assertThat(declined(resize(notebook, Map.of("cpu", new Value.Whole(2)))))
                .contains("that size already");
        assertThat(declined(resize(notebook, Map.of("image", new Value.Text("x")))))
                .contains("--cpu", "--memory");
        assertThat(whole.ask("raj", four(notebook)))
                .isInstanceOfSatisfying(
                        Answer.Declined.class,
                        answer -> assertThat(answer.words()).contains("There is no " + notebook.lease()));

        whole.world().resize = new Resize.Impossible("It stands in a queue. Ask for a new one.");
        Request queued = whole.asked("ana", four(notebook));
        assertThat(queued.state()).isEqualTo(State.REFUSED);
        assertThat(((Verdict.Refused) queued.judgement().verdict()).reasons())
                .extracting(Verdict.Reason::words)
                .containsExactly("It stands in a queue. Ask for a new one.");
        stop(notebook);
    }

    @Test
    void eightAtOnceAreOne() throws Exception {
        Request notebook = live();
        List<Callable<Answer>> clicks = new ArrayList<>();
        for (int click = 0; click < 8; click++) {
            clicks.add(() -> whole.ask("ana", four(notebook)));
        }
        try (var threads = Executors.newFixedThreadPool(8)) {
            List<Answer> answers = new ArrayList<>();
            for (var future : threads.invokeAll(clicks)) {
                answers.add(future.get());
            }
            assertThat(answers).filteredOn(Answer.Done.class::isInstance).hasSize(1);
        }
        whole.work();
        assertThat(whole.lease(notebook.lease()).perHour().amount()).isEqualByComparingTo(FOUR_CORES);
        stop(notebook);
    }

    @Test
    void whatNeverBecomesReadyBecomesWhatItWas() {
        Request notebook = live();
        whole.world().tooLarge = order -> order.part().spec().toString().contains("memory=8Gi");
        Request larger = whole.asked("ana", four(notebook));
        whole.work();

        assertThat(whole.find(larger.id()).state()).isEqualTo(State.FAILED);
        Lease lease = whole.lease(notebook.lease());
        assertThat(lease.plan().parameters()).containsEntry("cpu", new Value.Whole(2));
        assertThat(lease.perHour().amount()).isEqualByComparingTo(TWO_CORES);
        assertThat(whole.world().specs.get(notebook.lease() + "/home").toString())
                .contains("memory=2Gi");
        assertThat(reserved(notebook.lease())).isCloseTo(new BigDecimal("0.88"), within());
        assertThat(meters(notebook.lease()).getLast()).isEqualByComparingTo(TWO_CORES);
        stop(notebook);
    }

    @Test
    void onTheWayItCanBeTakenBack() {
        Request notebook = live();
        whole.world().tooLarge = order -> order.part().spec().toString().contains("memory=8Gi");
        Request larger = whole.asked("ana", four(notebook));
        assertThat(whole.one()).isTrue();
        assertThat(meters(notebook.lease())).last().isEqualTo(BigDecimal.ZERO);
        assertThat(whole.desk().withdraw(larger.id(), ana())).isInstanceOf(Answer.Done.class);
        assertThat(whole.desk().withdraw(larger.id(), ana())).isInstanceOf(Answer.Declined.class);
        whole.work();

        assertThat(whole.find(larger.id()).state()).isEqualTo(State.WITHDRAWN);
        assertThat(whole.lease(notebook.lease()).perHour().amount()).isEqualByComparingTo(TWO_CORES);
        assertThat(reserved(notebook.lease())).isCloseTo(new BigDecimal("0.88"), within());
        stop(notebook);
    }

    /** Once after it was told what to become, and once when all of that is so. */
    @Test
    void whereverItsWorkerIsKilledItHappensOnce() {
        Request notebook = live();
        Instant from = whole.lease(notebook.lease()).from();
        whole.asked("ana", four(notebook));
        LeaseRow killed = claimed();
        PartRow home = whole.the(LeaseStore.class).parts(killed.id()).getFirst();
        whole.the(PartReconciler.class).reach(killed, home, Provider.Wanted.RUNNING);
        expired(killed);
        LeaseRow another = claimed();
        assertThat(whole.the(ResizeTransitions.class).resized(killed)).isFalse();
        assertThat(whole.the(ResizeTransitions.class).resized(another)).isTrue();
        expired(another);
        whole.work();

        assertThat(whole.the(ResizeTransitions.class).resized(another)).isFalse();
        assertThat(charged(notebook, from))
                .extracting(Charged::perHour)
                .containsExactly(TWO_CORES, BigDecimal.ZERO, FOUR_CORES);
        stop(notebook);
    }

    private LeaseRow claimed() {
        return whole.the(LeaseClaims.class).take().orElseThrow();
    }

    private void expired(LeaseRow claimed) {
        whole.jdbc()
                .sql("update lease set held_until = null, due = clock_timestamp() where id = ?")
                .param(claimed.id().value())
                .update();
    }

    @Test
    void decidedAfterItsEndItDoesNothingAndSaysSo() {
        Request notebook = live();
        Request large = whole.asked("ana", resize(notebook, Map.of("size", new Value.Text("large"))));
        whole.later(Duration.ofHours(9));

        whole.decide(large.id(), "mia", Choice.APPROVE);

        Request refused = whole.find(large.id());
        assertThat(refused.state()).isEqualTo(State.REFUSED);
        assertThat(((Verdict.Refused) refused.judgement().verdict())
                        .reasons()
                        .getFirst()
                        .words())
                .contains("ended already");
        whole.work();
        assertThat(whole.lease(notebook.lease()).state()).isEqualTo(Lease.State.ENDED);
    }

    /** A stretch from then on at a rate. */
    private record Charged(BigDecimal perHour, Instant from) {}

    private List<Charged> charged(Request notebook, Instant from) {
        List<Charged> charged = new ArrayList<>(List.of(new Charged(TWO_CORES, from)));
        whole.the(Audit.class).of(notebook.id().value()).stream()
                .filter(fact ->
                        fact.what().equals("lease-resizing") || fact.what().equals("lease-resized"))
                .map(fact -> new Json().read(fact.detail(), Map.class))
                .map(detail -> new Charged(
                        new BigDecimal(detail.get("perHour").toString().split(" ")[0]),
                        Instant.parse(detail.get("from").toString())))
                .forEach(charged::add);
        return charged;
    }

    private static BigDecimal amount(List<Charged> charged, Instant until) {
        BigDecimal sum = BigDecimal.ZERO;
        for (int at = 0; at < charged.size(); at++) {
            Instant end = at + 1 < charged.size() ? charged.get(at + 1).from() : until;
            long seconds = end.getEpochSecond() - charged.get(at).from().getEpochSecond();
            sum = sum.add(charged.get(at).perHour().multiply(BigDecimal.valueOf(seconds)));
        }
        return sum.divide(BigDecimal.valueOf(3600), 6, RoundingMode.HALF_UP);
    }

    private void due(Request request) {
        whole.the(JdbcClient.class)
                .sql("update lease set due = clock_timestamp() where id = ?")
                .param(request.lease().value())
                .update();
    }

    private Request live() {
        return live(Map.of());
    }

    private Request live(Map<String, Value> parameters) {
        Request notebook = whole.asked(
                "ana",
                new Intent.Launch(
                        new PathName("data-science-experimentation"),
                        new TreeMap<>(parameters),
                        new Term.For(Duration.ofHours(8)),
                        "churn"));
        whole.decide(notebook.id(), "omar", Choice.APPROVE);
        whole.decide(notebook.id(), "mia", Choice.APPROVE);
        whole.work();
        assertThat(whole.lease(notebook.lease()).state()).isEqualTo(Lease.State.LIVE);
        return notebook;
    }

    private void stop(Request notebook) {
        whole.desk().stop(notebook.lease(), ana());
        whole.work();
        assertThat(reserved(notebook.lease())).isZero();
    }

    private String declined(Intent intent) {
        return ((Answer.Declined) whole.ask("ana", intent)).words();
    }

    private static Intent four(Request notebook) {
        return resize(notebook, Map.of("cpu", new Value.Whole(4), "memory", Value.Quantity.of("8Gi")));
    }

    private static Intent resize(Request notebook, Map<String, Value> size) {
        return new Intent.Resize(new Target.Id(notebook.lease().value()), new TreeMap<>(size));
    }

    private static PersonId ana() {
        return new PersonId("ana");
    }

    private SpendReport spend() {
        var today = whole.now().atZone(ZoneOffset.UTC).toLocalDate();
        var answer = whole.the(Ledger.class)
                .spend(ana(), SampleBundles.GROWTH, new Period(today.minusDays(3), today.plusDays(3)));
        return ((Ledger.Answer.Report) answer).report();
    }

    private List<BigDecimal> meters(LeaseId lease) {
        return whole.jdbc()
                .sql("select per_hour from usage where lease = ? order by from_at, id")
                .param(lease.value())
                .query(BigDecimal.class)
                .list();
    }

    private BigDecimal reserved(LeaseId lease) {
        return whole.jdbc()
                .sql("select coalesce(sum(amount), 0) from reservation where lease = ?")
                .param(lease.value())
                .query(BigDecimal.class)
                .single();
    }

    private static org.assertj.core.data.Offset<BigDecimal> within() {
        return org.assertj.core.api.Assertions.within(CENTS);
    }
}
