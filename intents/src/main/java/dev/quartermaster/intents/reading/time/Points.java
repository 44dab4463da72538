package dev.quartermaster.intents.reading.time;

import dev.quartermaster.intents.reading.text.Sentence;
import dev.quartermaster.intents.reading.text.Token.Kind;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Points in time: a day, a time on a day, so long after a day, or the end of a stretch of days (see {@link Ends}). */
final class Points {

    private static final Set<String> APPROXIMATE =
            Sentence.words("about around approximately approx roughly sometime at on just before after say maybe"
                    + " circa @ ~ like and including with probably late early");
    private static final Set<String> AFTERWARDS =
            Sentence.words("please pls plz and or for if thanks ta so as cos the but when then");
    private static final Clock FIRST_THING = Clock.sure(LocalTime.of(9, 0));

    private final Sentence said;
    private final ZonedDateTime now;
    private final LocalDate today;
    private final Days days;
    private final Stretches stretches;
    private final Ends ends;

    Points(Sentence said, ZonedDateTime now) {
        this.said = said;
        this.now = now;
        this.today = now.toLocalDate();
        this.days = new Days(said, today);
        this.stretches = new Stretches(said, today, days);
        this.ends = new Ends(said, today, days, stretches);
    }

    Days days() {
        return days;
    }

    Stretches stretches() {
        return stretches;
    }

    @Nullable
    TimeMatch<Point> at(int index) {
        var start = index;
        for (var steps = 0; steps < 3 && said.in(start, APPROXIMATE); steps++) {
            start++;
        }
        var end = ends.at(start);
        if (end != null) {
            return end;
        }
        var lunch = said.is(start - 1, "after") && start > index ? Clocks.at(said, start - 1) : null;
        var clock = lunch != null ? lunch : Clocks.at(said, start);
        if (clock != null) {
            return clockFirst(clock);
        }
        var part = said.is(start, "this", "the", "tonight") ? Clocks.part(said, start + 1) : null;
        if (part != null) {
            return new TimeMatch<>(point(today, part.value()), part.next());
        }
        if (said.is(start, "first") && said.is(start + 1, "thing")) {
            var day = days.at(said.is(start + 2, "on") ? start + 3 : start + 2);
            return day == null
                    ? new TimeMatch<>(soonest(FIRST_THING), start + 2)
                    : new TimeMatch<>(point(day.value(), FIRST_THING), day.next());
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
        return later != null ? later : named(start);
    }

    /** Whether no weekday alone stands in these words: what has a date or is counted from today comes but once. */
    boolean dated(int first, int next) {
        return IntStream.range(first, next)
                        .noneMatch(at -> said.at(at).is(Kind.WORD)
                                && Calendar.weekday(said.at(at).text()) != null)
                || IntStream.range(first, next)
                        .anyMatch(at -> days.month(at) != null || said.at(at).is(Kind.DATE));
    }

    /** A month, a quarter or a weekend as a point is its beginning, or its end where it has begun. */
    private @Nullable TimeMatch<Point> named(int index) {
        var weekend = said.is(stretches.named(index), "weekend", "wknd");
        var stretch =
                weekend || days.month(index) != null || said.at(index).is(Kind.QUARTER) ? stretches.at(index) : null;
        if (stretch == null) {
            return null;
        }
        var span = stretch.value();
        var begun = !span.first().isAfter(today);
        var day = begun ? span.last() : weekend ? span.first().minusDays(1) : span.first();
        return new TimeMatch<>(new Point(day, null).guess(), stretch.next());
    }

    /** {@code 5}, {@code 6 tomorrow evening}: accepted where an hour is all that can be meant, so no noun may follow. */
    @Nullable
    TimeMatch<Point> bareHour(int index) {
        var start = said.in(index, Clocks.NEAR) || said.is(index, "maybe", "say", "like") ? index + 1 : index;
        var exact = Clocks.digits(said, start);
        if (exact != null) {
            return clockFirst(exact);
        }
        var hour = Clocks.hour(said, start);
        if (hour == null || hour.value() > 12) {
            return null;
        }
        var hinted = Clocks.hinted(said, hour.value(), hour.next());
        var bare = hinted.next() == hour.next() && days.at(hinted.next()) == null && !said.is(hinted.next(), "this");
        return bare && !endsHere(hour.next()) ? null : clockFirst(hinted);
    }

    private boolean endsHere(int index) {
        var follows = said.at(index);
        return follows.is(Kind.END) || follows.is(Kind.PUNCTUATION) || said.in(index, AFTERWARDS);
    }

    private TimeMatch<Point> clockFirst(TimeMatch<Clock> clock) {
        var dotted = said.is(clock.next(), ".") && said.is(clock.next() - 1, "am", "pm");
        var at = dotted || said.is(clock.next(), ",", "on") ? clock.next() + 1 : clock.next();
        if (said.is(clock.next(), "this") && Clocks.part(said, clock.next() + 1) != null) {
            return new TimeMatch<>(soonest(clock.value()), clock.next() + 2);
        }
        var day = days.at(at);
        if (day == null) {
            return elsewhere(new TimeMatch<>(soonest(clock.value()), clock.next()));
        }
        var part = Clocks.part(said, day.next());
        return new TimeMatch<>(point(on(day, clock.value()), clock.value()), part == null ? day.next() : part.next());
    }

    /** A time on a day. Midnight on Friday is the end of Friday. */
    static Point point(LocalDate day, Clock clock) {
        var on = clock.next() ? day.plusDays(1) : day;
        var begins = clock.begins() == null ? null : day.atTime(clock.begins());
        return new Point(on, clock.time(), begins, true, false);
    }

    /** The next time it is so late. Of two hours that may be meant the next, but none in the night. */
    Point soonest(Clock clock) {
        var time = clock.time();
        if (!clock.sure() && !time.isAfter(now.toLocalTime()) && time.getHour() < 12) {
            var evening = time.plusHours(12);
            var tomorrow = today.plusDays(1);
            return evening.isAfter(now.toLocalTime())
                    ? new Point(today, evening, tomorrow.atTime(time), false, false)
                    : new Point(tomorrow, time, null, false, false);
        }
        var day = time.isAfter(now.toLocalTime()) ? today : today.plusDays(1);
        return new Point(day, time, clock.begins() == null ? null : day.atTime(clock.begins()), false, false);
    }

    private TimeMatch<Point> sameTime(TimeMatch<LocalDate> day) {
        var time = now.toLocalTime().truncatedTo(ChronoUnit.MINUTES);
        var nextWeek = said.is(day.next() - 1, "week");
        return new TimeMatch<>(new Point(nextWeek ? today.plusWeeks(1) : day.value(), time), day.next());
    }

    private TimeMatch<Point> dayFirst(TimeMatch<LocalDate> day) {
        var at = said.is(day.next(), ",", "@", "-", "(") ? day.next() + 1 : day.next();
        var close = ends.close(at);
        if (close != 0) {
            return new TimeMatch<>(new Point(day.value(), null), close);
        }
        if (said.is(at, "first") && said.is(at + 1, "thing")) {
            return new TimeMatch<>(point(day.value(), FIRST_THING), at + 2);
        }
        var clock = partAndHour(at);
        if (clock == null) {
            clock = Clocks.at(said, at);
        }
        if (clock == null && said.is(at, "starting", "beginning", "start", "from")) {
            clock = Clocks.at(said, said.is(at + 1, "at") ? at + 2 : at + 1);
            clock = clock == null || !clock.value().sure() ? null : clock;
        }
        // "Friday 13.03" is a day.
        if (clock == null
                && Calendar.weekday(said.at(day.next() - 1).text()) != null
                && said.at(at).text().indexOf('.') < 0) {
            clock = Clocks.digits(said, at);
        }
        if (clock == null && said.in(at, Clocks.NEAR)) {
            var exact = Clocks.digits(said, at + 1);
            var hour = Clocks.hour(said, at + 1);
            clock = exact != null || hour == null ? exact : Clocks.hinted(said, hour.value(), hour.next());
        }
        return clock == null
                ? new TimeMatch<>(new Point(day.value(), null, null, true, days.twofold(day.next() - 1)), day.next())
                : elsewhere(new TimeMatch<>(point(on(day, clock.value()), clock.value()), clock.next()));
    }

    /** "Friday 5pm" said on a Friday morning is today. */
    private LocalDate on(TimeMatch<LocalDate> day, Clock clock) {
        var weekday = Calendar.weekday(said.at(day.next() - 1).text());
        return weekday == today.getDayOfWeek()
                        && day.value().equals(today.plusWeeks(1))
                        && !said.is(day.next() - 2, "next", "following")
                        && clock.time().isAfter(now.toLocalTime())
                ? today
                : day.value();
    }

    /** A time said with {@code UTC}, {@code Z} or an offset, as it is in the asker's zone. */
    private TimeMatch<Point> elsewhere(TimeMatch<Point> point) {
        var next = point.next();
        ZoneOffset offset = null;
        if (said.is(next, "utc", "gmt") || said.is(next, "z") && said.at(next).glued()) {
            offset = ZoneOffset.UTC;
            next++;
        } else if (said.is(next, "+", "-")
                && written(next - 1)
                && said.at(next).glued()
                && said.at(next + 1).is(Kind.CLOCK)
                && said.at(next + 1).glued()
                && said.at(next + 1).text().matches("(?:0\\d|1[0-7]):\\d\\d")) {
            offset = ZoneOffset.of(said.at(next).text() + said.at(next + 1).text());
            next += 2;
        }
        if (offset == null || point.value().time() == null) {
            return point;
        }
        var here = point.value()
                .day()
                .atTime(point.value().time())
                .atOffset(offset)
                .atZoneSameInstant(now.getZone());
        return new TimeMatch<>(new Point(here.toLocalDate(), here.toLocalTime()), next);
    }

    /** Whether the clock there is that of an ISO moment: an offset may follow, where otherwise a range does. */
    private boolean written(int clock) {
        return said.at(clock - 1).is(Kind.DATE)
                && Character.toLowerCase(said.text().charAt(said.at(clock).start() - 1)) == 't';
    }

    /** {@code tomorrow evening}, {@code tomorrow evening at 6}, {@code tomorrow lunchtime (13:00)}: the hour is the exact one. */
    private @Nullable TimeMatch<Clock> partAndHour(int index) {
        var part = Clocks.part(said, index);
        var exact = part == null ? null : Clocks.at(said, said.is(part.next(), "(") ? part.next() + 1 : part.next());
        if (exact != null && exact.value().end() == null) {
            return said.is(exact.next(), ")") ? new TimeMatch<>(exact.value(), exact.next() + 1) : exact;
        }
        var hour = part != null && said.in(part.next(), Clocks.NEAR) ? Clocks.hour(said, part.next() + 1) : null;
        if (part == null || hour == null || hour.value() > 12) {
            return part;
        }
        var late = !said.is(index, "morning") && hour.value() < 12;
        return new TimeMatch<>(Clock.sure(LocalTime.of(late ? hour.value() + 12 : hour.value(), 0)), hour.next());
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
}
