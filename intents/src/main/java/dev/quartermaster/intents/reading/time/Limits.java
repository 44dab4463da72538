package dev.quartermaster.intents.reading.time;

import dev.quartermaster.intents.reading.text.Sentence;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Ends, starts and deadlines said with a word of their own: {@code until Friday}, {@code by noon}, {@code for next week}. */
final class Limits {

    private static final Set<String> UNTIL =
            Sentence.words("until till til 'til untill unitl untl util thru through upto til'");
    private static final Set<String> SPOKEN_END = Sentence.words("to for ending expiring over throughout all during");
    private static final Set<String> NAMED_END =
            Sentence.words("end close eod eow eom eoq eoy cob eob eop rest remainder");

    private final Sentence said;
    private final LocalDate today;
    private final Points points;
    private final Asides asides;
    private final List<TimeExpression> found;

    /** @param found what is found is added here */
    Limits(Sentence said, LocalDate today, Points points, Asides asides, List<TimeExpression> found) {
        this.said = said;
        this.today = today;
        this.points = points;
        this.asides = asides;
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
        if (said.in(index, SPOKEN_END)) {
            return spokenEnd(index);
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
        if (said.is(index, "on", "at") && asides.goesAway(index)) {
            return until(index, points.at(index));
        }
        if (said.is(index, "overnight") && !said.is(index + 1, "run", "job", "batch", "etl", "jobs", "runs", "load")) {
            return until(index, new TimeMatch<>(points.soonest(LocalTime.of(9, 0)), index + 1));
        }
        return said.in(index, NAMED_END) ? until(index, points.at(index)) : index;
    }

    private int untilPoint(int index, int at) {
        if (asides.awayUntil(index) || said.is(at, "before", "after") && said.is(index, "through", "thru")) {
            return index;
        }
        var year = points.days().year(at);
        if (year != null && !said.is(at + 1, ".")) {
            return year < today.getYear()
                    ? index
                    : until(index, new TimeMatch<>(new Point(LocalDate.of(year, 12, 31), null), at + 1));
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
        found.add(new TimeExpression.By(point.value().day(), point.value().time(), said.words(index, point.next())));
        return point.next();
    }

    private int start(int index) {
        var at = said.is(index + 1, "on", "at", "from") ? index + 2 : index + 1;
        if (said.is(at, "now", "today") || said.is(index, "start", "starts") && at == index + 1) {
            var named = said.is(index, "start", "starts") ? points.days().at(at) : null;
            return named == null ? index : from(index, new TimeMatch<>(new Point(named.value(), null), named.next()));
        }
        var month = points.days().month(at);
        if (month != null && points.days().at(at) == null) {
            return said.is(index, "from") ? index : from(index, first(at));
        }
        return from(index, anyPoint(at));
    }

    /** A point where one is wanted, so that an hour may stand alone. */
    private @Nullable TimeMatch<Point> anyPoint(int index) {
        var hour = points.days().dotted(index) == null ? points.bareHour(index) : null;
        return hour != null ? hour : points.at(index);
    }

    private @Nullable TimeMatch<Point> first(int index) {
        var month = points.monthAlone(index);
        return month == null
                ? null
                : new TimeMatch<>(new Point(month.value().day().withDayOfMonth(1), null), month.next());
    }

    private int from(int index, @Nullable TimeMatch<Point> point) {
        if (point == null) {
            return index;
        }
        found.add(new TimeExpression.From(point.value().day(), point.value().time(), said.words(index, point.next())));
        return point.next();
    }

    /** {@code in two hours}: when it is wanted. */
    private int in(int index) {
        var length = Lengths.at(said, index + 1);
        if (length == null || said.is(length.next(), "of")) {
            return index;
        }
        var next = said.is(length.next(), "time", "'") ? length.next() + 1 : length.next();
        var point = points.after(length.value());
        found.add(new TimeExpression.By(point.day(), point.time(), said.words(index, next)));
        return next;
    }

    private int spokenEnd(int index) {
        if (said.is(index, "all") && said.is(index - 1, "takes", "took", "take", "ran", "runs", "running")) {
            return index;
        }
        if (said.is(index, "to")) {
            return untilPointTo(index);
        }
        if (said.is(index, "ending", "expiring")) {
            return untilPoint(index, said.is(index + 1, "on", "at", "by") ? index + 2 : index + 1);
        }
        var the = said.is(index + 1, "the", "this") ? index + 2 : index + 1;
        the = said.is(the, "whole", "full", "entire") ? the + 1 : the;
        if (said.is(the, "weekend", "wknd", "w/e") || said.is(the, "long", "bank") && said.is(the + 1, "weekend")) {
            return until(
                    index,
                    new TimeMatch<>(points.sunday(), said.is(the, "weekend", "wknd", "w/e") ? the + 1 : the + 2));
        }
        var rest = said.is(the, "rest", "remainder") ? points.at(the) : null;
        if (rest != null) {
            return until(index, rest);
        }
        var next = said.is(the, "of") ? the + 1 : the;
        if (said.is(next, "next", "following") && said.is(next + 1, "week", "month", "quarter", "weekend")) {
            return following(index, next);
        }
        if (said.is(index, "for", "all", "over") && said.is(the, "day", "today", "tonight", "tomorrow", "night")) {
            var day = said.is(the, "day", "night")
                    ? new TimeMatch<>(today, the + 1)
                    : points.days().at(the);
            return day == null || said.is(the + 1, "job", "run", "of", "after", "demo")
                    ? index
                    : allDay(index, day.value(), day.next());
        }
        return the == index + 2 && said.is(the, "afternoon", "arvo", "evening", "night")
                ? until(index, points.at(index + 1))
                : index;
    }

    /** {@code for tonight}, {@code all day tomorrow}, {@code for tomorrow afternoon}. */
    private int allDay(int index, LocalDate day, int next) {
        var named = said.is(next - 1, "day") ? points.at(next) : null;
        if (named != null) {
            return until(index, named);
        }
        var part = Clocks.part(said, next);
        return until(
                index,
                part == null
                        ? new TimeMatch<>(new Point(day, null), next)
                        : new TimeMatch<>(new Point(day, part.value()), part.next()));
    }

    private int untilPointTo(int index) {
        var at = index + 1;
        return points.days().month(at) != null && points.days().at(at) == null ? index : until(index, points.at(at));
    }

    /** {@code for next week}: from its first day to its last. */
    private int following(int index, int next) {
        var units = new Units(today);
        var unit = said.at(next + 1).text();
        Periods.Span span;
        if (unit.equals("weekend")) {
            var sunday = points.sunday().day().plusWeeks(1);
            span = new Periods.Span(sunday.minusDays(1), sunday);
        } else {
            span = units.whole(
                    unit,
                    switch (unit) {
                        case "week" -> today.plusWeeks(1);
                        case "month" -> today.with(TemporalAdjusters.firstDayOfNextMonth());
                        default -> units.first(unit, today).plusMonths(3);
                    });
        }
        var words = said.words(index, next + 2);
        found.add(new TimeExpression.From(span.first(), null, words));
        found.add(new TimeExpression.Until(span.last(), null, words));
        return next + 2;
    }

    private int until(int index, @Nullable TimeMatch<Point> point) {
        if (point == null) {
            return index;
        }
        found.add(new TimeExpression.Until(point.value().day(), point.value().time(), said.words(index, point.next())));
        return point.next();
    }
}
