package dev.quartermaster.intents.reading.time;

import dev.quartermaster.intents.reading.text.Sentence;
import dev.quartermaster.intents.reading.text.Token.Kind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the times somebody speaks of. Finds nothing rather than something doubtful: a number in a name, a time at which
 * something happened or a rate is no time asked for. The Java libraries for this miss {@code 3d} and
 * {@code by end of month}, hence a grammar of our own.
 */
public final class TimeGrammar {

    private final Sentence said;
    private final LocalDate today;
    private final Points points;
    private final Ranges ranges;
    private final Periods periods;
    private final Asides asides;
    private final List<TimeExpression> found = new ArrayList<>();

    private TimeGrammar(Sentence said, ZonedDateTime now) {
        this.said = said;
        this.today = now.toLocalDate();
        this.points = new Points(said, now);
        this.ranges = new Ranges(said, points, today);
        this.periods = new Periods(said, today, points);
        this.asides = new Asides(said);
    }

    /** In the order they stand; spans do not overlap, save that a range gives a start and an end with the same words. */
    public static List<TimeExpression> find(Sentence said, Instant at, ZoneId zone) {
        return new TimeGrammar(said, at.atZone(zone)).all();
    }

    private List<TimeExpression> all() {
        var index = 0;
        while (index < said.size()) {
            var next = take(index);
            index = Math.max(next, index + 1);
        }
        return List.copyOf(found);
    }

    private int take(int index) {
        if (asides.recurring(index) > index) {
            return asides.recurring(index);
        }
        var range = asides.happenedAt(index) ? null : ranges.at(index);
        if (range != null) {
            return range(index, range);
        }
        var ended = end(index);
        if (ended > index) {
            return ended;
        }
        var length = Lengths.at(said, index);
        if (length != null) {
            if (!asides.told(index, length.next())) {
                found.add(new TimeExpression.Lasting(length.value(), said.words(index, length.next())));
            }
            return length.next();
        }
        var enough = enough(index);
        if (enough > index) {
            return enough;
        }
        var period = periods.at(index);
        if (period == null) {
            return index;
        }
        found.add(new TimeExpression.During(
                period.value().first(), period.value().last(), said.words(index, period.next())));
        return period.next();
    }

    /** {@code tomorrow 11am is ok}, {@code friday would do}. */
    private int enough(int index) {
        if (!said.at(index).is(Kind.WORD) && !said.at(index).is(Kind.CLOCK) && !said.at(index).is(Kind.ORDINAL)) {
            return index;
        }
        var point = points.days().at(index) == null && !said.at(index).is(Kind.CLOCK) ? null : points.at(index);
        if (point == null) {
            return index;
        }
        var verb = point.next();
        if (!said.is(verb, "is", "will", "would", "should", "does", "suits", "works", "ll")
                || !said.is(verb, "suits", "works")
                        && !said.is(verb + 1, "ok", "okay", "fine", "plenty", "enough", "do", "be", "good", "perfect", "work", "suffice")) {
            return index;
        }
        found.add(new TimeExpression.By(
                point.value().day(), point.value().time(), said.words(index, point.next())));
        return point.next();
    }

    private int range(int index, Found<Ranges.Range> range) {
        var words = said.words(index, range.next());
        var from = range.value().from();
        var until = range.value().until();
        found.add(new TimeExpression.From(from.day(), from.time(), words));
        found.add(new TimeExpression.Until(until.day(), until.time(), words));
        return range.next();
    }

    /** Ends, starts and deadlines: a word that says which, then a point. Gives {@code index} where there is none. */
    private int end(int index) {
        if (said.is(
                index, "until", "till", "til", "'til", "untill", "unitl", "untl", "util", "thru", "through", "upto",
                "til'")) {
            return untilPoint(index, said.is(index + 1, "to") ? index + 2 : index + 1);
        }
        if (said.is(index, "up") && said.is(index + 1, "to", "until", "till", "til", "through")) {
            return untilPoint(index, index + 2);
        }
        if (said.is(index, "to", "for", "ending", "expiring", "over", "throughout", "all", "during")) {
            return spokenEnd(index);
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
            return until(index, new Found<>(points.soonest(java.time.LocalTime.of(9, 0)), index + 1));
        }
        return said.is(
                        index, "end", "close", "eod", "eow", "eom", "eoq", "eoy", "cob", "eob", "eop", "rest",
                        "remainder")
                ? until(index, points.at(index))
                : index;
    }

    private int untilPoint(int index, int at) {
        if (asides.awayUntil(index) || said.is(at, "before", "after") && said.is(index, "through", "thru")) {
            return index;
        }
        var year = points.days().year(at);
        if (year != null && !said.is(at + 1, ".")) {
            return year < today.getYear()
                    ? index
                    : until(index, new Found<>(new Point(LocalDate.of(year, 12, 31), null), at + 1));
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
        found.add(new TimeExpression.By(
                point.value().day(), point.value().time(), said.words(index, point.next())));
        return point.next();
    }

    private int start(int index) {
        var at = said.is(index + 1, "on", "at", "from") ? index + 2 : index + 1;
        if (said.is(at, "now", "today") || said.is(index, "start", "starts") && at == index + 1) {
            var named = said.is(index, "start", "starts") ? points.days().at(at) : null;
            return named == null ? index : from(index, new Found<>(new Point(named.value(), null), named.next()));
        }
        var month = points.days().month(at);
        if (month != null && points.days().at(at) == null) {
            return said.is(index, "from") ? index : from(index, first(at));
        }
        return from(index, anyPoint(at));
    }

    /** A point where one is wanted, so that an hour may stand alone. */
    private @Nullable Found<Point> anyPoint(int index) {
        var hour = points.days().dotted(index) == null ? points.bareHour(index) : null;
        return hour != null ? hour : points.at(index);
    }

    private @Nullable Found<Point> first(int index) {
        var month = points.monthAlone(index);
        return month == null
                ? null
                : new Found<>(new Point(month.value().day().withDayOfMonth(1), null), month.next());
    }

    private int from(int index, @Nullable Found<Point> point) {
        if (point == null) {
            return index;
        }
        found.add(new TimeExpression.From(
                point.value().day(), point.value().time(), said.words(index, point.next())));
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
        if (said.is(index, "to")) {
            return untilPointTo(index);
        }
        if (said.is(index, "ending", "expiring")) {
            return untilPoint(index, said.is(index + 1, "on", "at", "by") ? index + 2 : index + 1);
        }
        var the = said.is(index + 1, "the", "this") ? index + 2 : index + 1;
        the = said.is(the, "whole", "full", "entire") ? the + 1 : the;
        if (said.is(the, "weekend", "wknd", "w/e") || said.is(the, "long", "bank") && said.is(the + 1, "weekend")) {
            return until(index, new Found<>(points.sunday(), said.is(the, "weekend", "wknd", "w/e") ? the + 1 : the + 2));
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
            var day = said.is(the, "day", "night") ? new Found<>(today, the + 1) : points.days().at(the);
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
                part == null ? new Found<>(new Point(day, null), next) : new Found<>(new Point(day, part.value()), part.next()));
    }

    private int untilPointTo(int index) {
        var at = index + 1;
        return points.days().month(at) != null && points.days().at(at) == null
                ? index
                : until(index, points.at(at));
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

    private int until(int index, @Nullable Found<Point> point) {
        if (point == null) {
            return index;
        }
        found.add(new TimeExpression.Until(point.value().day(), point.value().time(), said.words(index, point.next())));
        return point.next();
    }
}
