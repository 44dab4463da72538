package dev.quartermaster.actions.ledger;

import dev.quartermaster.actions.ledger.Meter.Window;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * Money promised to a lease within a month and not used yet, and when it will be: from now, or the month's beginning, at
 * its rate, until nothing is left of it or the lease ends. Pure arithmetic.
 *
 * @param left not negative
 * @param perHour as it runs now, or will
 * @param until its end; null: not handed over yet
 */
record Commitment(
        YearMonth month,
        BigDecimal left,
        BigDecimal perHour,
        @Nullable Instant until) {
    private static final BigDecimal HOUR = BigDecimal.valueOf(3600);
    private static final BigDecimal CENT = new BigDecimal("0.01");

    /** Of it, what will be used within the window; periods that follow each other add up. */
    BigDecimal within(Window window, ZoneId zone) {
        if (left.signum() == 0 || perHour.signum() == 0) {
            return BigDecimal.ZERO;
        }
        Instant first = month.atDay(1).atStartOfDay(zone).toInstant();
        Instant from = first.isAfter(window.now()) ? first : window.now();
        long whole =
                left.multiply(HOUR).divide(perHour, 0, RoundingMode.CEILING).longValue();
        long most = until == null ? whole : most(until.getEpochSecond() - from.getEpochSecond(), whole);
        long before = Math.clamp(window.from().getEpochSecond() - from.getEpochSecond(), 0, most);
        long upTo = Math.clamp(window.to().getEpochSecond() - from.getEpochSecond(), 0, most);
        return upTo <= before ? BigDecimal.ZERO : used(upTo, whole).subtract(used(before, whole));
    }

    /** A promise is in whole cents, rounded up: what that adds to its time is used as well, as far as people can see. */
    private long most(long seconds, long whole) {
        long cent = CENT.multiply(HOUR).divide(perHour, 0, RoundingMode.CEILING).longValue();
        return whole - seconds <= cent + 1 ? whole : Math.max(0, seconds);
    }

    private BigDecimal used(long seconds, long whole) {
        return left.multiply(BigDecimal.valueOf(seconds)).divide(BigDecimal.valueOf(whole), 6, RoundingMode.HALF_UP);
    }
}
