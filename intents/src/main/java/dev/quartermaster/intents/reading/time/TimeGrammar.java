package dev.quartermaster.intents.reading.time;

import dev.quartermaster.intents.reading.text.Sentence;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
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
    private final Points points;
    private final Ranges ranges;
    private final Periods periods;
    private final List<TimeExpression> found = new ArrayList<>();

    private TimeGrammar(Sentence said, ZonedDateTime now) {
        this.said = said;
        this.points = new Points(said, now);
        this.ranges = new Ranges(said, points);
        this.periods = new Periods(said, now.toLocalDate(), points);
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
        var range = ranges.at(index);
        if (range != null) {
            var words = said.words(index, range.next());
            var from = range.value().from();
            var until = range.value().until();
            found.add(new TimeExpression.From(from.day(), from.time(), words));
            found.add(new TimeExpression.Until(until.day(), until.time(), words));
            return range.next();
        }
        var ended = end(index);
        if (ended > index) {
            return ended;
        }
        var length = happened(index) ? null : Lengths.at(said, index);
        if (length != null) {
            if (!saidOfThePast(length.next())) {
                found.add(new TimeExpression.Lasting(length.value(), said.words(index, length.next())));
            }
            return length.next();
        }
        var period = periods.at(index);
        if (period == null) {
            return index;
        }
        found.add(new TimeExpression.During(
                period.value().first(), period.value().last(), said.words(index, period.next())));
        return period.next();
    }

    /** Ends, starts and deadlines: a word that says which, then a point. Gives {@code index} where there is none. */
    private int end(int index) {
        if (said.is(index, "until", "till", "til", "'til", "untill", "thru", "through")) {
            var point = points.at(index + 1);
            return until(index, point != null ? point : points.bareHour(index + 1));
        }
        if (said.is(index, "up") && said.is(index + 1, "to", "until", "till")) {
            return until(index, points.at(index + 2));
        }
        if (said.is(index, "to", "for", "ending", "ends", "expiring", "over")) {
            return spokenEnd(index);
        }
        if (said.is(index, "by", "before")) {
            var point = points.at(index + 1);
            if (point != null) {
                found.add(new TimeExpression.By(
                        point.value().day(), point.value().time(), said.words(index, point.next())));
                return point.next();
            }
        }
        if (said.is(index, "from", "starting", "beginning")) {
            var point = points.at(said.is(index + 1, "on", "at") ? index + 2 : index + 1);
            if (point != null) {
                found.add(new TimeExpression.From(
                        point.value().day(), point.value().time(), said.words(index, point.next())));
                return point.next();
            }
        }
        return said.is(index, "end", "eod", "eow", "eom", "eoq", "eoy", "cob", "eob")
                ? until(index, points.at(index))
                : index;
    }

    private int spokenEnd(int index) {
        if (said.is(index, "to")) {
            return until(index, points.at(index + 1));
        }
        if (said.is(index, "ending", "ends", "expiring")) {
            return until(index, points.at(index + 1));
        }
        var the = said.is(index + 1, "the", "this") ? index + 2 : index + 1;
        if (said.is(the, "weekend")) {
            return until(index, new Found<>(points.sunday(), the + 1));
        }
        var rest = said.is(the, "rest", "remainder") ? points.at(the) : null;
        if (rest != null) {
            return until(index, rest);
        }
        return the == index + 2 && said.is(the, "afternoon", "arvo", "evening", "night")
                ? until(index, points.at(index + 1))
                : index;
    }

    private int until(int index, @Nullable Found<Point> point) {
        if (point == null) {
            return index;
        }
        found.add(new TimeExpression.Until(point.value().day(), point.value().time(), said.words(index, point.next())));
        return point.next();
    }

    /** {@code took 3 hours}, {@code every 2 hours}, {@code idle timeout 30 min}: not a length somebody asks for. */
    private boolean happened(int index) {
        var before = said.is(index - 1, "of", "about", "=", ":", "around") ? index - 2 : index - 1;
        return said.is(
                        before,
                        "last",
                        "past",
                        "previous",
                        "every",
                        "each",
                        "per",
                        "timeout",
                        "within",
                        "after",
                        "in",
                        "took",
                        "takes",
                        "take")
                || said.is(before, "taken", "than", "lasted", "ran", "times", "idle", "once", "twice");
    }

    private boolean saidOfThePast(int next) {
        return said.is(next, "ago", "old", "later", "earlier", "late", "idle")
                || said.is(next, "of") && said.is(next + 1, "idle", "inactivity");
    }
}
