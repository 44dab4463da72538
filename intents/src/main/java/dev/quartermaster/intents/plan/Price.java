package dev.quartermaster.intents.plan;

import dev.quartermaster.intents.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;

/**
 * What a plan costs: a rate while it runs and a ceiling for its whole term, in whole cents.
 *
 * @param term the time the ceiling is for
 */
public record Price(List<Line> lines, Money perHour, Money ceiling, Duration term) {
    private static final BigDecimal SECONDS_AN_HOUR = BigDecimal.valueOf(3600);

    public Price {
        lines = List.copyOf(lines);
    }

    /** Rounded up, here and nowhere after: cards, rules and guards speak of the same amount. */
    public static Price of(List<Line> lines, Money perHour, Duration term) {
        BigDecimal ceiling = perHour.amount()
                .multiply(BigDecimal.valueOf(term.toSeconds()))
                .divide(SECONDS_AN_HOUR, 2, RoundingMode.CEILING)
                .stripTrailingZeros();
        return new Price(lines, perHour, new Money(ceiling, perHour.currency()), term);
    }

    /** One resource of one part: {@code quantity} units (cpus, GiB, GPUs of a kind) at {@code perHour} for all of them. */
    public record Line(PartName part, String resource, BigDecimal quantity, Money perHour) {}

    public Money perDay() {
        return perHour.times(BigDecimal.valueOf(24));
    }
}
