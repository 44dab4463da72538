package dev.quartermaster.actions.ledger;

import static dev.quartermaster.actions.organisation.SampleBundles.GROWTH;
import static dev.quartermaster.actions.organisation.SampleBundles.ZONE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.actions.RequestId;
import dev.quartermaster.actions.ledger.BudgetReservations.Account;
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
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Lives of leases at random, each step once, twice, too early or too late: the report is what the facts alone come to. */
@RealPostgres
class RecountTest {
    private static final int HISTORIES = Integer.getInteger("histories", 150);
    private static final PersonId MIA = new PersonId("mia");

    private final Database database;
    private final LedgerCase rooms;

    RecountTest(Database database) {
        this.database = database;
        this.rooms = new LedgerCase(database, new SampleBundles(asked -> {
            throw new UnsupportedOperationException();
        }));
    }

    @Test
    void whatTheFactsComeToIsWhatIsReportedToTheSecondAndTheLastDigit() {
        long charged = 0;
        for (int seed = 0; seed < HISTORIES; seed++) {
            Random random = new Random(seed);
            Instant end = lived(random);
            Recount recount = recount();
            for (int period = 0; period < 3; period++) {
                charged += compared("history " + seed, recount, period(random, end));
            }
        }
        assertThat(charged).as("seconds, or nothing was compared").isGreaterThan(HISTORIES * 3600L);
    }

    private Instant lived(Random random) {
        database.jdbc()
                .sql("truncate usage, reservation, account, team_month, model_call")
                .update();
        List<LeaseId> leases = new ArrayList<>();
        for (int lease = 0; lease < 1 + random.nextInt(3); lease++) {
            leases.add(RequestId.random().lease());
        }
        Instant clock = Instant.parse("2026-01-01T00:00:00Z").plusSeconds(random.nextInt(360 * 86_400));
        for (int step = 0; step < 5 + random.nextInt(15); step++) {
            clock = clock.plusSeconds(pause(random));
            set(clock);
            if (random.nextInt(6) == 0) {
                called(random);
            } else {
                step(random, leases.get(random.nextInt(leases.size())), clock);
            }
        }
        clock = clock.plusSeconds(pause(random));
        set(clock);
        return clock;
    }

    /** None, seconds, hours or weeks. */
    private static long pause(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> 0;
            case 1 -> random.nextInt(90);
            case 2 -> random.nextInt(90_000);
            default -> random.nextInt(40 * 86_400);
        };
    }

    private void step(Random random, LeaseId lease, Instant now) {
        BudgetReservations purse = rooms.purse();
        Money rate = new Money(BigDecimal.valueOf(random.nextInt(9_000_000), random.nextInt(7)), "EUR");
        Instant until = now.plusSeconds(3600 + random.nextInt(60 * 86_400));
        Account account = account(random, lease, rate);
        database.inTransaction(() -> {
            purse.hold(lease);
            switch (random.nextInt(9)) {
                case 0, 1 -> {
                    purse.reserve(account, List.of(new Guard(GROWTH, month(now), rate, euros("1e12"))));
                    purse.start(account, now, until);
                }
                case 2 -> purse.pause(lease, now);
                case 3 -> purse.resume(lease, rate, now);
                case 4 -> purse.rate(lease, rate, now);
                case 5 -> {
                    if (known(lease)) {
                        purse.resize(lease, rate, account.bought(), now, until);
                    }
                }
                case 6 -> purse.idle(lease, now);
                case 7 -> purse.stop(lease, now.minusSeconds(random.nextInt(7_200)));
                default -> purse.until(lease, until);
            }
        });
    }

    private boolean known(LeaseId lease) {
        return database.jdbc()
                .sql("select exists (select from account where lease = ?)")
                .param(lease.value())
                .query(Boolean.class)
                .single();
    }

    private static Account account(Random random, LeaseId lease, Money rate) {
        Bought bought = new Bought(
                new TreeMap<>(Map.of("storage", BigDecimal.valueOf(1 + random.nextInt(500)))),
                BigDecimal.valueOf(random.nextInt(3) * 17L, 5),
                List.of());
        return new Account(lease, GROWTH, new PersonId("ana"), "ray-cluster", "churn", rate, bought);
    }

    private void called(Random random) {
        database.jdbc()
                .sql("""
                        insert into model_call (event, person, team, model, prompt, result, tokens_in, tokens_out, took_ms,
                            amount, currency)
                        values ('Ev1', 'ana', 'growth', 'small', 'abc', 'read', 1, 1, 1, ?, 'EUR')""")
                .param(BigDecimal.valueOf(random.nextInt(9_999_999), 8))
                .update();
    }

    private Recount recount() {
        Recount recount = new Recount();
        database.jdbc().sql("""
                        select what, detail from fact join account on request = 'req-' || substr(lease, 7)
                        where what in ('charged', 'uncharged') order by request, number""").query(row -> {
            recount.fact(row.getString("what"), row.getString("detail"));
        });
        return recount;
    }

    private static Period period(Random random, Instant end) {
        LocalDate last = end.atZone(ZONE).toLocalDate();
        return switch (random.nextInt(4)) {
            case 0 -> {
                YearMonth month = YearMonth.from(last).minusMonths(random.nextInt(4));
                yield new Period(month.atDay(1), month.plusMonths(1).atDay(1));
            }
            case 1 -> new Period(LocalDate.of(2026, 3, 29), LocalDate.of(2026, 3, 30));
            case 2 -> new Period(LocalDate.of(2026, 10, 25), LocalDate.of(2026, 10, 26));
            default -> {
                LocalDate from = last.minusDays(random.nextInt(200));
                yield new Period(from, from.plusDays(1 + random.nextInt(200)));
            }
        };
    }

    /** @return seconds that were the same */
    private long compared(String history, Recount recount, Period period) {
        Instant from = period.from().atStartOfDay(ZONE).toInstant();
        Instant to = period.to().atStartOfDay(ZONE).toInstant();
        SpendReport report;
        Instant now;
        do {
            now = now();
            report = ((Ledger.Answer.Report) rooms.ledger().spend(MIA, GROWTH, period)).report();
        } while (!now.equals(now()));
        Map<String, Recount.Sum> sums = recount.between(from, to, now);
        BigDecimal total = calls(from, to);
        long seconds = 0;
        for (var each : sums.entrySet()) {
            total = total.add(each.getValue().amount());
            seconds += each.getValue().seconds();
            SpendReport.Item item = report.items().stream()
                    .filter(one -> one.lease() != null && one.lease().value().equals(each.getKey()))
                    .findFirst()
                    .orElse(null);
            String what = history + " " + period + " " + each.getKey();
            assertThat(item == null ? 0 : item.seconds())
                    .as(what)
                    .isEqualTo(each.getValue().seconds());
            assertThat(item == null ? BigDecimal.ZERO : item.amount().amount())
                    .as(what)
                    .isEqualByComparingTo(each.getValue().amount());
        }
        assertThat(report.total().amount()).as(history + " " + period).isEqualByComparingTo(total);
        for (SpendGroup.Key key : SpendGroup.Key.values()) {
            assertThat(report.by(key).stream().map(SpendGroup::amount).reduce(euros("0"), Money::plus))
                    .isEqualTo(report.total());
        }
        return seconds;
    }

    private BigDecimal calls(Instant from, Instant to) {
        return database
                .jdbc()
                .sql("select amount from model_call where at >= ? and at < ?")
                .param(from.atOffset(ZoneOffset.UTC))
                .param(to.atOffset(ZoneOffset.UTC))
                .query(BigDecimal.class)
                .list()
                .stream()
                .map(amount -> amount.setScale(6, RoundingMode.HALF_UP))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private void set(Instant moment) {
        database.jdbc()
                .sql("update time_offset set \"offset\" = ? - statement_timestamp()")
                .param(moment.atOffset(ZoneOffset.UTC))
                .update();
    }

    private Instant now() {
        return database.jdbc()
                .sql("select date_trunc('second', qm_now())")
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }

    private static YearMonth month(Instant moment) {
        return YearMonth.from(moment.atZone(ZONE));
    }

    private static Money euros(String amount) {
        return Money.of(amount, "EUR");
    }
}
