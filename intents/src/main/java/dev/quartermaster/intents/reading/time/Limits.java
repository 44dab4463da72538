package dev.quartermaster.intents.reading.time;

import dev.quartermaster.intents.reading.text.Sentence;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Ends, starts and deadlines said with a word of their own: {@code until Friday}, {@code by noon}, {@code for next week}. */
final class Limits {

    private static final Set<String> UNTIL =
            Sentence.words("until till til 'til untill unitl untl util thru through upto til'");
    private static final Set<String> DURING = Sentence.words("for over throughout all during");
    private static final Set<String> NAMED_END =
            Sentence.words("end close eod eow eom eoq eoy cob eob eop rest remainder");
    private static final Set<String> NIGHTLY = Sentence.words("run job batch etl jobs runs load");
    private static final Set<String> FINISHED = Sentence.words("done finished complete");
    private static final Set<String> ALL = Sentence.words("all whole entire full");

    private final Sentence said;
    private final LocalDate today;
    private final Points points;
    private final Asides asides;
    private final Heard heard;
    private final List<TimeExpression> found;

    /** @param found what is found is added here */
    Limits(Sentence said, LocalDate today, Points points, Asides asides, Heard heard, List<TimeExpression> found) {
        this.said = said;
        this.today = today;
        this.points = points;
        this.asides = asides;
        this.heard = heard;
        this.found = found;
    }

    /** Ends, starts and deadlines: a word that says which, then a point. Gives {@code index} where there is none. */
    int at(int index) {
        if (said.in(index, UNTIL)) {
            return untilPoint(index, said.is(index + 1, "to") ? index + 2 : index + 1);
        }
        if (said.is(index, "up") && said.is(index + 1, "to", "until", "till", "til", "through")) {
            return untilPoint(index, index + 2);
        }
        if (said.is(index, "to")) {
            var at = index + 1;
            return points.days().month(at) != null && points.days().at(at) == null
                    ? index
                    : until(index, points.at(at));
        }
        if (said.is(index, "ending", "expiring")) {
            return untilPoint(index, said.is(index + 1, "on", "at", "by") ? index + 2 : index + 1);
        }
        var stretch = during(index);
        if (stretch > index) {
            return stretch;
        }
        if (said.is(index, "not") && said.is(index + 1, "before") || said.is(index, "earliest")) {
            return from(index, anyPoint(said.is(index, "not") ? index + 2 : index + 1));
        }
        if (said.is(index, "by", "before")) {
            return deadline(index);
        }
        if (said.is(index, "from", "starting", "beginning", "commencing", "start", "starts")) {
            return start(index);
        }
        if (said.is(index, "in") && !asides.happenedAt(index)) {
            return in(index);
        }
        if (said.is(index, "end", "expiry", "expires", "ends") && said.is(index + 1, ":", "=")) {
            return untilPoint(index, index + 2);
        }
        if (said.is(index, "ends") && said.is(index - 1, ",", ".")) {
            return untilPoint(index, said.is(index + 1, "on", "at") ? index + 2 : index + 1);
        }
        if (said.is(index, "on", "at") && asides.goesAway(index)) {
            return until(index, anyPoint(index));
        }
        if (said.is(index, "overnight") && said.in(index + 1, UNTIL)) {
            var hour = Clocks.hour(said, index + 2);
            if (hour != null && hour.value() < 12 && !said.is(hour.next(), "pm")) {
                var morning = Clock.sure(LocalTime.of(hour.value(), 0));
                return until(
                        index,
                        new TimeMatch<>(
                                points.soonest(morning), said.is(hour.next(), "am") ? hour.next() + 1 : hour.next()));
            }
        }
        if (said.is(index, "overnight") && !said.in(index + 1, NIGHTLY) && !hours(index + 1)) {
            return until(index, new TimeMatch<>(points.soonest(Clock.sure(LocalTime.of(9, 0))), index + 1));
        }
        return said.in(index, NAMED_END) ? until(index, points.at(index)) : index;
    }

    /** "Overnight from 10pm to 6am": the hours say when. */
    private boolean hours(int index) {
        return said.is(index, "from", "until", "till", ",") || Clocks.at(said, index) != null;
    }

    private int untilPoint(int index, int at) {
        if (asides.awayUntil(index) || said.is(at, "before", "after", "in") && said.is(index, "through", "thru")) {
            return index;
        }
        if (said.is(index, "through", "thru", "throughout")) {
            var stretch = points.stretches().at(at);
            if (stretch != null && !said.is(at, "next", "following", "in")) {
                return until(index, new TimeMatch<>(new Point(stretch.value().last(), null), stretch.next()));
            }
        }
        var year = said.is(at + 1, ".") ? null : points.days().year(at);
        if (year != null) {
            var first = LocalDate.of(year, 1, 1);
            var end = year == today.getYear() ? LocalDate.of(year, 12, 31) : first;
            return end.isBefore(today) ? index : until(index, new TimeMatch<>(new Point(end, null).guess(), at + 1));
        }
        return until(index, anyPoint(at));
    }

    private int deadline(int index) {
        // "by month", "by team" and the like are no times; "by 5" is one where nothing follows that it could count.
        var hour = said.is(index, "by") ? points.bareHour(index + 1) : null;
        var point = hour != null ? hour : points.at(index + 1);
        if (point == null || said.is(index, "before") && asides.happenedAt(index)) {
            return index;
        }
        if (said.is(index, "by") && said.in(index - 1, FINISHED)) {
            return until(index, point);
        }
        found.add(new TimeExpression.By(point.value().day(), point.value().time(), said.words(index, point.next())));
        return point.next();
    }

    private int start(int index) {
        var at = said.is(index + 1, "on", "at", "from") ? index + 2 : index + 1;
        if (said.is(at, "in")) {
            return in(at);
        }
        if (said.is(at, "now", "today") || said.is(index, "start", "starts") && at == index + 1) {
            var named = said.is(index, "start", "starts") ? points.days().at(at) : null;
            return named == null ? index : from(index, points.at(at));
        }
        var week = said.is(at, "week", "kw", "cw") ? points.stretches().at(at) : null;
        if (week != null) {
            return from(index, new TimeMatch<>(new Point(week.value().first(), null), week.next()));
        }
        var month = points.days().month(at) != null && points.days().at(at) == null;
        return month && said.is(index, "from") ? index : from(index, anyPoint(at));
    }

    /** A point where one is wanted, so that an hour may stand alone. */
    private @Nullable TimeMatch<Point> anyPoint(int index) {
        var hour = points.days().dotted(index) == null ? points.bareHour(index) : null;
        return hour != null ? hour : points.at(index);
    }

    private int from(int index, @Nullable TimeMatch<Point> found) {
        if (found == null) {
            return index;
        }
        var point = found.value().asStart();
        add(index, point.dated() || !heard.adjacent(index) ? point : point.on(heard.before(index)), null, found.next());
        return found.next();
    }

    /** {@code in two hours}: when it is wanted. */
    private int in(int index) {
        var length = Lengths.at(said, index + 1);
        if (length == null || said.is(length.next(), "of")) {
            var week =
                    said.is(index + 1, "week", "kw", "cw") ? points.stretches().at(index + 1) : null;
            return week == null ? index : stretch(index, week);
        }
        var next = said.is(length.next(), "time", "'") ? length.next() + 1 : length.next();
        var point = points.after(length.value());
        found.add(new TimeExpression.By(point.day(), point.time(), said.words(index, next)));
        return next;
    }

    /** Days and stretches as a whole: {@code all day tomorrow}, {@code over the weekend}, {@code this weekend}, {@code for the afternoon}. */
    private int during(int index) {
        var led = said.in(index, DURING);
        if (said.is(index, "all") && said.is(index - 1, "takes", "took", "take", "ran", "runs", "running")) {
            return index;
        }
        var day = wholeDay(index);
        if (day > index) {
            return day;
        }
        var name = led || said.is(index, "at", "on", "this", "of")
                ? points.stretches().named(index + 1)
                : index;
        var rest = led && said.is(name, "rest", "remainder") ? points.at(name) : null;
        if (rest != null) {
            return until(index, rest);
        }
        if (led && said.is(name, "of")) {
            name = points.stretches().named(name + 1);
        }
        var coming =
                said.is(name, "next", "following") && said.is(name + 1, "week", "month", "quarter", "weekend", "wknd");
        var within = index == name && coming ? points.days().at(name) : null;
        if (within != null && within.next() > name + 2) {
            return index;
        }
        if (coming || name > index && said.is(name, "weekend", "wknd", "kw", "week") && named(name)) {
            var stretch = points.stretches().at(name);
            return stretch == null ? index : stretch(index, stretch);
        }
        return led ? part(index, name) : index;
    }

    /** "Week" alone is this one; with its number it is one by name. */
    private boolean named(int index) {
        return said.is(index, "weekend", "wknd")
                || !said.at(index + 1).text().isEmpty()
                        && Character.isDigit(said.at(index + 1).text().charAt(0));
    }

    private int stretch(int index, TimeMatch<Periods.Span> stretch) {
        var span = stretch.value();
        add(
                index,
                span.first().isAfter(today) ? new Point(span.first(), null) : null,
                new Point(span.last(), null),
                stretch.next());
        return stretch.next();
    }

    /** {@code all day tomorrow}, {@code on the 17th, whole day}. */
    private int wholeDay(int index) {
        var all = said.is(index, "the", "for") ? index + 1 : index;
        all = all > index && said.is(all, "the") ? all + 1 : all;
        if (!said.in(all, ALL)) {
            return index;
        }
        var dayAt = said.is(all + 1, "the") ? all + 2 : all + 1;
        if (!said.is(dayAt, "day")) {
            var whole = said.is(all + 1, "of") && !said.is(all + 2, "next", "following")
                    ? points.days().at(all + 2)
                    : null;
            return whole == null ? index : day(index, whole.value(), whole.next());
        }
        var named = points.days().at(said.is(dayAt + 1, "on", "of", ",") ? dayAt + 2 : dayAt + 1);
        if (named != null) {
            return day(index, named.value(), named.next());
        }
        var before = heard.adjacent(index) ? heard.before(index) : today;
        return day(heard.adjacent(index) ? heard.begin() : index, before, dayAt + 1);
    }

    private int day(int index, LocalDate day, int next) {
        add(index, day.isAfter(today) ? new Point(day, null) : null, new Point(day, null), next);
        heard.hear(day, index, next);
        return next;
    }

    /** {@code for tonight}, {@code for tomorrow}, {@code over lunch on Friday}, {@code for the afternoon}. */
    private int part(int index, int name) {
        var day = said.is(name, "today", "tonight", "tomorrow") ? points.days().at(name) : null;
        if (said.is(index, "for") && said.is(name, "day", "night") && !said.is(name + 1, "job", "run", "of", "after")) {
            return until(index, new TimeMatch<>(new Point(today, null), name + 1));
        }
        var part = Clocks.part(said, day == null ? name : day.next());
        if (day != null && part == null) {
            return hoursFollow(day.next()) || said.is(day.next(), "job", "run", "demo")
                    ? index
                    : day(index, day.value(), day.next());
        }
        var lunch = said.is(name, "lunch", "lunchtime");
        if (part == null || day == null && name == index + 1 && !lunch || said.is(part.next(), "job", "run", "demo")) {
            return index;
        }
        var later = day == null ? points.days().at(said.is(part.next(), "on") ? part.next() + 1 : part.next()) : null;
        var beside = heard.adjacent(index);
        var on = day != null ? day.value() : later != null ? later.value() : beside ? heard.before(index) : today;
        var next = later == null ? part.next() : later.next();
        var ahead = on.isAfter(today) || lunch;
        add(
                index,
                ahead ? new Point(on, part.value().begins()).guess() : null,
                new Point(on, part.value().end()),
                next);
        return next;
    }

    /** {@code for tomorrow 9 to 5}: the hours say how much of the day. */
    private boolean hoursFollow(int index) {
        var at = said.is(index, "from", "between", "at", ",") ? index + 1 : index;
        return Clocks.at(said, at) != null || Clocks.hour(said, at) != null;
    }

    private int until(int index, @Nullable TimeMatch<Point> point) {
        if (point == null) {
            return index;
        }
        if (said.is(point.next(), "that")
                && said.is(point.next() + 1, "day")
                && !found.isEmpty()
                && found.getLast() instanceof TimeExpression.Until last) {
            add(index, null, point.value().on(last.day()), point.next() + 2);
            return point.next() + 2;
        }
        add(index, null, beside(index, point.value()), point.next());
        return point.next();
    }

    /** An hour without a day is on the day that the start has, or that was named just before. */
    private Point beside(int index, Point end) {
        var from = !found.isEmpty() && found.getLast() instanceof TimeExpression.From last ? last : null;
        if (from != null && end.dated() && end.day().isBefore(from.day())) {
            var later = end.on(end.day().plusWeeks(1));
            return later.day().isBefore(from.day())
                            || from.day().isAfter(end.day().plusWeeks(1))
                    ? end
                    : later;
        }
        if (end.dated() || end.time() == null) {
            return end;
        }
        if (heard.late(index) && end.day().equals(today) && end.time().getHour() < 12) {
            return end.later();
        }
        if (from != null && from.day().isAfter(today)) {
            var over = from.time() != null && !end.time().isAfter(from.time());
            return end.on(over ? from.day().plusDays(1) : from.day());
        }
        return heard.adjacent(index) ? end.on(heard.before(index)) : end;
    }

    private void add(int index, @Nullable Point from, @Nullable Point until, int next) {
        var words = said.words(index, next);
        if (from != null) {
            found.add(new TimeExpression.From(from.day(), from.time(), words, from.guessed()));
        }
        if (until != null) {
            found.add(new TimeExpression.Until(until.day(), until.time(), words, until.guessed()));
        }
    }
}
