package dev.quartermaster.intents.reading.time;

import dev.quartermaster.intents.reading.text.Nearest;
import dev.quartermaster.intents.reading.text.Sentence;
import dev.quartermaster.intents.reading.text.Token.Kind;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Lengths of time: {@code 3d}, {@code a day and a half}, {@code 1h30}, {@code 5 working days}, {@code a fortnight}. */
final class Lengths {

    private static final Set<String> BETWEEN = Sentence.words(
            "more extra additional full whole single entire working business calendar further solid consecutive"
                    + " short little -");
    private static final long MOST_WORKING_DAYS = 2_000;
    private static final Map<String, Duration> UNITS = units();
    private static final List<String> LONG_UNITS =
            List.of("hours", "hour", "days", "weeks", "week", "months", "month", "minutes", "minute");

    private Lengths() {}

    private static Map<String, Duration> units() {
        var units = new HashMap<String, Duration>();
        name(units, Duration.ofMinutes(1), "m", "min", "mins", "minute", "minutes");
        name(units, Duration.ofHours(1), "h", "hr", "hrs", "hour", "hours");
        name(units, Duration.ofDays(1), "d", "day", "days", "night", "nights", "weekday", "weekdays");
        name(units, Duration.ofDays(7), "w", "wk", "wks", "week", "weeks");
        name(units, Duration.ofDays(14), "fortnight", "fortnights");
        name(units, Duration.ofDays(30), "mo", "mos", "mth", "mths", "month", "months");
        name(units, Duration.ofDays(90), "quarter", "quarters");
        name(units, Duration.ofDays(365), "y", "yr", "yrs", "year", "years");
        return Map.copyOf(units);
    }

    private static void name(Map<String, Duration> units, Duration length, String... names) {
        for (var name : names) {
            units.put(name, length);
        }
    }

    /** The length of one of this unit, or null where the word is none. */
    static @Nullable Duration unit(Sentence said, int index) {
        var token = said.at(index);
        // "4 m" may be anything; "4m" is minutes. Letters stand alone only after a glued number.
        var letter = token.text().length() == 1
                && !token.text().equals("h")
                && !(token.text().equals("d") && said.at(index - 1).text().contains("."));
        if (!token.is(Kind.WORD) || letter && !token.glued()) {
            return null;
        }
        var text = token.text();
        var unit = UNITS.get(text.endsWith("'") ? text.substring(0, text.length() - 1) : text);
        return unit == null ? mistyped(said, index) : unit;
    }

    /** {@code 5 huors}, {@code 3 dyas}: letters swapped, left out or doubled after a number, never another one in the place of one. */
    private static @Nullable Duration mistyped(Sentence said, int index) {
        var word = said.at(index).text();
        return word.length() < 3 || !said.at(index - 1).is(Kind.NUMBER)
                ? null
                : LONG_UNITS.stream()
                        .filter(unit -> unit.charAt(0) == word.charAt(0)
                                && Nearest.distance(unit, word) == 1
                                && (unit.length() != word.length()
                                        || sorted(unit).equals(sorted(word))))
                        .findFirst()
                        .map(UNITS::get)
                        .orElse(null);
    }

    private static String sorted(String word) {
        return word.chars().sorted().mapToObj(Character::toString).collect(Collectors.joining());
    }

    static @Nullable TimeMatch<Duration> at(Sentence said, int index) {
        var first = said.is(index, "fortnight") ? new TimeMatch<>(Duration.ofDays(14), index + 1) : one(said, index);
        if (first == null) {
            return null;
        }
        var total = first.value();
        var next = first.next();
        while (true) {
            var more = rest(said, next, total);
            if (more == null) {
                return total.isZero() ? null : new TimeMatch<>(total, loose(said, next));
            }
            total = total.plus(more.value());
            next = more.next();
        }
    }

    /** The days that so many working days take from a day on: weekends are none. Other lengths stay as they are. */
    static Duration onCalendar(Sentence said, int index, TimeMatch<Duration> length, LocalDate today) {
        var working = IntStream.range(index, length.next())
                .anyMatch(at -> said.is(at, "working", "business") && said.is(at + 1, "day", "days")
                        || said.is(at, "weekday", "weekdays"));
        var days = length.value().toDays();
        if (!working || days > MOST_WORKING_DAYS || !length.value().equals(Duration.ofDays(days))) {
            return length.value();
        }
        var end = today;
        for (var left = days; left > 0; left--) {
            end = end.plusDays(1);
            while (end.getDayOfWeek().getValue() > DayOfWeek.FRIDAY.getValue()) {
                end = end.plusDays(1);
            }
        }
        return Duration.ofDays(ChronoUnit.DAYS.between(today, end));
    }

    /** {@code 2-3 days}, {@code a week or two}: the longer was taken. */
    static boolean oneOfTwo(Sentence said, int index, int next) {
        return said.is(index - 1, "to", "-", "–", "or") && said.at(index - 2).is(Kind.NUMBER)
                || IntStream.range(index + 1, next - 1)
                        .anyMatch(at -> said.is(at, "-", "–", "to", "or")
                                && !said.is(at + 1, "so", "thereabouts")
                                && !said.in(at + 1, BETWEEN)
                                && unit(said, at + 1) == null);
    }

    /** {@code or so}, {@code or thereabouts}: part of the words, not of the length. */
    private static int loose(Sentence said, int next) {
        return said.is(next, "or") && said.is(next + 1, "so", "thereabouts") ? next + 2 : next;
    }

    private static @Nullable TimeMatch<Duration> one(Sentence said, int index) {
        var hours = hoursAndMinutes(said, index);
        if (hours != null) {
            return hours;
        }
        var amount = Numbers.at(said, index);
        if (amount == null || amount.value() > 9_999) {
            return null;
        }
        var upper = upper(said, amount.next());
        var value = upper == null ? amount.value() : upper.value();
        var at = upper == null ? amount.next() : upper.next();
        at = said.is(at, "(") && Numbers.plain(said, at + 1) != null && said.is(at + 2, ")") ? at + 3 : at;
        while (said.in(at, BETWEEN)) {
            at++;
        }
        var unit = unit(said, at);
        if (unit == null || unit.equals(Duration.ofDays(90)) && !counted(said, index, at)) {
            return null;
        }
        return new TimeMatch<>(Duration.ofSeconds(Math.round(unit.toSeconds() * value)), at + 1);
    }

    /** {@code 1:30 h}. */
    private static @Nullable TimeMatch<Duration> hoursAndMinutes(Sentence said, int index) {
        var text = said.at(index).text();
        if (!said.at(index).is(Kind.CLOCK)
                || !said.is(index + 1, "h", "hr", "hrs", "hours")
                || !text.matches("\\d{1,2}:\\d\\d")) {
            return null;
        }
        var colon = text.indexOf(':');
        // "until 14:00 hours" is a time of day.
        return said.is(index - 1, "for", "another", "by", "of", ",") || index == 0
                ? new TimeMatch<>(
                        Duration.ofHours(Integer.parseInt(text.substring(0, colon)))
                                .plusMinutes(Integer.parseInt(text.substring(colon + 1))),
                        index + 2)
                : null;
    }

    /** {@code two quarters}, {@code for a quarter}; not {@code a quarter past five} or {@code the first quarter}. */
    private static boolean counted(Sentence said, int index, int unitAt) {
        return said.is(unitAt, "quarters")
                || said.is(index - 1, "for", "it", "them", "another") && !said.is(unitAt + 1, "past", "to", "of");
    }

    /** The larger of two amounts: {@code 2-3 days}, {@code two or three weeks}. */
    private static @Nullable TimeMatch<Double> upper(Sentence said, int index) {
        if (!said.is(index, "-", "–", "to", "or")) {
            return null;
        }
        var upper = Numbers.plain(said, index + 1);
        return upper != null && unit(said, upper.next()) != null ? upper : null;
    }

    /** What may follow a length and make it longer: {@code and a half}, {@code and 3 hours}, {@code 4h}, {@code 30}. */
    private static @Nullable TimeMatch<Duration> rest(Sentence said, int index, Duration soFar) {
        var unit = unit(said, index - 1);
        if (unit == null) {
            return null;
        }
        if (said.is(index, "and", "&")
                && said.is(index + 1, "a")
                && said.is(index + 2, "half", "bit")
                && unit(said, index + 3) == null) {
            return new TimeMatch<>(said.is(index + 2, "half") ? unit.dividedBy(2) : Duration.ZERO, index + 3);
        }
        if (said.is(index, "or") && soFar.equals(unit)) {
            var alternative = Numbers.plain(said, index + 1);
            return alternative == null || unit(said, alternative.next()) != null || alternative.value() < 2
                    ? null
                    : new TimeMatch<>(
                            Duration.ofSeconds(Math.round(unit.toSeconds() * (alternative.value() - 1))),
                            alternative.next());
        }
        var token = said.at(index);
        if (token.is(Kind.NUMBER)
                && token.glued()
                && unit.equals(Duration.ofHours(1))
                && unit(said, index + 1) == null) {
            return new TimeMatch<>(Duration.ofMinutes(Math.round(Double.parseDouble(token.text()))), index + 1);
        }
        var start = said.is(index, "and", ",", "&") ? index + 1 : index;
        var smaller = said.is(start, "another", "half") ? null : one(said, start);
        var weeksAndHours = unit.compareTo(Duration.ofDays(7)) >= 0
                && smaller != null
                && smaller.value().compareTo(Duration.ofDays(1)) < 0;
        return smaller != null && smaller.value().compareTo(unit) < 0 && !weeksAndHours ? smaller : null;
    }
}
