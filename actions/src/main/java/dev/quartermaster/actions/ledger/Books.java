package dev.quartermaster.actions.ledger;

import dev.quartermaster.actions.ledger.Meter.Window;
import dev.quartermaster.intents.plan.LeaseId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One team's money as read at one moment, for verdicts; pure arithmetic.
 *
 * @param promises what each lease was promised, by month
 * @param calls what the team's messages cost that a language model read, by month
 */
record Books(List<Meter> meters, List<Promise> promises, Map<YearMonth, BigDecimal> calls, ZoneId zone, Instant now) {

    Books without(LeaseId lease) {
        return new Books(
                meters.stream().filter(meter -> !meter.lease().equals(lease)).toList(),
                promises.stream()
                        .filter(promise -> !promise.lease().equals(lease))
                        .toList(),
                calls,
                zone,
                now);
    }

    /** Of these leases alone. @param theirs what model calls cost that count among them, by month */
    Books only(Predicate<LeaseId> wanted, Map<YearMonth, BigDecimal> theirs) {
        return new Books(
                meters.stream().filter(meter -> wanted.test(meter.lease())).toList(),
                promises.stream()
                        .filter(promise -> wanted.test(promise.lease()))
                        .toList(),
                theirs,
                zone,
                now);
    }

    Set<LeaseId> leases() {
        return Stream.concat(
                        meters.stream().map(Meter::lease), promises.stream().map(Promise::lease))
                .collect(Collectors.toSet());
    }

    BigDecimal used(YearMonth month) {
        return meters.stream()
                .map(meter -> meter.amount(window(month)))
                .reduce(calls.getOrDefault(month, BigDecimal.ZERO), BigDecimal::add);
    }

    /** Promised and not yet metered: what open leases will still take from the month. */
    BigDecimal reserved(YearMonth month) {
        return promises.stream()
                .filter(promise -> month(promise).equals(month))
                .map(this::left)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** What waits to be handed over since a month that is over will be used in this one. */
    private YearMonth month(Promise promise) {
        YearMonth today = YearMonth.from(now.atZone(zone));
        return promise.waits() && promise.month().isBefore(today) ? today : promise.month();
    }

    /** Months with anything in them, from this one on. */
    SortedSet<YearMonth> months() {
        SortedSet<YearMonth> months = new TreeSet<>(List.of(YearMonth.from(now.atZone(zone))));
        promises.forEach(promise -> months.add(month(promise)));
        return months.tailSet(YearMonth.from(now.atZone(zone)));
    }

    private BigDecimal left(Promise promise) {
        BigDecimal used = meters.stream()
                .filter(meter -> meter.lease().equals(promise.lease()))
                .map(meter -> meter.amount(window(month(promise))))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return promise.amount().subtract(used).max(BigDecimal.ZERO);
    }

    private Window window(YearMonth month) {
        return new Window(
                month.atDay(1).atStartOfDay(zone).toInstant(),
                month.plusMonths(1).atDay(1).atStartOfDay(zone).toInstant(),
                now);
    }

    /** @param waits whether the lease was not handed over yet */
    record Promise(LeaseId lease, YearMonth month, BigDecimal amount, boolean waits) {}
}
