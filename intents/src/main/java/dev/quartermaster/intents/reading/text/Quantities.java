package dev.quartermaster.intents.reading.text;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Amounts of memory as people and Kubernetes write them. G, GB, gig and Gi all count as GiB: nobody means the difference. */
public final class Quantities {

    private static final Pattern QUANTITY =
            Pattern.compile("(\\d{1,9}(?:\\.\\d{1,3})?)\\s*([kmgt]?)(?:i?b?|igs?|igabytes?|bytes)?");

    private Quantities() {}

    /** Empty where it is none. A bare number is GiB. */
    public static Optional<BigDecimal> gib(String written) {
        var match = QUANTITY.matcher(written.strip().toLowerCase(Locale.ROOT));
        if (!match.matches()) {
            return Optional.empty();
        }
        var number = new BigDecimal(match.group(1));
        var thousand = BigDecimal.valueOf(1024);
        var gib = switch (match.group(2)) {
            case "t" -> number.multiply(thousand);
            // By a power of two: exact, so that 847Mi stays 847Mi.
            case "m" -> number.divide(thousand, MathContext.UNLIMITED);
            case "k" -> number.divide(thousand.multiply(thousand), MathContext.UNLIMITED);
            default -> number;
        };
        var plain = gib.stripTrailingZeros();
        return Optional.of(plain.scale() < 0 ? plain.setScale(0) : plain);
    }
}
