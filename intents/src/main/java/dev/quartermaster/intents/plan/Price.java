package dev.quartermaster.intents.plan;

import dev.quartermaster.intents.money.Money;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;

/**
 * What a plan costs: a rate while it runs and a ceiling for its whole term.
 *
 * @param term the time the ceiling is for
 */
public record Price(List<Line> lines, Money perHour, Money ceiling, Duration term) {
    public Price {
        lines = List.copyOf(lines);
    }

    /** One resource of one part: {@code quantity} units (cpus, GiB, GPUs of a kind) at {@code perHour} for all of them. */
    public record Line(PartName part, String resource, BigDecimal quantity, Money perHour) {}

    public Money perDay() {
        return perHour.times(BigDecimal.valueOf(24));
    }
}
