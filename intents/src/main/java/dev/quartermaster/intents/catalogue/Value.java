package dev.quartermaster.intents.catalogue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;

/** A parameter's value, typed. */
public sealed interface Value {
    /** As written in a slash command, a manifest or a rule. */
    String text();

    record Whole(long number) implements Value {
        @Override
        public String text() {
            return Long.toString(number);
        }
    }

    /** Memory or storage in GiB, exact; written as Kubernetes does: {@code 2Gi}, {@code 512Mi}. */
    record Quantity(BigDecimal gib) implements Value {
        public Quantity {
            gib = gib.stripTrailingZeros();
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
        @Override
        public String text() {
            if (length.toMinutesPart() != 0 || length.toHours() == 0) {
                return length.toMinutes() + "m";
            }
            return length.toHours() % 24 == 0 ? length.toDays() + "d" : length.toHours() + "h";
        }
    }

    /** A word: a choice, a preset's name, an image, a name. Length and characters are the parameter's to bound. */
    record Text(String text) implements Value {}
}
