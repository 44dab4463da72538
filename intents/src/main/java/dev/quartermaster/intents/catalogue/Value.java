package dev.quartermaster.intents.catalogue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A parameter's value, typed. */
public sealed interface Value {
    /** As written in a slash command, a manifest or a rule. */
    String text();

    record Whole(long number) implements Value {
        /** @throws IllegalArgumentException in words, when it is none */
        public static Whole of(String text) {
            if (!text.matches("-?[0-9]{1,15}")) {
                throw new IllegalArgumentException("\"" + text + "\" is not a whole number");
            }
            return new Whole(Long.parseLong(text));
        }

        @Override
        public String text() {
            return Long.toString(number);
        }
    }

    /** Memory or storage in GiB, exact; written as Kubernetes does: {@code 2Gi}, {@code 512Mi}. */
    record Quantity(BigDecimal gib) implements Value {
        private static final Map<String, Integer> SHIFTS = Map.of("Mi", 0, "Gi", 10, "Ti", 20);

        public Quantity {
            gib = gib.stripTrailingZeros();
        }

        /** Whole Mi, Gi or Ti. @throws IllegalArgumentException in words, when it is none */
        public static Quantity of(String text) {
            if (!text.matches("[0-9]{1,9}(Mi|Gi|Ti)")) {
                throw new IllegalArgumentException("\"" + text + "\" is not a size such as 512Mi, 2Gi or 1Ti");
            }
            int shift = SHIFTS.get(text.substring(text.length() - 2));
            return ofMib(Long.parseLong(text.substring(0, text.length() - 2)) << shift);
        }

        public static Quantity ofMib(long mib) {
            return new Quantity(new BigDecimal(mib).divide(new BigDecimal(1024), MathContext.UNLIMITED));
        }

        /** Whole MiB, rounded up: the unit of sizes in expressions. */
        public long mib() {
            return gib.multiply(BigDecimal.valueOf(1024))
                    .setScale(0, RoundingMode.CEILING)
                    .longValueExact();
        }

        @Override
        public String text() {
            return gib.scale() <= 0
                    ? gib.toBigIntegerExact() + "Gi"
                    : gib.multiply(BigDecimal.valueOf(1024)).setScale(0, RoundingMode.CEILING) + "Mi";
        }
    }

    /** A length of time; written {@code 8h}, {@code 3d}, {@code 90m}. */
    record Span(Duration length) implements Value {
        /** Minutes, hours, days or weeks. @throws IllegalArgumentException in words, when it is none */
        public static Span of(String text) {
            if (!text.matches("[0-9]{1,6}[mhdw]")) {
                throw new IllegalArgumentException(
                        "\"" + text + "\" is not a length of time such as 90m, 8h, 3d or 2w");
            }
            long number = Long.parseLong(text.substring(0, text.length() - 1));
            return new Span(
                    switch (text.charAt(text.length() - 1)) {
                        case 'm' -> Duration.ofMinutes(number);
                        case 'h' -> Duration.ofHours(number);
                        case 'd' -> Duration.ofDays(number);
                        default -> Duration.ofDays(7 * number);
                    });
        }

        @Override
        public String text() {
            if (length.toMinutesPart() != 0 || length.toHours() == 0) {
                return length.toMinutes() + "m";
            }
            return length.toHours() % 24 == 0 ? length.toDays() + "d" : length.toHours() + "h";
        }

        /** For people: {@code 3 days}, {@code 13 days 12 hours}, {@code 45 minutes}; two units at most, minutes rounded up. */
        public String words() {
            long minutes = Math.max(1, (length.toSeconds() + 59) / 60);
            return Stream.of(
                            counted(minutes / 1440, "day"),
                            counted(minutes % 1440 / 60, "hour"),
                            counted(minutes % 60, "minute"))
                    .filter(words -> !words.isEmpty())
                    .limit(2)
                    .collect(Collectors.joining(" "));
        }

        private static String counted(long number, String unit) {
            return number == 0 ? "" : number + " " + unit + (number == 1 ? "" : "s");
        }
    }

    /** A word: a choice, a preset's name, an image, a name. Length and characters are the parameter's to bound. */
    record Text(String text) implements Value {}
}
