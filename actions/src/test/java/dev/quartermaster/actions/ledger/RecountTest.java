package dev.quartermaster.actions.ledger;

import static dev.quartermaster.actions.organisation.SampleBundles.GROWTH;
import static dev.quartermaster.actions.organisation.SampleBundles.ZONE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.actions.organisation.SampleBundles;
import dev.quartermaster.actions.postgres.Database;
import dev.quartermaster.actions.postgres.RealPostgres;
import dev.quartermaster.intents.intent.Period;
import dev.quartermaster.intents.money.Money;
import dev.quartermaster.intents.people.PersonId;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Lives of leases at random, each step once, twice, too early or too late: the report is what the facts alone come to. */
@RealPostgres
class RecountTest {
    private static final int HISTORIES = Integer.getInteger("histories", 150);
    private static final PersonId MIA = new PersonId("mia");

    private final Database database;
    private final LedgerCase rooms;
    private final RandomLives lives;

    RecountTest(Database database) {
        this.database = database;
        this.rooms = new LedgerCase(database, new SampleBundles(asked -> {
            throw new UnsupportedOperationException();
        }));
        this.lives = new RandomLives(database, rooms.purse());
    }

    @Test
    void whatTheFactsComeToIsWhatIsReportedToTheSecondAndTheLastDigit() {
        long charged = 0;
        for (int seed = 0; seed < HISTORIES; seed++) {
            Random random = new Random(seed);
            Instant end = lives.lived(random);
            Recount recount = recount();
            for (int period = 0; period < 3; period++) {
                charged += compared("history " + seed, recount, period(random, end));
            }
        }
        assertThat(charged).as("seconds, or nothing was compared").isGreaterThan(HISTORIES * 3600L);
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
            now = lives.now();
            report = ((Ledger.Answer.Report) rooms.ledger().spend(MIA, GROWTH, period)).report();
        } while (!now.equals(lives.now()));
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

    private static Money euros(String amount) {
        return Money.of(amount, "EUR");
    }
}
