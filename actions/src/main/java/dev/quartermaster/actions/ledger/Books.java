package dev.quartermaster.actions.ledger;

import dev.quartermaster.actions.ledger.Meter.Window;
import dev.quartermaster.intents.intent.Period;
import dev.quartermaster.intents.plan.LeaseId;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * One team's accounts as read at one moment; pure arithmetic.
 *
 * @param promises what each lease was promised, by month
 */
record Books(
        Map<LeaseId, BudgetReservations.Account> accounts,
        List<Meter> meters,
        List<Promise> promises,
        ZoneId zone,
        Instant now) {

    private static final BigDecimal HOUR = BigDecimal.valueOf(3600);

    Books without(LeaseId lease) {
        return new Books(
                accounts,
                meters.stream().filter(meter -> !meter.lease().equals(lease)).toList(),
                promises.stream()
                        .filter(promise -> !promise.lease().equals(lease))
                        .toList(),
                zone,
                now);
    }

    BigDecimal used(YearMonth month) {
        return meters.stream().map(meter -> meter.amount(window(month))).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Promised and not yet metered: what open leases will still take from the month. */
    BigDecimal reserved(YearMonth month) {
        return promises.stream()
                .filter(promise -> month(promise).equals(month))
                .map(promise -> left(promise, promise.lease()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Of that, what will be used within the period if it runs on from now: nothing of a time that is over. */
    BigDecimal committed(LeaseId lease, Period period) {
        return promises.stream()
                .filter(promise -> promise.lease().equals(lease))
                .map(promise -> within(promise, window(period)))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private BigDecimal within(Promise promise, Window window) {
        BigDecimal left = left(promise, promise.lease());
        BigDecimal perHour = rate(promise.lease());
        Instant first = window(month(promise)).from();
        Instant from = first.isAfter(now) ? first : now;
        if (left.signum() == 0 || perHour.signum() == 0) {
            return BigDecimal.ZERO;
        }
        long whole =
                left.multiply(HOUR).divide(perHour, 0, RoundingMode.CEILING).longValue();
        long before = Math.clamp(window.from().getEpochSecond() - from.getEpochSecond(), 0, whole);
        long upTo = Math.clamp(window.to().getEpochSecond() - from.getEpochSecond(), 0, whole);
        return left.multiply(BigDecimal.valueOf(Math.max(0, upTo - before)))
                .divide(BigDecimal.valueOf(whole), 6, RoundingMode.HALF_UP);
    }

    private BigDecimal rate(LeaseId lease) {
        return metersOf(lease).stream()
                .filter(Meter::open)
                .map(Meter::perHour)
                // While it changes its size nothing is charged, and what is committed is what it was.
                .filter(perHour -> perHour.signum() > 0)
                .findFirst()
                .orElseGet(() -> accounts.get(lease).perHour().amount());
    }

    /** What waits to be handed over since a month that is over will be used in this one. */
    private YearMonth month(Promise promise) {
        YearMonth today = YearMonth.from(now.atZone(zone));
        boolean waits = metersOf(promise.lease()).isEmpty();
        return waits && promise.month().isBefore(today) ? today : promise.month();
    }

    /** Months with anything in them, from this one on. */
    SortedSet<YearMonth> months() {
        SortedSet<YearMonth> months = new TreeSet<>(List.of(YearMonth.from(now.atZone(zone))));
        promises.forEach(promise -> months.add(month(promise)));
        return months.tailSet(YearMonth.from(now.atZone(zone)));
    }

    List<Meter> metersOf(LeaseId lease) {
        return meters.stream().filter(meter -> meter.lease().equals(lease)).toList();
    }

    Window window(Period period) {
        return new Window(
                period.from().atStartOfDay(zone).toInstant(),
                period.to().atStartOfDay(zone).toInstant(),
                now);
    }

    /** Leases that ran in the period or will, in the order of their accounts. */
    List<LeaseId> leases(Period period) {
        List<LeaseId> found = new ArrayList<>();
        for (LeaseId lease : accounts.keySet()) {
            boolean ran = metersOf(lease).stream().anyMatch(meter -> ranWithin(meter, window(period)));
            if (ran || committed(lease, period).signum() > 0) {
                found.add(lease);
            }
        }
        return found;
    }

    private static boolean ranWithin(Meter meter, Window window) {
        return meter.seconds(window) > 0
                || meter.open()
                        && meter.from().isBefore(window.to())
                        && !window.now().isBefore(window.from());
    }

    private BigDecimal left(Promise promise, LeaseId lease) {
        BigDecimal used = metersOf(lease).stream()
                .map(meter -> meter.amount(window(month(promise))))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return promise.amount().subtract(used).max(BigDecimal.ZERO);
    }

    private Window window(YearMonth month) {
        return window(new Period(month.atDay(1), month.plusMonths(1).atDay(1)));
    }

    record Promise(LeaseId lease, YearMonth month, BigDecimal amount) {}
}
