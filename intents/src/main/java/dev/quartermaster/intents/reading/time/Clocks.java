package dev.quartermaster.intents.reading.time;

import dev.quartermaster.intents.reading.text.Sentence;
import dev.quartermaster.intents.reading.text.Token.Kind;
import java.time.LocalTime;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Times of day: {@code 5pm}, {@code 17:00}, {@code half past two}, {@code ten to five}, {@code noon}, {@code afternoon}. */
final class Clocks {

    static final Set<String> NEAR = Sentence.words("at around about roughly circa @ approx");

    private static final Pattern CLOCK = Pattern.compile("(\\d{1,2})(?:[.:](\\d{2}))?([ap]?)m?");
    private static final Pattern POINTED = Pattern.compile("([01]?\\d|2[0-3])\\.([0-5]\\d)");
    private static final Pattern FOUR_DIGITS = Pattern.compile("(?!202|19)([01]\\d|2[0-3])([0-5]\\d)");
    private static final Map<String, Integer> MINUTES = Map.of("fifteen", 15, "thirty", 30);
    private static final Set<String> NOON = Sentence.words("noon midday teatime midnight");
    /** When a part of the day begins, what "until" it means, and when it is over. */
    private static final Map<String, Clock> PARTS = Map.of(
            "morning", Clock.part(9, 9, 12),
            "lunch", Clock.part(12, 12, 14),
            "lunchtime", Clock.part(12, 12, 14),
            "afternoon", Clock.part(12, 17, 17),
            "arvo", Clock.part(12, 17, 17),
            "evening", Clock.part(18, 20, 20),
            "eve", Clock.part(18, 20, 20),
            "night", Clock.part(20, 23, 23));

    private Clocks() {}

    static @Nullable TimeMatch<Clock> at(Sentence said, int index) {
        if (said.in(index, NEAR)) {
            return said.in(index + 1, NEAR) ? null : at(said, index + 1);
        }
        if (said.at(index).is(Kind.CLOCK)) {
            return afterClock(said, index);
        }
        if (said.is(index, "after") && said.is(index + 1, "lunch")) {
            return new TimeMatch<>(Clock.sure(PARTS.get("lunch").end()), index + 2);
        }
        if (said.in(index, NOON)) {
            return new TimeMatch<>(
                    said.is(index, "midnight")
                            ? Clock.midnight()
                            : Clock.sure(LocalTime.of(said.is(index, "teatime") ? 17 : 12, 0)),
                    index + 1);
        }
        if (said.is(index, "lunch", "lunchtime")) {
            return new TimeMatch<>(PARTS.get("lunch"), said.is(index + 1, "time", "break") ? index + 2 : index + 1);
        }
        var spoken = spoken(said, index);
        if (spoken != null) {
            return spoken;
        }
        var hour = hour(said, index);
        if (hour == null) {
            return null;
        }
        var minutes = said.at(index).is(Kind.WORD) && hour.value() <= 12
                ? MINUTES.get(said.at(hour.next()).text())
                : null;
        if (minutes != null) {
            return later(hinted(said, hour.value(), hour.next() + 1), minutes);
        }
        if (said.is(hour.next(), "am", "pm")) {
            return new TimeMatch<>(clock(hour.value() + said.at(hour.next()).text()), hour.next() + 1);
        }
        return said.is(hour.next(), "o'clock", "oclock") ? hinted(said, hour.value(), hour.next() + 1) : null;
    }

    private static TimeMatch<Clock> afterClock(Sentence said, int index) {
        var text = said.at(index).text();
        var half = !Character.isDigit(text.charAt(text.length() - 1));
        if (said.is(index + 1, "am", "pm") && !half) {
            return new TimeMatch<>(clock(text + said.at(index + 1).text()), index + 2);
        }
        var clock = clock(text);
        var next = said.is(index + 1, "hrs", "hours") ? index + 2 : index + 1;
        // "5:30" in working life is after noon, but for the end of a night; "05:30" is not.
        var late =
                !half && text.charAt(0) != '0' && !clock.next() && clock.time().getHour() <= 7;
        if (!late) {
            return new TimeMatch<>(clock, next);
        }
        var time = clock.time();
        return new TimeMatch<>(Clock.either(time.getHour() == 7 ? time : time.plusHours(12)), next);
    }

    /** {@code half past two}, {@code half four}, {@code quarter to six}, {@code ten to five}. */
    private static @Nullable TimeMatch<Clock> spoken(Sentence said, int index) {
        var start = said.is(index, "a") ? index + 1 : index;
        if (said.is(start, "half")) {
            var past = said.is(start + 1, "past");
            var hour = hour(said, past ? start + 2 : start + 1);
            return hour == null || hour.value() > 12 || !past && Lengths.unit(said, hour.next()) != null
                    ? null
                    : later(hinted(said, hour.value(), hour.next()), 30);
        }
        var quarter = said.is(start, "quarter");
        var minutes = quarter ? new TimeMatch<>(15, start + 1) : hour(said, start);
        // "10 to 4" is from ten to four, "ten to four" is before four.
        if (minutes == null
                || !said.is(minutes.next(), "past", "to")
                || said.at(start).is(Kind.NUMBER) && !said.is(minutes.next(), "past")) {
            return null;
        }
        var hour = hour(said, minutes.next() + 1);
        var exact = quarter || minutes.value() % 5 == 0 && minutes.value() <= 25;
        if (hour == null || !exact || hour.value() > 12 || !quarter && Lengths.unit(said, hour.next()) != null) {
            return null;
        }
        return later(
                hinted(said, hour.value(), hour.next()),
                said.is(minutes.next(), "past") ? minutes.value() : -minutes.value());
    }

    private static TimeMatch<Clock> later(TimeMatch<Clock> hour, int minutes) {
        var time = hour.value().time().plusMinutes(minutes);
        return new TimeMatch<>(hour.value().sure() ? Clock.sure(time) : Clock.either(time), hour.next());
    }

    /** The time a bare hour means with what follows it: {@code 8 in the evening}, {@code 9 tonight}, {@code 14h}, {@code 5}. */
    static TimeMatch<Clock> hinted(Sentence said, int hour, int next) {
        if (hour > 12) {
            return new TimeMatch<>(
                    hour == 24 ? Clock.midnight() : Clock.sure(LocalTime.of(Math.min(hour, 23), 0)), next);
        }
        if (said.is(next, "am", "pm")) {
            return new TimeMatch<>(clock(hour + said.at(next).text()), next + 1);
        }
        // The words that name the day as well are left for the day.
        var day = said.is(next, "tomorrow", "this") ? next + 1 : next;
        var inThe = said.is(next, "in") && said.is(next + 1, "the");
        var part = part(said, inThe ? next + 2 : day);
        if (part == null || said.is(inThe ? next + 2 : day, "lunch", "lunchtime")) {
            return said.is(next, "tonight")
                    ? new TimeMatch<>(Clock.sure(late(hour)), next)
                    : new TimeMatch<>(Clock.either(likely(hour)), next);
        }
        var time = part.value().begins().getHour() < 12 ? LocalTime.of(hour, 0) : late(hour);
        return new TimeMatch<>(Clock.sure(time), day > next ? next : part.next());
    }

    private static LocalTime late(int hour) {
        return LocalTime.of(hour < 12 ? hour + 12 : hour, 0);
    }

    /** A part of the day, said after a day or after {@code this} or {@code the}. */
    static @Nullable TimeMatch<Clock> part(Sentence said, int index) {
        var time = said.at(index).is(Kind.WORD) ? PARTS.get(said.at(index).text()) : null;
        return time == null ? null : new TimeMatch<>(time, index + 1);
    }

    /** A bare hour, {@code 5} or {@code five}; a caller accepts it only where nothing but an hour can stand. */
    static @Nullable TimeMatch<Integer> hour(Sentence said, int index) {
        var number = Numbers.plain(said, index);
        if (number == null || number.value() % 1 != 0 || number.value() < 1 || number.value() > 24) {
            return null;
        }
        return new TimeMatch<>(number.value().intValue(), number.next());
    }

    /** {@code 17.30}, {@code 1730}, {@code 17h30}: taken for a time only after a word that wants one. */
    static @Nullable TimeMatch<Clock> digits(Sentence said, int index) {
        var token = said.at(index);
        if (!token.is(Kind.NUMBER)) {
            return null;
        }
        var pointed = POINTED.matcher(token.text());
        var four = FOUR_DIGITS.matcher(token.text());
        var match = pointed.matches() ? pointed : four.matches() ? four : null;
        if (match != null) {
            var time = LocalTime.of(Integer.parseInt(match.group(1)), Integer.parseInt(match.group(2)));
            return new TimeMatch<>(Clock.sure(time), said.is(index + 1, "hrs", "hours") ? index + 2 : index + 1);
        }
        var minutes = said.at(index + 2);
        var hour = said.is(index + 1, "h") && said.at(index + 1).glued() ? hour(said, index) : null;
        if (hour == null || hour.value() > 23 || !minutes.is(Kind.NUMBER) || !minutes.glued()) {
            return null;
        }
        var minute = Math.min(59, (int) Double.parseDouble(minutes.text()));
        return new TimeMatch<>(Clock.sure(LocalTime.of(hour.value(), minute)), index + 3);
    }

    /** The time of day meant by a bare hour in working life: one to six are after noon. */
    static LocalTime likely(int hour) {
        return LocalTime.of(hour <= 6 ? hour + 12 : hour, 0);
    }

    private static Clock clock(String text) {
        var match = CLOCK.matcher(text);
        if (!match.matches()) {
            throw new IllegalArgumentException(text);
        }
        var hour = Integer.parseInt(match.group(1));
        var minute = match.group(2) == null ? 0 : Integer.parseInt(match.group(2));
        if ("p".equals(match.group(3)) && hour < 12) {
            hour += 12;
        } else if ("a".equals(match.group(3)) && hour == 12) {
            hour = 0;
        }
        return hour == 24 && minute == 0 ? Clock.midnight() : Clock.sure(LocalTime.of(Math.min(hour, 23), minute));
    }
}
