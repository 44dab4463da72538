package dev.quartermaster.intents.reading.time;

import dev.quartermaster.intents.reading.text.Sentence;
import dev.quartermaster.intents.reading.text.Token.Kind;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** From one point to another: {@code from 3 to 14 March}, {@code 8am tomorrow to 8pm}, {@code 9 to 5 on Tuesday}. */
final class Ranges {

    record Range(Point from, Point until) {}

    private static final Set<String> SEPARATORS =
            Sentence.words("to and until till til 'til - – — → through thru up / ending");

    private final Sentence said;
    private final Points points;
    private final LocalDate today;

    Ranges(Sentence said, Points points, LocalDate today) {
        this.said = said;
        this.points = points;
        this.today = today;
    }

    @Nullable
    TimeMatch<Range> at(int index) {
        var opened = said.is(index, "from", "between", "starting", "btw", "btwn", "b/w");
        var first = opened ? index + 1 : index;
        if (said.is(first, "the", "on")) {
            first++;
        }
        var sameMonth = daysOfOneMonth(first);
        if (sameMonth != null) {
            return sameMonth;
        }
        if (opened) {
            var ordinals = ordinals(first);
            if (ordinals != null) {
                return ordinals;
            }
        }
        if (opened || Clocks.at(said, first) != null || dateStands(first)) {
            var between = pointToPoint(first);
            if (between != null) {
                return between;
            }
        }
        return hours(first, opened);
    }

    /** A date written out or a weekday: what follows "to" is then its end. */
    private boolean dateStands(int index) {
        var days = points.days();
        return said.at(index).is(Kind.DATE)
                || said.at(index).is(Kind.WORD)
                        && Calendar.weekday(said.at(index).text()) != null
                || days.dayOfMonth(index) != null && days.month(index + 1) != null
                || said.is(index, "tomorrow", "today", "tonight", "now") && separates(index + 1);
    }

    private boolean separates(int index) {
        return said.in(index, SEPARATORS);
    }

    private int after(int separator) {
        var at = separator + 1;
        while (said.is(at, "the", "to", "until", "till", "and", "including", ">") && at < separator + 4) {
            at++;
        }
        return at;
    }

    /** {@code 3 to 14 March}, {@code 3-14 March 2026}, {@code March 3 to 14}. */
    private @Nullable TimeMatch<Range> daysOfOneMonth(int index) {
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
            return days.dayOfMonth(lastAt) == null ? null : range(last.value(), day, last.next());
        }
        var lastDay = days.dayOfMonth(lastAt);
        if (days.month(lastAt + 1) != null || said.is(lastAt + 1, "am", "pm")) {
            return null;
        }
        var end = days.at(index);
        return lastDay == null || end == null || lastDay < day
                ? null
                : range(end.value().plusDays((long) lastDay - day), day, lastAt + 1);
    }

    /** {@code the 3rd to the 14th}: of the month in which the last of them comes next. */
    private @Nullable TimeMatch<Range> ordinals(int index) {
        var day = points.days().dayOfMonth(index);
        if (day == null || !said.at(index).is(Kind.ORDINAL) || !separates(index + 1)) {
            return null;
        }
        var lastAt = after(index + 1);
        var last = said.at(lastAt).is(Kind.ORDINAL) ? points.days().at(lastAt) : null;
        return last == null ? null : range(last.value(), day, last.next());
    }

    private @Nullable TimeMatch<Range> range(LocalDate last, int firstDay, int next) {
        try {
            var first = last.withDayOfMonth(firstDay);
            return first.isAfter(last)
                    ? null
                    : new TimeMatch<>(new Range(new Point(first, null), new Point(last, null)), next);
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }

    private @Nullable TimeMatch<Range> pointToPoint(int index) {
        if (said.is(index, "now")) {
            return null;
        }
        var from = points.at(index);
        if (from == null || !separates(from.next())) {
            return null;
        }
        var last = after(from.next());
        var until = points.at(last);
        if (until == null) {
            until = points.bareHour(last);
        }
        if (until == null) {
            return null;
        }
        var start = from.value();
        var end = until.value();
        if (start.time() != null && points.soonest(start.time()).equals(start)) {
            var before = dayBefore(index);
            start = before == null ? start : new Point(before, start.time());
        }
        // "8am tomorrow to 8pm": the second time is on the first one's day unless it names its own.
        if (end.time() != null
                && start.time() != null
                && points.soonest(end.time()).equals(end)) {
            var onDay =
                    end.time().isAfter(start.time()) ? start.day() : start.day().plusDays(1);
            end = new Point(onDay, end.time());
        } else if (end.time() != null && start.time() != null && end.day().isBefore(start.day())) {
            return null;
        }
        // "9am to 5pm Friday": the day said last is that of both.
        if (!dateStands(index)
                && from.next() - index <= 2
                && start.time() != null
                && end.time() != null
                && points.soonest(start.time()).equals(from.value())
                && end.time().isAfter(start.time())
                && until.next() - last >= 2
                && !from.value().day().equals(end.day())
                && said.at(from.next() - 1).is(Kind.CLOCK)) {
            start = new Point(end.day(), start.time());
        }
        if (end.day().isBefore(start.day())) {
            end = new Point(end.day().plusWeeks(1), end.time());
        }
        return end.day().isBefore(start.day()) ? null : new TimeMatch<>(new Range(start, end), until.next());
    }

    /** {@code 9 to 5}: hours only where a day is named beside them or before, or where {@code from} opens them. */
    private @Nullable TimeMatch<Range> hours(int index, boolean opened) {
        var first = Clocks.hour(said, index);
        if (first == null || !separates(first.next())) {
            return null;
        }
        var last = Clocks.hour(said, first.next() + 1);
        if (last == null || Lengths.unit(said, last.next()) != null) {
            return null;
        }
        if (last.value() > 12) {
            return byTheDay(index, opened, first.value(), last);
        }
        if (first.value() > 12) {
            return null;
        }
        var hinted = Clocks.hinted(said, last.value(), last.next());
        var pm = said.is(last.next(), "pm");
        var end = pm ? last.next() + 1 : hinted.next();
        var after = points.days().at(said.is(end, ",", "on") ? end + 1 : end);
        var part = said.is(end, "this") && Clocks.part(said, end + 1) != null;
        var day = after != null ? after.value() : part || said.is(end, "tonight") ? today : dayBefore(index);
        end = part ? end + 2 : end;
        var working = first.value() >= 7 && last.value() < first.value() && endsHere(end);
        if (day == null && (opened || said.is(first.next(), "to", "-", "till", "til")) && working) {
            day = today;
        }
        if (day == null) {
            return null;
        }
        var late = pm || said.is(index - 1, "tonight", "evening") || said.is(end - 1, "tonight");
        LocalTime from;
        if (late && first.value() < last.value() && last.value() < 12) {
            from = LocalTime.of(first.value() + 12, 0);
        } else {
            from = first.value() >= 7 && !(pm && last.value() > first.value())
                    ? LocalTime.of(first.value(), 0)
                    : Clocks.likely(first.value());
        }
        var until = hinted.value();
        until = until.isAfter(from) ? until : LocalTime.of(Math.min(last.value() + 12, 23), 0);
        return new TimeMatch<>(
                new Range(new Point(day, from), new Point(day, until)), after != null ? after.next() : end);
    }

    /** {@code from 10 to 16} and {@code 8 to 15 next Tuesday}: hours of the whole day, on a day named beside them. */
    private @Nullable TimeMatch<Range> byTheDay(int index, boolean opened, int first, TimeMatch<Integer> last) {
        if (last.value() > 23 || first >= last.value()) {
            return null;
        }
        var next = last.next();
        var after = points.days().at(said.is(next, ",", "on") ? next + 1 : next);
        var day = after != null ? after.value() : opened || endsHere(next) ? dayBefore(index) : null;
        if (day == null) {
            return null;
        }
        var from = new Point(day, LocalTime.of(first, 0));
        var until = new Point(day, LocalTime.of(last.value(), 0));
        return new TimeMatch<>(new Range(from, until), after != null ? after.next() : next);
    }

    private boolean endsHere(int index) {
        return said.at(index).is(Kind.END) || said.at(index).is(Kind.PUNCTUATION) || said.is(index, "please", "pls");
    }

    private @Nullable LocalDate dayBefore(int index) {
        for (var i = index - 1; i >= Math.max(0, index - 24); i--) {
            var token = said.at(i);
            var named = said.is(i, "tomorrow", "today", "tonight", "on", "next", "this")
                    || token.is(Kind.WORD) && Calendar.weekday(token.text()) != null
                    || token.is(Kind.DATE)
                    || points.days().dayOfMonth(i) != null && points.days().month(i + 1) != null;
            var day = named ? points.days().at(i) : null;
            if (day != null && day.next() <= index) {
                return day.value();
            }
        }
        return null;
    }
}
