package dev.quartermaster.intents.reading.time;

import dev.quartermaster.intents.reading.text.Words;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** A time somebody spoke of, with the words it was said in. Days and clock times are local to the asker's zone. */
public sealed interface TimeExpression {

    Words words();

    /**
     * How long: {@code for two weeks}, {@code 3d}, {@code plus 30m}. A month counts as 30 days, a year as 365.
     *
     * @param guessed the longer of two that were said, {@code 2-3 days}: it is shown
     */
    record Lasting(Duration length, Words words, boolean guessed) implements TimeExpression {

        public Lasting(Duration length, Words words) {
            this(length, words, false);
        }

        public Lasting {
            if (length.isNegative() || length.isZero()) {
                throw new IllegalArgumentException("A length of time is longer than nothing");
            }
        }

        /** When it ends if it starts at {@code start}: whole days keep the local clock time over a change of offset. */
        public Instant endFrom(Instant start, ZoneId zone) {
            var days = length.toDays();
            return start.atZone(zone)
                    .plusDays(days)
                    .plus(length.minusDays(days))
                    .toInstant();
        }

        /** ISO-8601: whole days from a week on as {@code P14D}, anything else in hours, as {@code PT72H}. */
        public String iso() {
            return iso(length);
        }

        /** See {@link #iso()}. */
        public static String iso(Duration length) {
            var wholeDays = length.equals(Duration.ofDays(length.toDays()));
            return wholeDays && length.toDays() >= 7 ? "P" + length.toDays() + "D" : length.toString();
        }
    }

    /**
     * The end of something: {@code until Friday 5pm}. Without a time it is the end of that day.
     *
     * @param guessed people mean different things by the words, so what was made of them is shown
     */
    record Until(LocalDate day, @Nullable LocalTime time, Words words, boolean guessed) implements TimeExpression {

        public Until(LocalDate day, @Nullable LocalTime time, Words words) {
            this(day, time, words, false);
        }

        public Instant instant(ZoneId zone) {
            return time == null
                    ? day.plusDays(1).atStartOfDay(zone).toInstant()
                    : day.atTime(time).atZone(zone).toInstant();
        }

        public String iso() {
            return isoOf(day, time);
        }
    }

    /** When something is wanted: {@code by close of business tomorrow}. An end for some verbs, a start for others. */
    record By(LocalDate day, @Nullable LocalTime time, Words words) implements TimeExpression {

        public Until asEnd() {
            return new Until(day, time, words);
        }
    }

    /**
     * The start of something: {@code from 8am tomorrow}.
     *
     * @param guessed as of {@link Until}
     */
    record From(LocalDate day, @Nullable LocalTime time, Words words, boolean guessed) implements TimeExpression {

        public From(LocalDate day, @Nullable LocalTime time, Words words) {
            this(day, time, words, false);
        }

        public Instant instant(ZoneId zone) {
            return (time == null ? day.atStartOfDay() : day.atTime(time))
                    .atZone(zone)
                    .toInstant();
        }

        public String iso() {
            return isoOf(day, time);
        }
    }

    /** A stretch of days to report on: {@code last week}, {@code Q3}. {@code first} and {@code last} both belong to it. */
    record During(LocalDate first, LocalDate last, Words words) implements TimeExpression {

        public During {
            if (last.isBefore(first)) {
                throw new IllegalArgumentException("A period does not end before it starts");
            }
        }

        /** As what is wanted: a month or a quarter that was named without its year and is over is that of the next year. */
        public During coming(LocalDate today) {
            return last.isBefore(today) && !words.text().matches(".*\\d\\d.*")
                    ? new During(first.plusYears(1), last.plusYears(1), words)
                    : this;
        }

        /** A year as {@code 2026}, a month as {@code 2026-02}, a day as {@code 2026-02-03}, else {@code first/last}. */
        public String iso() {
            if (first.getDayOfYear() == 1 && last.equals(first.plusYears(1).minusDays(1))) {
                return "%04d".formatted(first.getYear());
            }
            if (first.getDayOfMonth() == 1 && last.equals(first.plusMonths(1).minusDays(1))) {
                return "%04d-%02d".formatted(first.getYear(), first.getMonthValue());
            }
            return first.equals(last) ? first.toString() : first + "/" + last;
        }
    }

    private static String isoOf(LocalDate day, @Nullable LocalTime time) {
        return time == null ? day.toString() : day.atTime(time).toString();
    }
}
