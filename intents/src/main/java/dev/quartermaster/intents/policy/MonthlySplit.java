package dev.quartermaster.intents.policy;

import dev.quartermaster.intents.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Splits an amount over the calendar months of one time zone, by elapsed seconds: the hour that a change to summer time
 * takes away is not charged. The pieces add up to the amount exactly; what rounding leaves is in the last month.
 */
public final class MonthlySplit {
    private static final int DIGITS = 10;

    private MonthlySplit() {}

    public static SortedMap<YearMonth, Money> split(Money amount, Instant from, Instant to, ZoneId zone) {
        SortedMap<YearMonth, Money> pieces = new TreeMap<>();
        if (!from.isBefore(to)) {
            return pieces;
        }
        BigDecimal seconds = BigDecimal.valueOf(Duration.between(from, to).toSeconds());
        Money left = amount;
        Instant at = from;
        YearMonth month = YearMonth.from(at.atZone(zone));
        Instant end = month.plusMonths(1).atDay(1).atStartOfDay(zone).toInstant();
        while (end.isBefore(to)) {
            BigDecimal part = BigDecimal.valueOf(Duration.between(at, end).toSeconds());
            Money piece = new Money(
                    amount.amount().multiply(part).divide(seconds, DIGITS, RoundingMode.HALF_UP), amount.currency());
            pieces.put(month, piece);
            left = left.minus(piece);
            at = end;
            month = month.plusMonths(1);
            end = month.plusMonths(1).atDay(1).atStartOfDay(zone).toInstant();
        }
        pieces.put(month, left);
        return pieces;
    }
}
