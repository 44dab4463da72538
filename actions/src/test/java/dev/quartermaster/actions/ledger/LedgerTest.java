package dev.quartermaster.actions.ledger;

import static dev.quartermaster.actions.organisation.SampleBundles.GROWTH;
import static dev.quartermaster.actions.organisation.SampleBundles.ZONE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.actions.RequestId;
import dev.quartermaster.actions.ledger.BudgetReservations.Bought;
import dev.quartermaster.actions.organisation.SampleBundles;
import dev.quartermaster.actions.postgres.Database;
import dev.quartermaster.actions.postgres.RealPostgres;
import dev.quartermaster.intents.intent.Period;
import dev.quartermaster.intents.money.Money;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.plan.LeaseId;
import dev.quartermaster.intents.policy.Guard;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@RealPostgres
class LedgerTest {
    private final Database database;
    private final BudgetReservations purse;
    private final Ledger ledger;
    private final LeaseId lease = RequestId.random().lease();
    private final SampleBundles bundles = new SampleBundles(asked -> {
        throw new UnsupportedOperationException();
    });

    LedgerTest(Database database) {
        this.database = database;
        LedgerCase rooms = new LedgerCase(database, bundles);
        this.purse = rooms.purse();
        this.ledger = rooms.ledger();
    }

    @BeforeEach
    void clean() {
        database.jdbc()
                .sql("truncate usage, reservation, account, team_month, time_offset cascade")
                .update();
        database.jdbc().sql("insert into time_offset default values").update();
    }

    @Test
    void whatIsHandedOutStandsInTheReportAndTheTotalIsTheSum() {
        reserve(lease, "24");
        other("8");
        start(lease, "1", now().minus(Duration.ofMinutes(90)));
        SpendReport report = report("mia");

        assertThat(report.items()).hasSize(2);
        assertThat(report.total())
                .isEqualTo(report.items().stream().map(SpendReport.Item::amount).reduce(eur("0"), Money::plus));
        assertThat(report.total().plus(report.committed())).isEqualTo(eur("32"));
    }

    @Test
    void theEndGivesBackWhatWasNotUsed() {
        Instant from = now().minus(Duration.ofHours(2));
        reserve(lease, "24");
        start(lease, "1", from);
        database.inTransaction(() -> purse.stop(lease, from.plusSeconds(3600)));
        database.inTransaction(() -> purse.stop(lease, from.plusSeconds(7200)));

        assertThat(purse.spent(lease)).isEqualTo(eur("1"));
        assertThat(report("ana").committed()).isEqualTo(eur("0"));
        assertThat(report("ana").items()).first().matches(item -> !item.open());
    }

    @Test
    void whatEndedIsComparedWithWhatWasAgreedForIt() {
        Instant from = now().minus(Duration.ofHours(2));
        reserve(lease, "24");
        other("8");
        start(lease, "1", from);
        database.inTransaction(() -> purse.stop(lease, from.plusSeconds(3600)));

        assertThat(ledger.estimates(new PersonId("mia"), GROWTH, thisMonth()))
                .contains(List.of(new PathEstimate("ray-cluster", 1, eur("24"), eur("1"))));
        assertThat(ledger.estimates(new PersonId("raj"), GROWTH, thisMonth())).isEmpty();
    }

    /** At 0.11 an hour of which 0.02 are its files, running for an hour and kept for two. */
    @Test
    void whatIsStoppedIsChargedItsStorageAlone() {
        Instant from = now().minus(Duration.ofHours(3));
        Bought bought = new Bought(new TreeMap<>(), new BigDecimal("0.02"), List.of());
        var account = new BudgetReservations.Account(
                lease, GROWTH, new PersonId("ana"), "ray-cluster", "churn", eur("0.11"), bought);
        database.inTransaction(() -> purse.start(account, from, from.plus(Duration.ofHours(24))));
        database.inTransaction(() -> purse.idle(lease, from.plusSeconds(3600)));

        assertThat(purse.spent(lease).rounded()).isEqualTo(eur("0.15"));
        database.inTransaction(() -> purse.rate(lease, eur("0.11"), from.plusSeconds(7200)));
        assertThat(purse.spent(lease).rounded()).isEqualTo(eur("0.24"));
    }

    /** The end was noticed an hour late, after the worker had paused it. */
    @Test
    void whatWasChargedAfterTheEndIsTakenBack() {
        Instant from = now().minus(Duration.ofHours(3));
        start(lease, "1", from);
        database.inTransaction(() -> purse.pause(lease, from.plusSeconds(7200)));
        database.inTransaction(() -> purse.stop(lease, from.plusSeconds(3600)));

        assertThat(purse.spent(lease)).isEqualTo(eur("1"));
    }

    /** Handed over at the end of a month for longer than pieces are: each month has its own seconds of it. */
    @Test
    void aLeaseOverMonthEndsIsSplitAmongThem() {
        Instant end = month().atDay(1).atStartOfDay(ZONE).toInstant();
        Instant from = end.minus(Duration.ofDays(20));
        start(lease, "1", from);
        database.inTransaction(() -> purse.stop(lease, end.plusSeconds(1)));

        assertThat(hours(month().minusMonths(1))).isEqualByComparingTo("480");
        assertThat(hours(month())).isEqualByComparingTo("0.0003");
    }

    private BigDecimal hours(YearMonth month) {
        Period period = new Period(month.atDay(1), month.plusMonths(1).atDay(1));
        return ((Ledger.Answer.Report) ledger.spend(new PersonId("mia"), GROWTH, period))
                .report()
                .items()
                .getFirst()
                .hours();
    }

    @Test
    void aSecondStartAfterACrashChargesNothingTwice() {
        Instant from = now().minus(Duration.ofHours(1));
        start(lease, "1", from);
        start(lease, "1", from.plusSeconds(60));

        assertThat(database.jdbc()
                        .sql("select count(*) from usage")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void whatIsUsedIsNoLongerReserved() {
        reserve(lease, "24");
        start(lease, "1", now().minus(Duration.ofSeconds(1)));
        var month = ledger.budget(GROWTH).month(month());

        assertThat(month.used().plus(month.reserved())).isEqualTo(eur("24"));
    }

    /** Promised for the month of the yes; what is handed over on another day is used in that day's months. */
    @Test
    void theHandOverMovesTheMoneyToTheMonthsOfItsUse() {
        reserve(lease, "24");
        Instant from = month().plusMonths(1)
                .atEndOfMonth()
                .atStartOfDay(ZONE)
                .plusHours(12)
                .toInstant();
        database.inTransaction(() -> purse.start(account(lease, "1"), from, from.plus(Duration.ofHours(24))));

        assertThat(database.jdbc()
                        .sql(
                                "select to_char(month, 'YYYY-MM') || ' ' || round(amount, 2) from reservation order by month")
                        .query(String.class)
                        .list())
                .containsExactly(month().plusMonths(1) + " 12.00", month().plusMonths(2) + " 12.00");
    }

    @Test
    void nobodyElseSeesATeamsMoney() {
        for (String stranger : List.of("raj", "lee", "dan", "nobody")) {
            assertThat(ledger.spend(new PersonId(stranger), GROWTH, thisMonth()))
                    .isInstanceOf(Ledger.Answer.NotYours.class);
        }
        for (String insider : List.of("ana", "mia", "kim")) {
            assertThat(ledger.spend(new PersonId(insider), GROWTH, thisMonth()))
                    .isInstanceOf(Ledger.Answer.Report.class);
        }
    }

    @Test
    void ofTenWhoWantSixtyPercentOfWhatIsLeftOneGetsIt() throws Exception {
        for (int round = 0; round < 20; round++) {
            clean();
            List<Callable<Boolean>> asks = IntStream.range(0, 10)
                    .<Callable<Boolean>>mapToObj(each -> () -> database.inTransaction(
                            () -> purse.reserve(account(RequestId.random().lease(), "1"), guards("1200"))))
                    .toList();
            try (var threads = Executors.newFixedThreadPool(10)) {
                long passed = threads.invokeAll(asks).stream()
                        .map(Future::resultNow)
                        .filter(got -> got)
                        .count();
                assertThat(passed).isEqualTo(1);
            }
        }
    }

    private void reserve(LeaseId id, String amount) {
        assertThat(database.inTransaction(() -> purse.reserve(account(id, "1"), guards(amount))))
                .isTrue();
    }

    private void other(String amount) {
        reserve(RequestId.random().lease(), amount);
    }

    private void start(LeaseId id, String rate, Instant from) {
        database.inTransaction(() -> purse.start(account(id, rate), from, from.plus(Duration.ofHours(24))));
    }

    private SpendReport report(String asker) {
        return ((Ledger.Answer.Report) ledger.spend(new PersonId(asker), GROWTH, thisMonth())).report();
    }

    private static BudgetReservations.Account account(LeaseId id, String rate) {
        return new BudgetReservations.Account(
                id, GROWTH, new PersonId("ana"), "ray-cluster", "churn", eur(rate), LedgerCase.NOTHING);
    }

    private static List<Guard> guards(String amount) {
        return List.of(new Guard(GROWTH, month(), eur(amount), eur("2000")));
    }

    /** Wide enough for a test that runs on the first of a month. */
    private static Period thisMonth() {
        LocalDate today = LocalDate.now(ZONE);
        return new Period(
                today.withDayOfMonth(1).minusMonths(1), today.withDayOfMonth(1).plusMonths(1));
    }

    private static YearMonth month() {
        return YearMonth.now(ZONE);
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS);
    }

    private static Money eur(String amount) {
        return Money.of(amount, "EUR");
    }
}
