package dev.quartermaster.intents.reading.time;

import dev.quartermaster.intents.reading.text.Sentence;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/** From one point to another: {@code from 3 to 14 March}, {@code 8am tomorrow to 8pm}, {@code 9 to 5 on Tuesday}. */
final class Ranges {

    record Range(Point from, Point until) {}

    private final Sentence said;
    private final Points points;

    Ranges(Sentence said, Points points) {
        this.said = said;
        this.points = points;
    }

    @Nullable
    Found<Range> at(int index) {
        var opened = said.is(index, "from", "between", "starting");
        var first = opened ? index + 1 : index;
        if (said.is(first, "the")) {
            first++;
        }
        var sameMonth = daysOfOneMonth(first);
        if (sameMonth != null) {
            return sameMonth;
        }
        if (opened || Clocks.at(said, first) != null) {
            var between = pointToPoint(first);
            if (between != null) {
                return between;
            }
        }
        return hours(first);
    }

    private boolean separates(int index) {
        return said.is(index, "to", "and", "until", "till", "til", "-", "–", "through", "thru", "up");
    }

    private int after(int separator) {
        return said.is(separator + 1, "the", "to") ? separator + 2 : separator + 1;
    }

    /** {@code 3 to 14 March}, {@code 3-14 March 2026}, {@code March 3 to 14}. */
    private @Nullable Found<Range> daysOfOneMonth(int index) {
        var days = points.days();
        var monthFirst = days.month(index);
        var dayAt = monthFirst == null ? index : index + 1;
        var day = days.dayOfMonth(dayAt);
        if (day == null || !separates(dayAt + 1)) {
            return null;
        }
        var lastAt = after(dayAt + 1);
        if (monthFirst == null) {
            var last = days.at(lastAt);
            if (last == null || days.month(last.next() - 1) == null && days.year(last.next() - 1) == null) {
                return null;
            }
            return range(last.value(), day, last.next());
        }
        var lastDay = days.dayOfMonth(lastAt);
        var end = days.at(index);
        return lastDay == null || end == null || lastDay < day
                ? null
                : range(end.value().plusDays((long) lastDay - day), day, lastAt + 1);
    }

    private @Nullable Found<Range> range(LocalDate last, int firstDay, int next) {
        try {
            var first = last.withDayOfMonth(firstDay);
            return first.isAfter(last)
                    ? null
                    : new Found<>(new Range(new Point(first, null), new Point(last, null)), next);
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }

    private @Nullable Found<Range> pointToPoint(int index) {
        var from = points.at(index);
        if (from == null || !separates(from.next())) {
            return null;
        }
        var until = points.at(after(from.next()));
        if (until == null) {
            return null;
        }
        var start = from.value();
        var end = until.value();
        // "8am tomorrow to 8pm": the second time is on the first one's day unless it names its own.
        if (end.time() != null
                && start.time() != null
                && points.soonest(end.time()).equals(end)) {
            var onDay =
                    end.time().isAfter(start.time()) ? start.day() : start.day().plusDays(1);
            end = new Point(onDay, end.time());
        }
        if (end.day().isBefore(start.day())) {
            end = new Point(end.day().plusWeeks(1), end.time());
        }
        return end.day().isBefore(start.day()) ? null : new Found<>(new Range(start, end), until.next());
    }

    /** {@code 9 to 5}: hours only where a day is named beside them or anywhere after {@code on}. */
    private @Nullable Found<Range> hours(int index) {
        var first = Clocks.hour(said, index);
        if (first == null || !separates(first.next())) {
            return null;
        }
        var last = Clocks.hour(said, first.next() + 1);
        if (last == null || first.value() > 12 || last.value() > 12) {
            return null;
        }
        var after = points.days().at(last.next());
        var day = after != null ? after.value() : dayBefore(index);
        if (day == null) {
            return null;
        }
        var from = first.value() >= 7 ? LocalTime.of(first.value(), 0) : Clocks.likely(first.value());
        var until = Clocks.likely(last.value());
        until = until.isAfter(from) ? until : LocalTime.of(Math.min(last.value() + 12, 23), 0);
        return new Found<>(
                new Range(new Point(day, from), new Point(day, until)), after != null ? after.next() : last.next());
    }

    private @Nullable LocalDate dayBefore(int index) {
        for (var i = index - 1; i >= 0; i--) {
            var named = said.is(i, "tomorrow", "today") || said.is(i, "on", "next", "this");
            var day = named ? points.days().at(i) : null;
            if (day != null) {
                return day.value();
            }
        }
        return null;
    }
}
