package dev.quartermaster.intents.reading.time;

import dev.quartermaster.intents.reading.text.Sentence;
import dev.quartermaster.intents.reading.text.Token.Kind;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lengths of time: {@code 3d}, {@code a day and a half}, {@code 1h30}, {@code 5 working days}, {@code a fortnight}. */
final class Lengths {

    private static final Map<String, Duration> UNITS = units();

    private Lengths() {}

    private static Map<String, Duration> units() {
        var units = new HashMap<String, Duration>();
        name(units, Duration.ofMinutes(1), "m", "min", "mins", "minute", "minutes");
        name(units, Duration.ofHours(1), "h", "hr", "hrs", "hour", "hours");
        name(units, Duration.ofDays(1), "d", "day", "days", "night", "nights");
        name(units, Duration.ofDays(7), "w", "wk", "wks", "week", "weeks");
        name(units, Duration.ofDays(14), "fortnight", "fortnights");
        name(units, Duration.ofDays(30), "mo", "mth", "mths", "month", "months");
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
        var letter = token.text().length() == 1 && !token.text().equals("h");
        return !token.is(Kind.WORD) || letter && !token.glued() ? null : UNITS.get(token.text());
    }

    static @Nullable Found<Duration> at(Sentence said, int index) {
        var first = one(said, index);
        if (first == null) {
            return null;
        }
        var total = first.value();
        var next = first.next();
        while (true) {
            var more = rest(said, next, total);
            if (more == null) {
                return total.isZero() ? null : new Found<>(total, next);
            }
            total = total.plus(more.value());
            next = more.next();
        }
    }

    private static @Nullable Found<Duration> one(Sentence said, int index) {
        var amount = Numbers.at(said, index);
        if (amount == null || amount.value() > 9_999) {
            return null;
        }
        var at = amount.next();
        while (said.is(
                at,
                "more",
                "extra",
                "additional",
                "full",
                "whole",
                "working",
                "business",
                "calendar",
                "further",
                "-")) {
            at++;
        }
        var unit = unit(said, at);
        return unit == null
                ? null
                : new Found<>(Duration.ofSeconds(Math.round(unit.toSeconds() * amount.value())), at + 1);
    }

    /** What may follow a length and make it longer: {@code and a half}, {@code and 3 hours}, {@code 4h}, {@code 30}. */
    private static @Nullable Found<Duration> rest(Sentence said, int index, Duration soFar) {
        var unit = unit(said, index - 1);
        if (unit == null) {
            return null;
        }
        if (said.is(index, "and")
                && said.is(index + 1, "a")
                && said.is(index + 2, "half")
                && unit(said, index + 3) == null) {
            return new Found<>(unit.dividedBy(2), index + 3);
        }
        var token = said.at(index);
        if (token.is(Kind.NUMBER)
                && token.glued()
                && unit.equals(Duration.ofHours(1))
                && unit(said, index + 1) == null) {
            return new Found<>(Duration.ofMinutes(Math.round(Double.parseDouble(token.text()))), index + 1);
        }
        var start = said.is(index, "and", ",") ? index + 1 : index;
        var smaller = said.is(start, "another") ? null : one(said, start);
        return smaller != null && smaller.value().compareTo(unit) < 0 ? smaller : null;
    }
}
