package dev.quartermaster.intents.catalogue;

import dev.quartermaster.intents.schedule.Cron;
import dev.quartermaster.intents.schedule.SpokenSchedule;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A parameter's value, typed. */
public sealed interface Value {
    /** As written in a slash command, a manifest or a rule. */
    String text();

    /** Whether it is the same or less; what is not counted is only the same. */
    default boolean atMost(Value most) {
        return switch (this) {
            case Whole(long number) -> most instanceof Whole(long other) && number <= other;
            case Quantity(var gib) -> most instanceof Quantity(var other) && gib.compareTo(other) <= 0;
            case Span(var length) -> most instanceof Span(var other) && length.compareTo(other) <= 0;
            case Text text -> text.equals(most);
            case Schedule schedule -> schedule.equals(most);
            // Of what there is, which is not known here.
            case Relative relative -> false;
        };
    }

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

    /** A length of time; written {@code 8h}, {@code 3d}, {@code 90m}. The one place that reads and writes lengths. */
    record Span(Duration length) implements Value {
        /** As files have it, as a regular expression. */
        public static final String FORM = "[0-9]{1,6}[mhdw]";

        private static final Pattern TYPED =
                Pattern.compile("([0-9]{1,6})\\s*(m(?:ins?|inutes?)?|h(?:rs?|ours?)?|d(?:ays?)?|w(?:eeks?)?)");

        /** As files have it: minutes, hours, days or weeks. @throws IllegalArgumentException in words, when it is none */
        public static Span of(String text) {
            if (!text.matches(FORM)) {
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

        /** As {@link #of}, from {@code least} to {@code most}. @param example one that would do */
        public static Span within(String text, Duration least, Duration most, String example) {
            Span span = of(text);
            if (span.length.compareTo(least) < 0 || span.length.compareTo(most) > 0) {
                throw new IllegalArgumentException("\"" + text + "\" is not a time from " + new Span(least).text()
                        + " to " + new Span(most).text() + " such as " + example);
            }
            return span;
        }

        /** As people type it into a form: as {@link #of}, and {@code 12 hours}. @throws IllegalArgumentException in words */
        public static Span typed(String text) {
            Matcher typed = TYPED.matcher(text.toLowerCase(Locale.ROOT));
            return of(typed.matches() ? typed.group(1) + typed.group(2).charAt(0) : text);
        }

        /** As a reading keeps it, ISO 8601: {@code PT72H}; empty when it is no length. */
        public static Optional<Span> iso(String text) {
            try {
                return Optional.of(new Span(Duration.parse(text)));
            } catch (DateTimeParseException none) {
                return Optional.empty();
            }
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

    /** When something runs again and again. */
    record Schedule(Cron cron) implements Value {
        /** A cron line or words. @throws IllegalArgumentException in words, when it is none */
        public static Schedule of(String text) {
            return SpokenSchedule.read(text)
                    .map(Schedule::new)
                    .orElseThrow(() -> new IllegalArgumentException(
                            "\"" + text + "\" is not a schedule such as " + Cron.EXAMPLES));
        }

        @Override
        public String text() {
            return cron.line();
        }
    }

    /**
     * Counted from what there is: {@code +4}, {@code -2}, {@code x2}, {@code x0.5}. Only another size is said so, and only
     * what runs tells what it comes to.
     *
     * @param times what there is counts so often
     * @param more and so much is added: a number, or GiB; below nothing it is taken away
     */
    record Relative(BigDecimal times, BigDecimal more) implements Value {
        private static final Pattern WRITTEN = Pattern.compile("([+-]\\d{1,9})(?:Gi)?|x(\\d{1,3}(?:\\.\\d{1,3})?)");

        public static Relative more(long number) {
            return new Relative(BigDecimal.ONE, BigDecimal.valueOf(number));
        }

        public static Relative times(String factor) {
            return new Relative(new BigDecimal(factor), BigDecimal.ZERO);
        }

        /** Empty where it is none. */
        public static Optional<Relative> read(String text) {
            Matcher written = WRITTEN.matcher(text);
            if (!written.matches()) {
                return Optional.empty();
            }
            return Optional.of(
                    written.group(1) != null ? more(Long.parseLong(written.group(1))) : times(written.group(2)));
        }

        /** What it comes to, whole cores and MiB rounded up; empty: that is not counted. It may lie outside any bounds. */
        public Optional<Value> from(Value now) {
            return switch (now) {
                case Whole(long number) ->
                    Optional.of(new Whole(of(BigDecimal.valueOf(number))
                            .setScale(0, RoundingMode.CEILING)
                            .longValueExact()));
                case Quantity(var gib) ->
                    Optional.of(Quantity.ofMib(of(gib).multiply(BigDecimal.valueOf(1024))
                            .setScale(0, RoundingMode.CEILING)
                            .longValueExact()));
                case Span span -> Optional.empty();
                case Schedule schedule -> Optional.empty();
                case Relative relative -> Optional.empty();
                case Text text -> Optional.empty();
            };
        }

        private BigDecimal of(BigDecimal now) {
            return now.multiply(times).add(more);
        }

        @Override
        public String text() {
            return times.compareTo(BigDecimal.ONE) == 0
                    ? (more.signum() < 0 ? "" : "+") + more.toPlainString()
                    : "x" + times.stripTrailingZeros().toPlainString();
        }
    }

    /** A word: a choice, a preset's name, an image, a name. Length and characters are the parameter's to bound. */
    record Text(String text) implements Value {}
}
