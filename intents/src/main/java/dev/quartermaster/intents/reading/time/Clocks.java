package dev.quartermaster.intents.reading.time;

import dev.quartermaster.intents.reading.text.Sentence;
import dev.quartermaster.intents.reading.text.Token.Kind;
import java.time.LocalTime;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Times of day: {@code 5pm}, {@code 17:00}, {@code half past two}, {@code ten to five}, {@code noon}, {@code afternoon}. */
final class Clocks {

    private static final Pattern CLOCK = Pattern.compile("(\\d{1,2})(?:[.:](\\d{2}))?(am|pm)?");
    private static final Pattern POINTED = Pattern.compile("([01]?\\d|2[0-3])\\.([0-5]\\d)");
    private static final Pattern FOUR_DIGITS = Pattern.compile("([01]\\d|2[0-3])([0-5]\\d)");
    private static final Map<String, LocalTime> NAMED = Map.of(
            "noon",
            LocalTime.NOON,
            "midday",
            LocalTime.NOON,
            "lunchtime",
            LocalTime.NOON,
            "lunch",
            LocalTime.NOON,
            "teatime",
            LocalTime.of(17, 0),
            "midnight",
            LocalTime.MIDNIGHT);
    /** When a part of the day is over for somebody who says they need a thing until then; the morning is when it starts. */
    private static final Map<String, LocalTime> PARTS = Map.of(
            "morning", LocalTime.of(9, 0),
            "afternoon", LocalTime.of(17, 0),
            "arvo", LocalTime.of(17, 0),
            "evening", LocalTime.of(20, 0),
            "eve", LocalTime.of(20, 0),
            "night", LocalTime.of(23, 0));

    private Clocks() {}

    static @Nullable TimeMatch<LocalTime> at(Sentence said, int index) {
        if (said.is(index, "at", "around", "about", "roughly", "circa", "@", "approx")) {
            return said.is(index + 1, "at", "around", "about", "roughly", "circa", "@", "approx")
                    ? null
                    : at(said, index + 1);
        }
        if (said.at(index).is(Kind.CLOCK)) {
            return afterClock(said, index);
        }
        var named = NAMED.get(said.at(index).text());
        if (named != null && said.at(index).is(Kind.WORD)) {
            return new TimeMatch<>(named, said.is(index + 1, "time") ? index + 2 : index + 1);
        }
        var spoken = spoken(said, index);
        if (spoken != null) {
            return spoken;
        }
        var hour = hour(said, index);
        if (hour == null) {
            return null;
        }
        if (said.is(hour.next(), "am", "pm")) {
            return new TimeMatch<>(clock(hour.value() + said.at(hour.next()).text()), hour.next() + 1);
        }
        return said.is(hour.next(), "o'clock", "oclock") ? hinted(said, hour.value(), hour.next() + 1) : null;
    }

    private static TimeMatch<LocalTime> afterClock(Sentence said, int index) {
        var text = said.at(index).text();
        if (said.is(index + 1, "am", "pm") && text.charAt(text.length() - 1) != 'm') {
            return new TimeMatch<>(clock(text + said.at(index + 1).text()), index + 2);
        }
        var time = clock(text);
        // "5:30" in working life is after noon, "05:30" is not.
        var next = said.is(index + 1, "hrs", "hours") ? index + 2 : index + 1;
        var spoken = text.charAt(text.length() - 1) != 'm' && text.charAt(0) != '0' && time.getHour() <= 7;
        return new TimeMatch<>(spoken ? time.plusHours(12) : time, next);
    }

    /** {@code half past two}, {@code half four}, {@code quarter to six}, {@code ten to five}. */
    private static @Nullable TimeMatch<LocalTime> spoken(Sentence said, int index) {
        var start = said.is(index, "a") ? index + 1 : index;
        if (said.is(start, "half")) {
            var hour = hour(said, said.is(start + 1, "past") ? start + 2 : start + 1);
            return hour == null
                            || hour.value() > 12
                            || !said.is(start + 1, "past") && Lengths.unit(said, hour.next()) != null
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

    private static TimeMatch<LocalTime> later(TimeMatch<LocalTime> hour, int minutes) {
        return new TimeMatch<>(hour.value().plusMinutes(minutes), hour.next());
    }

    /** The time a bare hour means with what follows it: {@code 8 in the evening}, {@code 9 tonight}, {@code 5}. */
    static TimeMatch<LocalTime> hinted(Sentence said, int hour, int next) {
        var day = said.is(next, "tomorrow", "this") ? next + 1 : next;
        if (said.is(day, "tonight", "evening", "afternoon", "arvo", "night")) {
            // The words that name the day as well are left for the day.
            return new TimeMatch<>(
                    LocalTime.of(hour < 12 ? hour + 12 : hour, 0),
                    day > next || said.is(day, "tonight") ? next : day + 1);
        }
        if (said.is(day, "morning")) {
            return new TimeMatch<>(LocalTime.of(hour, 0), day > next ? next : day + 1);
        }
        if (said.is(next, "in")
                && said.is(next + 1, "the")
                && PARTS.containsKey(said.at(next + 2).text())) {
            var late = !said.is(next + 2, "morning") && hour < 12;
            return new TimeMatch<>(LocalTime.of(late ? hour + 12 : hour, 0), next + 3);
        }
        return new TimeMatch<>(likely(hour), next);
    }

    /** A part of the day, said after a day or after {@code this} or {@code the}. */
    static @Nullable TimeMatch<LocalTime> part(Sentence said, int index) {
        var time = said.at(index).is(Kind.WORD) ? PARTS.get(said.at(index).text()) : null;
        return time == null ? null : new TimeMatch<>(time, index + 1);
    }

    /** A bare hour, {@code 5} or {@code five}; a caller accepts it only where nothing but an hour can stand. */
    static @Nullable TimeMatch<Integer> hour(Sentence said, int index) {
        var number = Numbers.plain(said, index);
        if (number == null || number.value() % 1 != 0 || number.value() < 1 || number.value() > 25) {
            return null;
        }
        return new TimeMatch<>(number.value().intValue(), number.next());
    }

    /** {@code 17.30} and {@code 1730}: taken for a time only after a word that wants one. */
    static @Nullable LocalTime digits(Sentence said, int index) {
        var token = said.at(index);
        if (!token.is(Kind.NUMBER)) {
            return null;
        }
        var pointed = POINTED.matcher(token.text());
        var four = FOUR_DIGITS.matcher(token.text());
        var match =
                pointed.matches() ? pointed : four.matches() && !token.text().startsWith("202") ? four : null;
        return match == null ? null : LocalTime.of(Integer.parseInt(match.group(1)), Integer.parseInt(match.group(2)));
    }

    /** The time of day meant by a bare hour in working life: one to seven are after noon. */
    static LocalTime likely(int hour) {
        return LocalTime.of(hour <= 7 ? hour + 12 : Math.min(hour, 23), 0);
    }

    private static LocalTime clock(String text) {
        var match = CLOCK.matcher(text);
        if (!match.matches()) {
            throw new IllegalArgumentException(text);
        }
        var hour = Integer.parseInt(match.group(1));
        var minute = match.group(2) == null ? 0 : Integer.parseInt(match.group(2));
        if ("pm".equals(match.group(3)) && hour < 12) {
            hour += 12;
        } else if ("am".equals(match.group(3)) && hour == 12) {
            hour = 0;
        }
        return LocalTime.of(Math.min(hour, 23), minute);
    }
}
