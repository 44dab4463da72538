package dev.quartermaster.actions.ledger;

import dev.quartermaster.intents.plan.LeaseId;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A piece of one stretch of use at one rate. Amounts are differences of a running total rounded to six decimals, so that pieces
 * and periods that follow each other add up to the whole, to the last digit.
 *
 * @param from whole seconds
 * @param to whole seconds; null while it runs
 * @param ran seconds of the stretch before this piece
 */
record Meter(
        LeaseId lease,
        BigDecimal perHour,
        Instant from,
        @Nullable Instant to,
        long ran) {
    private static final BigDecimal HOUR = BigDecimal.valueOf(3600);

    /** Of the window, what has passed; both ends whole seconds. */
    long seconds(Window window) {
        return upTo(window, window.to()) - upTo(window, window.from());
    }

    BigDecimal amount(Window window) {
        return total(ran + upTo(window, window.to())).subtract(total(ran + upTo(window, window.from())));
    }

    boolean open() {
        return to == null;
    }

    /** Seconds run by {@code moment}, never past the end or now. */
    private long upTo(Window window, Instant moment) {
        Instant end = to == null ? window.now() : to;
        Instant last = moment.isBefore(end) ? moment : end;
        return Math.max(0, last.getEpochSecond() - from.getEpochSecond());
    }

    private BigDecimal total(long seconds) {
        return perHour.multiply(BigDecimal.valueOf(seconds)).divide(HOUR, 6, RoundingMode.HALF_UP);
    }

    /** From, inclusive, to, exclusive, seen at one moment. */
    record Window(Instant from, Instant to, Instant now) {}
}
