package dev.quartermaster.intents.config;

import dev.quartermaster.intents.money.Money;
import dev.quartermaster.intents.money.PriceList;
import dev.quartermaster.intents.part.Shape;
import dev.quartermaster.intents.yaml.Fields;
import dev.quartermaster.intents.yaml.Node;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads {@code prices.yaml}. */
final class PricesFile {
    private static final BigDecimal HOURS_A_MONTH = BigDecimal.valueOf(730);

    /** Priced by the thousand and for a day, counted by one and by the hour. */
    private static final BigDecimal THOUSAND_FOR_A_DAY = BigDecimal.valueOf(24_000);

    /** A month's price does not divide evenly by its hours; the error of a terabyte over a year stays under a cent. */
    private static final int DECIMALS = 12;

    private static final Shape AMOUNT = NameFormats.AMOUNT;
    private static final Shape.Entries PER_HOUR =
            Shape.map().with("cpu", AMOUNT).with("memory", AMOUNT).with("gpu", Shape.named(AMOUNT));
    private static final Shape.Entries PER_MONTH = Shape.map().with("storage", AMOUNT);
    private static final Shape.Entries PER_DAY = Shape.map().with("tokens", AMOUNT);
    private static final Shape.Entries PER_TOKENS =
            Shape.map().with("in", AMOUNT).with("out", AMOUNT);
    static final Shape.Entries SHAPE = Shape.map()
            .with("perHour", PER_HOUR)
            .with("perMonth", PER_MONTH)
            .perhaps("perDay", PER_DAY)
            .perhaps("perThousandTokens", PER_TOKENS);

    private final String currency;
    private final Map<String, Money> hourly = new HashMap<>();
    private final Map<String, Money> tokens = new HashMap<>();

    PricesFile(String currency) {
        this.currency = currency;
    }

    PriceList read(Node root) {
        Fields fields = SHAPE.open(root);
        Fields perHour = PER_HOUR.open(fields.required("perHour"));
        add("cpu", perHour.required("cpu"), BigDecimal.ONE);
        add("memory", perHour.required("memory"), BigDecimal.ONE);
        perHour.required("gpu").names().entries().forEach((kind, price) -> add("gpu." + kind, price, BigDecimal.ONE));
        add("storage", PER_MONTH.open(fields.required("perMonth")).required("storage"), HOURS_A_MONTH);
        fields.optional("perDay")
                .ifPresent(node -> add("tokens", PER_DAY.open(node).required("tokens"), THOUSAND_FOR_A_DAY));
        fields.optional("perThousandTokens").ifPresent(this::tokens);
        return new PriceList(currency, hourly, tokens);
    }

    /** Prices of the language model's tokens: both directions or neither. */
    private void tokens(Node node) {
        Fields perToken = PER_TOKENS.open(node);
        for (String direction : List.of("in", "out")) {
            BigDecimal amount =
                    perToken.required(direction).as(NameFormats::amount).orElse(BigDecimal.ZERO);
            tokens.put(direction, new Money(amount, currency));
        }
    }

    /** A broken price counts as one, so that it is reported here only and not wherever the resource is offered. */
    private void add(String resource, Node price, BigDecimal hours) {
        BigDecimal amount = price.as(NameFormats::amount).orElse(BigDecimal.ZERO);
        BigDecimal hour = hours.equals(BigDecimal.ONE) ? amount : amount.divide(hours, DECIMALS, RoundingMode.HALF_UP);
        hourly.put(resource, new Money(hour, currency));
    }
}
