package dev.quartermaster.actions.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.actions.ledger.Books.Promise;
import dev.quartermaster.actions.ledger.Meter.Window;
import dev.quartermaster.intents.plan.LeaseId;
import java.math.BigDecimal;
import java.time.Instant;
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

    /** Agreed to on the last of a month and still in a queue on the first of the next. */
    @Test
    void whatWaitsToStartIsTheMoneyOfTheMonthThatIs() {
        Instant now = Instant.parse("2026-12-01T09:00:00Z");
        Promise promise = new Promise(LEASE, NOVEMBER, new BigDecimal(48), true);

        assertThat(books(now, List.of(), promise).reserved(NOVEMBER)).isZero();
        assertThat(books(now, List.of(), promise).reserved(NOVEMBER.plusMonths(1)))
                .isEqualByComparingTo("48");
        assertThat(books(now, List.of(), promise).months()).containsExactly(NOVEMBER.plusMonths(1));
    }

    private static Books books(Instant now, List<Meter> meters, Promise promise) {
        return new Books(meters, List.of(promise), Map.of(), ZoneOffset.UTC, now);
    }

    private static Window window(Instant from, Instant to) {
        return new Window(from, to, START.plusSeconds(1_000_000));
    }

    private static Meter meter(String rate, Instant from, @Nullable Instant to) {
        return new Meter(LEASE, new BigDecimal(rate), from, to, 0);
    }
}
