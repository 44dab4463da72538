package dev.quartermaster.actions.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.actions.ledger.Books.Promise;
import dev.quartermaster.actions.ledger.Meter.Window;
import dev.quartermaster.intents.intent.Period;
import dev.quartermaster.intents.money.Money;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.people.TeamId;
import dev.quartermaster.intents.plan.LeaseId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BooksTest {
    private static final LeaseId LEASE = new LeaseId("lease-abcdefghij");
    private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);
    private static final Instant START = Instant.parse("2026-10-24T22:00:00Z");

    @Test
    void anHourCostsItsRate() {
        var meter = meter("0.11", START, START.plusSeconds(3600));

        assertThat(meter.amount(window(START, START.plusSeconds(90_000)))).isEqualByComparingTo("0.11");
    }

    @Test
    void whatRunsIsChargedUpToNow() {
        var meter = meter("3.6", START, null);

        assertThat(meter.amount(new Window(START, START.plusSeconds(9999), START.plusSeconds(10))))
                .isEqualByComparingTo("0.01");
    }

    @Test
    void periodsThatFollowEachOtherAddUpToTheLastDigit() {
        Random random = new Random(7);
        for (int round = 0; round < 2_000; round++) {
            Instant from = START.plusSeconds(random.nextInt(5_000));
            Instant to = from.plusSeconds(random.nextInt(90_000));
            var meter = meter("0." + (1 + random.nextInt(99_999)), from, to);
            TreeSet<Instant> cuts = new TreeSet<>();
            random.ints(5, 0, 100_000).forEach(cut -> cuts.add(START.plusSeconds(cut)));
            cuts.add(START);
            cuts.add(START.plusSeconds(200_000));
            BigDecimal sum = BigDecimal.ZERO;
            long seconds = 0;
            for (Instant cut : cuts.headSet(cuts.last())) {
                sum = sum.add(meter.amount(window(cut, cuts.higher(cut))));
                seconds += meter.seconds(window(cut, cuts.higher(cut)));
            }
            assertThat(sum).isEqualByComparingTo(meter.amount(window(cuts.first(), cuts.last())));
            assertThat(seconds).isEqualTo(to.getEpochSecond() - from.getEpochSecond());
        }
    }

    /** 48 EUR at 1 an hour are promised, and half an hour of it ran: last week has none of it, tomorrow a day of it. */
    @Test
    void whatIsPromisedStandsInTheDaysInWhichItWillBeUsed() {
        Instant now = Instant.parse("2026-11-18T12:00:00Z");
        Books books = books(
                now,
                List.of(meter("1", now.minusSeconds(1800), null)),
                new Promise(LEASE, NOVEMBER, new BigDecimal(48)));

        Period lastWeek = days("2026-11-09", "2026-11-16");
        assertThat(books.leases(lastWeek)).isEmpty();
        assertThat(books.committed(LEASE, lastWeek)).isZero();
        assertThat(books.committed(LEASE, days("2026-11-18", "2026-11-19"))).isEqualByComparingTo("12");
        assertThat(books.committed(LEASE, days("2026-11-19", "2026-11-20"))).isEqualByComparingTo("24");
        assertThat(books.committed(LEASE, days("2026-11-01", "2026-12-01"))).isEqualByComparingTo("47.5");
        assertThat(books.committed(LEASE, days("2026-11-23", "2026-11-30"))).isZero();
    }

    @Test
    void whatRanLastWeekStandsThereWithThoseHours() {
        Instant now = Instant.parse("2026-11-18T12:00:00Z");
        Books books = books(
                now,
                List.of(meter("1", Instant.parse("2026-11-15T22:00:00Z"), null)),
                new Promise(LEASE, NOVEMBER, new BigDecimal(100)));

        Period lastWeek = days("2026-11-09", "2026-11-16");
        assertThat(books.leases(lastWeek)).containsExactly(LEASE);
        assertThat(books.metersOf(LEASE).getFirst().seconds(books.window(lastWeek)))
                .isEqualTo(7200);
        assertThat(books.committed(LEASE, lastWeek)).isZero();
    }

    /** Agreed to on the last of a month and still in a queue on the first of the next. */
    @Test
    void whatWaitsToStartIsTheMoneyOfTheMonthThatIs() {
        Instant now = Instant.parse("2026-12-01T09:00:00Z");
        Promise promise = new Promise(LEASE, NOVEMBER, new BigDecimal(48));

        assertThat(books(now, List.of(), promise).reserved(NOVEMBER)).isZero();
        assertThat(books(now, List.of(), promise).reserved(NOVEMBER.plusMonths(1)))
                .isEqualByComparingTo("48");
        assertThat(books(now, List.of(), promise).months()).containsExactly(NOVEMBER.plusMonths(1));
    }

    private static Books books(Instant now, List<Meter> meters, Promise promise) {
        var account = new BudgetReservations.Account(
                LEASE, new TeamId("growth"), new PersonId("ana"), "ray-cluster", "churn", Money.of("1", "EUR"));
        return new Books(Map.of(LEASE, account), meters, List.of(promise), ZoneOffset.UTC, now);
    }

    private static Period days(String from, String to) {
        return new Period(LocalDate.parse(from), LocalDate.parse(to));
    }

    private static Window window(Instant from, Instant to) {
        return new Window(from, to, START.plusSeconds(1_000_000));
    }

    private static Meter meter(String rate, Instant from, @Nullable Instant to) {
        return new Meter(LEASE, new BigDecimal(rate), from, to);
    }
}
