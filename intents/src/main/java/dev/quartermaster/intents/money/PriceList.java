package dev.quartermaster.intents.money;

import java.util.Map;

/**
 * What one unit of a resource costs for one hour, as {@code prices.yaml} says it: {@code cpu}, {@code memory} (GiB),
 * {@code storage} (GiB; a month is 730 hours), {@code gpu.<kind>}.
 */
public record PriceList(String currency, Map<String, Money> hourly) {
    public PriceList {
        hourly = Map.copyOf(hourly);
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
