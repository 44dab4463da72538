package dev.quartermaster.intents.plan;

import dev.quartermaster.intents.catalogue.Value;
import dev.quartermaster.intents.money.Money;
import dev.quartermaster.intents.money.PriceList;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** What a plan costs: rates from the price list, exact; the ceiling is the rate times the term, never rounded down. */
final class Pricer {
    /** What a GPU is when no kind is said. */
    private static final String STANDARD_KIND = "a100";

    private final PriceList prices;

    Pricer(PriceList prices) {
        this.prices = prices;
    }

    Price free(Duration term) {
        return price(List.of(), term);
    }

    /**
     * @param part the one that costs
     * @param quantities numbers or written numbers and sizes, by resource
     * @throws IllegalArgumentException for less than nothing, or what is no number
     */
    Price of(PartName part, Map<String, Object> quantities, SortedMap<String, Value> parameters, Duration term) {
        List<Price.Line> lines = new ArrayList<>();
        quantities.forEach((resource, amount) -> {
            BigDecimal quantity = number(amount);
            if (quantity.signum() < 0) {
                throw new IllegalArgumentException("Less than nothing of " + resource);
            }
            if (quantity.signum() > 0) {
                String priced = resource.equals("gpus") ? "gpu." + kind(parameters) : resource;
                lines.add(new Price.Line(
                        part, priced, quantity, prices.perHour(priced).times(quantity)));
            }
        });
        return price(lines, term);
    }

    private Price price(List<Price.Line> lines, Duration term) {
        Money perHour = lines.stream().map(Price.Line::perHour).reduce(Money.zero(prices.currency()), Money::plus);
        return Price.of(lines, perHour, term);
    }

    private static String kind(SortedMap<String, Value> parameters) {
        Value said = parameters.get("gpu_kind");
        return said == null ? STANDARD_KIND : said.text();
    }

    private static BigDecimal number(Object amount) {
        return switch (amount) {
            case Long whole -> BigDecimal.valueOf(whole);
            case Double fraction -> new BigDecimal(fraction);
            case String size when size.endsWith("i") -> Value.Quantity.of(size).gib();
            default -> new BigDecimal(amount.toString());
        };
    }
}
