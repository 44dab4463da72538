package dev.quartermaster.intents.reading.time;

import dev.quartermaster.intents.reading.text.Sentence;
import dev.quartermaster.intents.reading.text.Token.Kind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Finds the times somebody speaks of. Finds nothing rather than something doubtful: a number in a name, a time at which
 * something happened or a rate is no time asked for. The Java libraries for this miss {@code 3d} and
 * {@code by end of month}, hence a grammar of our own.
 */
public final class TimeGrammar {

    private static final Set<String> SUITS = Sentence.words("is will would should does suits works ll");
    private static final Set<String> ENOUGH =
            Sentence.words("ok okay fine plenty enough do be good perfect work suffice");

    private final Sentence said;
    private final LocalDate today;
    private final Points points;
    private final Ranges ranges;
    private final Periods periods;
    private final Asides asides;
    private final Limits limits;
    private final Heard heard;
    private final List<TimeExpression> found = new ArrayList<>();

    private TimeGrammar(Sentence said, ZonedDateTime now) {
        this.said = said;
        this.today = now.toLocalDate();
        this.points = new Points(said, now);
        this.heard = new Heard(said);
        this.ranges = new Ranges(said, points, today, heard);
        this.periods = new Periods(said, today, points);
        this.asides = new Asides(said);
        this.limits = new Limits(said, today, points, asides, heard, found);
    }

    /** In the order they stand; spans do not overlap, save that a range gives a start and an end with the same words. */
    public static List<TimeExpression> find(Sentence said, Instant at, ZoneId zone) {
        return new TimeGrammar(said, at.atZone(zone)).all();
    }

    private List<TimeExpression> all() {
        var index = 0;
        while (index < said.size()) {
            var next = take(index);
            index = next > index ? next : heard(index);
        }
        return List.copyOf(found);
    }

    /** A day that nothing is said of by itself is kept for the hours said after it. */
    private int heard(int index) {
        var part = said.is(index, "this") ? Clocks.part(said, index + 1) : null;
        if (part != null) {
            heard.hear(today, index, part.next());
            return part.next();
        }
        var day = said.at(index).is(Kind.NUMBER) && points.days().month(index + 1) == null
                ? null
                : points.days().at(index);
        if (day == null) {
            return index + 1;
        }
        var named = Clocks.part(said, day.next());
        heard.hear(day.value(), index, named == null ? day.next() : named.next());
        return day.next();
    }

    /** {@code tomorrow at 9 for 3 hours}, {@code for 3 hours tomorrow at 9}: beside a length a point is a start. */
    private int begins(int index) {
        var point = asides.happenedAt(index) || said.is(index, "in") ? null : points.at(index);
        if (point == null || point.value().day().isBefore(today)) {
            return index;
        }
        var before = !found.isEmpty()
                && found.getLast() instanceof TimeExpression.Lasting lasting
                && lasting.words().end() == said.words(index - 1, index).end();
        var after = said.is(point.next(), "for", ",") && Lengths.at(said, point.next() + 1) != null;
        if (!before && !after) {
            return index;
        }
        if (point.value().time() == null && said.is(point.next(), "from", "at", "starting")) {
            heard.hear(point.value().day(), index, point.next());
            return point.next();
        }
        var start = point.value().asStart();
        found.add(new TimeExpression.From(start.day(), start.time(), said.words(index, point.next()), start.guessed()));
        return point.next();
    }

    private int take(int index) {
        if (asides.recurring(index) > index) {
            return asides.recurring(index);
        }
        var range = asides.happenedAt(index) ? null : ranges.at(index);
        if (range != null) {
            return range(index, range);
        }
        var ended = limits.at(index);
        if (ended > index) {
            return ended;
        }
        var begun = begins(index);
        if (begun > index) {
            return begun;
        }
        var length = Lengths.at(said, index);
        if (length != null) {
            if (!asides.told(index, length.next())) {
                found.add(new TimeExpression.Lasting(
                        Lengths.onCalendar(said, index, length, today),
                        said.words(index, length.next()),
                        Lengths.oneOfTwo(said, index, length.next())));
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
        if (!said.at(index).is(Kind.WORD)
                && !said.at(index).is(Kind.CLOCK)
                && !said.at(index).is(Kind.ORDINAL)) {
            return index;
        }
        var point = points.days().at(index) == null && !said.at(index).is(Kind.CLOCK) ? null : points.at(index);
        if (point == null) {
            return index;
        }
        var verb = point.next();
        if (!said.in(verb, SUITS) || !said.is(verb, "suits", "works") && !said.in(verb + 1, ENOUGH)) {
            return index;
        }
        found.add(new TimeExpression.By(point.value().day(), point.value().time(), said.words(index, point.next())));
        return point.next();
    }

    private int range(int index, TimeMatch<Ranges.Range> range) {
        var words = said.words(heard.from(index), range.next());
        var from = range.value().from();
        var until = range.value().until();
        found.add(new TimeExpression.From(from.day(), from.time(), words, from.guessed()));
        found.add(new TimeExpression.Until(until.day(), until.time(), words, until.guessed()));
        return range.next();
    }
}
