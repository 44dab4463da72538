package dev.quartermaster.actions.request;

import dev.quartermaster.intents.catalogue.Value;
import dev.quartermaster.intents.intent.Intent;
import dev.quartermaster.intents.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a request for another size was made against.
 *
 * @param before the values that what runs had
 * @param perHour its rate then
 * @param until its end then
 * @param effect what the change does to whoever uses it, in sentences; empty: nobody notices
 */
public record Resizing(SortedMap<String, Value> before, Money perHour, Instant until, String effect) {
    public Resizing {
        before = Collections.unmodifiableSortedMap(new TreeMap<>(before));
    }

    /** The values that are others. */
    public SortedMap<String, Value> changed(Intent judged) {
        SortedMap<String, Value> changed =
                new TreeMap<>(judged instanceof Intent.Launch launch ? launch.parameters() : Map.of());
        changed.entrySet().removeIf(each -> each.getValue().equals(before.get(each.getKey())));
        return changed;
    }

    /** {@code cpu 2 → 16}, for each of them. */
    public List<String> changes(Intent judged) {
        return changed(judged).entrySet().stream()
                .map(each -> each.getKey().replace('_', ' ') + " " + former(each) + " → "
                        + each.getValue().text())
                .toList();
    }

    private String former(Map.Entry<String, Value> each) {
        Value value = before.get(each.getKey());
        return value == null ? "none" : value.text();
    }

    /** What the other rate costs more from now to the end agreed so far; negative: less. */
    public Money difference(Money after, Instant now) {
        BigDecimal left =
                BigDecimal.valueOf(Math.max(0, Duration.between(now, until).toSeconds()));
        BigDecimal more = after.amount().subtract(perHour.amount());
        return new Money(
                more.multiply(left).divide(BigDecimal.valueOf(3600), 6, RoundingMode.HALF_UP), perHour.currency());
    }
}
