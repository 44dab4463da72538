package dev.quartermaster.intents.reading.time;

import dev.quartermaster.intents.reading.text.Sentence;
import dev.quartermaster.intents.reading.text.Token.Kind;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Points in time: a day, a time on a day, so long after a day, or the end of a stretch of days (see {@link Ends}). */
final class Points {

    private static final Set<String> APPROXIMATE =
            Sentence.words("about around approximately approx roughly sometime at on just before after say maybe"
                    + " circa @ ~ like and including probably late early");
    private static final Set<String> AFTERWARDS =
            Sentence.words("please pls plz and or for if thanks ta so as cos the but when then");
    private static final LocalTime FIRST_THING = LocalTime.of(9, 0);

    private final Sentence said;
    private final ZonedDateTime now;
    private final LocalDate today;
    private final Days days;
    private final Ends ends;

    Points(Sentence said, ZonedDateTime now) {
        this.said = said;
        this.now = now;
        this.today = now.toLocalDate();
        this.days = new Days(said, today);
        this.ends = new Ends(said, today, this);
    }

    Days days() {
        return days;
    }

    @Nullable
    TimeMatch<Point> at(int index) {
        var start = index;
        for (var steps = 0; steps < 3 && approximate(start); steps++) {
            start++;
        }
        var end = ends.at(start);
        if (end != null) {
            return end;
        }
        var clock = Clocks.at(said, start);
        if (clock != null) {
            return clockFirst(clock, said.is(clock.next() - 1, "midnight"));
        }
        var part = said.is(start, "this", "the", "tonight") ? Clocks.part(said, start + 1) : null;
        if (part != null) {
            return new TimeMatch<>(new Point(today, part.value()), part.next());
        }
        if (said.is(start, "first") && said.is(start + 1, "thing")) {
            return firstThing(start + 2);
        }
        if (said.is(start, "this") && said.is(start + 1, "time")) {
            var day = days.at(start + 2);
            return day == null ? null : sameTime(day);
        }
        var day = days.at(start);
        if (day != null) {
            return dayFirst(day);
        }
        var later = later(start);
        return later != null ? later : monthAlone(start);
    }

    private boolean approximate(int index) {
        return said.in(index, APPROXIMATE);
    }

    /** {@code 5}, {@code 6 tomorrow evening}: accepted where an hour is all that can be meant, so no noun may follow. */
    @Nullable
    TimeMatch<Point> bareHour(int index) {
        var start = said.is(index, "about", "around", "roughly", "at", "maybe", "say", "like") ? index + 1 : index;
        var exact = Clocks.digits(said, start);
        if (exact != null) {
            return clockFirst(new TimeMatch<>(exact, start + 1), false);
        }
        var hour = Clocks.hour(said, start);
        var minutes = said.at(start + 2);
        if (hour != null && said.is(start + 1, "h") && said.at(start + 1).glued() && minutes.is(Kind.NUMBER)) {
            var minute = Math.min(59, (int) Double.parseDouble(minutes.text()));
            return clockFirst(new TimeMatch<>(LocalTime.of(Math.min(23, hour.value()), minute), start + 3), false);
        }
        if (hour == null || hour.value() > 12) {
            return null;
        }
        var hinted = Clocks.hinted(said, hour.value(), hour.next());
        var day = days.at(hinted.next());
        if (day != null) {
            var next = Clocks.part(said, day.next());
            return new TimeMatch<>(new Point(day.value(), hinted.value()), next == null ? day.next() : next.next());
        }
        if (hinted.next() == hour.next() && !endsHere(hour.next())) {
            return null;
        }
        return new TimeMatch<>(
                hinted.next() == hour.next() ? soonestHour(hour.value()) : soonest(hinted.value()), hinted.next());
    }

    private boolean endsHere(int index) {
        var follows = said.at(index);
        return follows.is(Kind.END) || follows.is(Kind.PUNCTUATION) || said.in(index, AFTERWARDS);
    }

    /** The next time a clock with twelve hours shows it, not in the night. */
    private Point soonestHour(int hour) {
        var morning = LocalTime.of(hour % 12, 0);
        var evening = LocalTime.of(hour % 12 + 12, 0);
        if (hour >= 8 && hour < 12 && morning.isAfter(now.toLocalTime())) {
            return new Point(today, morning);
        }
        return hour == 12 ? soonest(LocalTime.NOON) : soonest(evening);
    }

    private TimeMatch<Point> clockFirst(TimeMatch<LocalTime> clock, boolean midnight) {
        var at = said.is(clock.next(), ",", "on") ? clock.next() + 1 : clock.next();
        if (said.is(clock.next(), "this") && Clocks.part(said, clock.next() + 1) != null) {
            return new TimeMatch<>(soonest(clock.value()), clock.next() + 2);
        }
        var day = days.at(at);
        if (day == null) {
            return new TimeMatch<>(soonest(clock.value()), clock.next());
        }
        var part = Clocks.part(said, day.next());
        // Midnight on Friday is the end of Friday.
        return new TimeMatch<>(
                new Point(midnight ? day.value().plusDays(1) : day.value(), clock.value()),
                part == null ? day.next() : part.next());
    }

    Point soonest(LocalTime time) {
        return new Point(time.isAfter(now.toLocalTime()) ? today : today.plusDays(1), time);
    }

    private TimeMatch<Point> sameTime(TimeMatch<LocalDate> day) {
        var time = now.toLocalTime().truncatedTo(ChronoUnit.MINUTES);
        var nextWeek = said.is(day.next() - 1, "week");
        return new TimeMatch<>(new Point(nextWeek ? today.plusWeeks(1) : day.value(), time), day.next());
    }

    private TimeMatch<Point> firstThing(int index) {
        var day = days.at(said.is(index, "on") ? index + 1 : index);
        return day == null
                ? new TimeMatch<>(soonest(FIRST_THING), index)
                : new TimeMatch<>(new Point(day.value(), FIRST_THING), day.next());
    }

    private TimeMatch<Point> dayFirst(TimeMatch<LocalDate> day) {
        var at = said.is(day.next(), ",", "@", "-", "(") ? day.next() + 1 : day.next();
        var close = ends.close(at);
        if (close != 0) {
            return new TimeMatch<>(new Point(day.value(), null), close);
        }
        if (said.is(at, "first") && said.is(at + 1, "thing")) {
            return new TimeMatch<>(new Point(day.value(), FIRST_THING), at + 2);
        }
        var clock = Clocks.at(said, at);
        if (clock == null) {
            clock = partAndHour(at);
        }
        if (clock == null && said.is(at, "at", "around", "about", "@")) {
            var exact = Clocks.digits(said, at + 1);
            var hour = Clocks.hour(said, at + 1);
            clock = exact != null
                    ? new TimeMatch<>(exact, at + 2)
                    : hour == null || hour.value() > 12 ? null : Clocks.hinted(said, hour.value(), hour.next());
        }
        return clock == null
                ? new TimeMatch<>(new Point(day.value(), null), day.next())
                : new TimeMatch<>(new Point(day.value(), clock.value()), clock.next());
    }

    /** {@code tomorrow evening}, {@code tomorrow evening at 6}. */
    private @Nullable TimeMatch<LocalTime> partAndHour(int index) {
        var part = Clocks.part(said, index);
        var hour = part != null && said.is(part.next(), "at", "around") ? Clocks.hour(said, part.next() + 1) : null;
        if (part == null || hour == null || hour.value() > 12) {
            return part;
        }
        var late = !said.is(index, "morning") && hour.value() < 12;
        return new TimeMatch<>(LocalTime.of(late ? hour.value() + 12 : hour.value(), 0), hour.next());
    }

    /** {@code two weeks from now}, {@code a week on Friday}, {@code a week tomorrow}, {@code 3 days after Easter}. */
    private @Nullable TimeMatch<Point> later(int index) {
        var length = Lengths.at(said, index);
        if (length == null) {
            return null;
        }
        var at = said.is(length.next(), "from", "on", "after") ? length.next() + 1 : length.next();
        if (said.is(at, "now") || said.is(at, "today")) {
            return new TimeMatch<>(after(length.value()), at + 1);
        }
        if (said.is(length.next(), "'", "time")) {
            return null;
        }
        var day = length.value().toDays() > 0 ? days.at(at) : null;
        return day == null
                ? null
                : new TimeMatch<>(new Point(day.value().plusDays(length.value().toDays()), null), day.next());
    }

    /** So long after now: whole days give a day, anything else a time on it. */
    Point after(Duration length) {
        var end = now.plus(length);
        return length.equals(Duration.ofDays(length.toDays()))
                ? new Point(end.toLocalDate(), null)
                : new Point(end.toLocalDate(), end.toLocalTime().truncatedTo(ChronoUnit.MINUTES));
    }

    /** The end of the coming weekend. */
    Point sunday() {
        return new Point(today.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY)), null);
    }

    @Nullable
    TimeMatch<Point> monthAlone(int index) {
        var month = days.month(index);
        if (month == null) {
            return null;
        }
        var year = days.year(index + 1);
        var first = LocalDate.of(year == null ? today.getYear() : year, month, 1);
        if (year == null && first.plusMonths(1).isBefore(today)) {
            first = first.plusYears(1);
        }
        var last = first.with(TemporalAdjusters.lastDayOfMonth());
        return new TimeMatch<>(new Point(last, null), year == null ? index + 1 : index + 2);
    }
}
