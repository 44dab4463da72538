package dev.quartermaster.actions.ledger;

import dev.quartermaster.actions.ledger.Meter.Window;
import dev.quartermaster.intents.intent.Period;
import dev.quartermaster.intents.plan.LeaseId;
import java.math.BigDecimal;
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
        Map<LeaseId, Purse.Account> accounts, List<Meter> meters, List<Promise> promises, ZoneId zone, Instant now) {

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
                .filter(promise -> promise.month().equals(month))
                .map(promise -> left(promise, promise.lease()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    BigDecimal committed(LeaseId lease, Period period) {
        return promises.stream()
                .filter(promise -> promise.lease().equals(lease) && touches(promise.month(), period))
                .map(promise -> left(promise, lease))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Months with anything in them, from this one on. */
    SortedSet<YearMonth> months() {
        SortedSet<YearMonth> months = new TreeSet<>(List.of(YearMonth.from(now.atZone(zone))));
        promises.forEach(promise -> months.add(promise.month()));
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

    /** Leases that ran in the period or were promised money in its months, in the order of their accounts. */
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
                .map(meter -> meter.amount(window(promise.month())))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return promise.amount().subtract(used).max(BigDecimal.ZERO);
    }

    private Window window(YearMonth month) {
        return window(new Period(month.atDay(1), month.plusMonths(1).atDay(1)));
    }

    private static boolean touches(YearMonth month, Period period) {
        return month.atDay(1).isBefore(period.to())
                && month.plusMonths(1).atDay(1).isAfter(period.from());
    }

    record Promise(LeaseId lease, YearMonth month, BigDecimal amount) {}
}
