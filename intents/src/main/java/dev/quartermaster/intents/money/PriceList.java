package dev.quartermaster.intents.money;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/**
 * What one unit of a resource costs for one hour, as {@code prices.yaml} says it: {@code cpu}, {@code memory} (GiB),
 * {@code storage} (GiB; a month is 730 hours), {@code gpu.<kind>}, {@code tokens} (one token a day of a language model).
 *
 * @param perThousandTokens of the language model, {@code in} and {@code out}; empty: counted and not priced
 */
public record PriceList(String currency, Map<String, Money> hourly, Map<String, Money> perThousandTokens) {
    public PriceList {
        hourly = Map.copyOf(hourly);
        perThousandTokens = Map.copyOf(perThousandTokens);
    }

    public PriceList(String currency, Map<String, Money> hourly) {
        this(currency, hourly, Map.of());
    }

    /** What so many tokens cost; empty where the file has no price for them. */
    public Optional<Money> tokens(long in, long out) {
        Money perIn = perThousandTokens.get("in");
        Money perOut = perThousandTokens.get("out");
        if (perIn == null || perOut == null) {
            return Optional.empty();
        }
        BigDecimal thousandths = perIn.amount()
                .multiply(BigDecimal.valueOf(in))
                .add(perOut.amount().multiply(BigDecimal.valueOf(out)));
        return Optional.of(new Money(thousandths.movePointLeft(3), currency));
    }

    /** @throws IllegalArgumentException for a resource the file does not price; the bundle's check prevents it */
    public Money perHour(String resource) {
        Money price = hourly.get(resource);
        if (price == null) {
            throw new IllegalArgumentException("prices.yaml has no price for " + resource);
        }
        return price;
    }
}
