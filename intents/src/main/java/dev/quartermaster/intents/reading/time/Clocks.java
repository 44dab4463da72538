package dev.quartermaster.intents.reading.time;

import dev.quartermaster.intents.reading.text.Sentence;
import dev.quartermaster.intents.reading.text.Token.Kind;
import java.time.LocalTime;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Times of day: {@code 5pm}, {@code 17:00}, {@code half past two}, {@code noon}, {@code lunchtime}, {@code afternoon}. */
final class Clocks {

    private static final Pattern CLOCK = Pattern.compile("(\\d{1,2})(?:[.:](\\d{2}))?(am|pm)?");
    private static final Map<String, LocalTime> NAMED = Map.of(
            "noon", LocalTime.NOON, "midday", LocalTime.NOON, "lunchtime", LocalTime.NOON, "lunch", LocalTime.NOON);
    /** When a part of the day is over for somebody who says they need a thing until then; the morning is when it starts. */
    private static final Map<String, LocalTime> PARTS = Map.of(
            "morning", LocalTime.of(9, 0),
            "afternoon", LocalTime.of(17, 0),
            "arvo", LocalTime.of(17, 0),
            "evening", LocalTime.of(20, 0),
            "night", LocalTime.of(23, 0));

    private Clocks() {}

    static @Nullable Found<LocalTime> at(Sentence said, int index) {
        if (said.is(index, "at", "around", "about", "roughly")) {
            return at(said, index + 1);
        }
        if (said.at(index).is(Kind.CLOCK)) {
            return new Found<>(clock(said.at(index).text()), index + 1);
        }
        var named = NAMED.get(said.at(index).text());
        if (named != null) {
            return new Found<>(named, said.is(index + 1, "time") ? index + 2 : index + 1);
        }
        if (said.is(index, "half") && said.is(index + 1, "past")) {
            var hour = hour(said, index + 2);
            return hour == null ? null : new Found<>(likely(hour.value()).plusMinutes(30), hour.next());
        }
        var hour = hour(said, index);
        if (hour == null) {
            return null;
        }
        if (said.is(hour.next(), "am", "pm")) {
            return new Found<>(clock(hour.value() + said.at(hour.next()).text()), hour.next() + 1);
        }
        return said.is(hour.next(), "o'clock") ? new Found<>(likely(hour.value()), hour.next() + 1) : null;
    }

    /** A part of the day, said after a day or after {@code this} or {@code the}. */
    static @Nullable Found<LocalTime> part(Sentence said, int index) {
        var time = PARTS.get(said.at(index).text());
        return time == null ? null : new Found<>(time, index + 1);
    }

    /** A bare hour, {@code 5} or {@code five}; a caller accepts it only where nothing but an hour can stand. */
    static @Nullable Found<Integer> hour(Sentence said, int index) {
        var number = Numbers.plain(said, index);
        if (number == null || number.value() % 1 != 0 || number.value() < 1 || number.value() > 23) {
            return null;
        }
        return new Found<>(number.value().intValue(), number.next());
    }

    /** The time of day meant by a bare hour in working life: one to seven are after noon. */
    static LocalTime likely(int hour) {
        return LocalTime.of(hour <= 7 ? hour + 12 : hour, 0);
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
