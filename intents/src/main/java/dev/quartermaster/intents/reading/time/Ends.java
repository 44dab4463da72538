package dev.quartermaster.intents.reading.time;

import dev.quartermaster.intents.reading.text.Sentence;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Ends, middles and starts of days and stretches: {@code end of the month}, {@code COB Friday}, {@code EOW}, {@code mid-April}. */
final class Ends {

    private static final Set<String> LEADS_TO_END = Sentence.words("until till til by to through thru the");
    private static final Set<String> CLOSES = Sentence.words("cob eob eod eop cop cobd");
    private static final Map<String, String> SHORT =
            Map.of("eow", "week", "eom", "month", "eoq", "quarter", "eoy", "year", "eofy", "year");

    private final Sentence said;
    private final LocalDate today;
    private final Days days;
    private final Stretches stretches;

    Ends(Sentence said, LocalDate today, Days days, Stretches stretches) {
        this.said = said;
        this.today = today;
        this.days = days;
        this.stretches = stretches;
    }

    @Nullable
    TimeMatch<Point> at(int index) {
        if (said.is(index, "the", "very")) {
            return said.is(index + 1, "the") ? null : at(index + 1);
        }
        if (said.is(index, "month", "year", "quarter")
                && said.is(said.is(index + 1, "-") ? index + 2 : index + 1, "end")
                && said.in(index - 1, LEADS_TO_END)) {
            return last(units().whole(said.at(index).text(), today), said.is(index + 1, "-") ? index + 3 : index + 2);
        }
        // No clock time was said, and offices close at different hours: the day itself is the end.
        var close = close(index);
        if (close != 0) {
            var day = days.at(said.is(close, "on", "of", ",") ? close + 1 : close);
            return day == null ? point(today, close) : point(day.value(), day.next());
        }
        var unit = SHORT.get(said.at(index).text());
        if (unit != null) {
            var following = said.is(index + 1, "next");
            var span = units().whole(unit, today);
            return following ? last(units().whole(unit, span.last().plusDays(1)), index + 3) : last(span, index + 1);
        }
        if (said.is(index, "last") && said.is(index + 1, "day") && said.is(index + 2, "of", "in")) {
            return end(index + 2);
        }
        if (said.is(index, "midweek")) {
            return point(today.with(TemporalAdjusters.next(DayOfWeek.WEDNESDAY)), index + 1);
        }
        if (said.is(index, "mid", "middle", "start", "beginning", "halfway")) {
            return within(index);
        }
        return said.is(index, "end", "rest", "remainder", "back", "ends", "final")
                        && stretches.named(index + 1) > index + 1
                ? end(index + 1)
                : null;
    }

    /** The index after {@code COB}, {@code close of play}, {@code end of day} and their like; 0 where there is none. */
    int close(int index) {
        if (said.in(index, CLOSES)) {
            return index + 1;
        }
        if (!said.is(index, "close", "end", "end-of", "finish") || !said.is(index + 1, "of", "-", "o")) {
            return 0;
        }
        var at = stretches.named(index + 1);
        if (said.is(at, "business", "play", "trading")) {
            return said.is(at + 1, "day") ? at + 2 : at + 1;
        }
        if (said.is(at, "working", "business") && said.is(at + 1, "day")) {
            return at + 2;
        }
        return said.is(at, "day") ? at + 1 : 0;
    }

    private @Nullable TimeMatch<Point> end(int index) {
        var at = stretches.named(index);
        if (said.is(at, "day")) {
            return point(today, at + 1);
        }
        if (said.is(at, "afternoon", "arvo", "evening", "morning")) {
            var part = Clocks.part(said, at);
            var day = days.at(part.next());
            return new TimeMatch<>(
                    new Point(day == null ? today : day.value(), part.value().end()),
                    day == null ? part.next() : day.next());
        }
        var stretch = stretches.at(index);
        if (stretch != null) {
            return last(stretch.value(), stretch.next());
        }
        var day = days.at(at);
        if (day == null) {
            return null;
        }
        var part = Clocks.part(said, day.next());
        return point(day.value(), part == null ? day.next() : part.next());
    }

    /** {@code mid-April} is the 15th, {@code the middle of next week} its Wednesday, {@code the start of May} the 1st. */
    private @Nullable TimeMatch<Point> within(int index) {
        var at = said.is(index + 1, "through") ? index + 2 : index + 1;
        var stretch = stretches.named(at) == index + 1 && !said.is(index, "mid") ? null : stretches.at(at);
        if (stretch == null) {
            return null;
        }
        var first = stretch.value().first();
        var days = ChronoUnit.DAYS.between(first, stretch.value().last());
        return point(said.is(index, "start", "beginning") ? first : first.plusDays((days - 1) / 2), stretch.next());
    }

    private Units units() {
        return new Units(today);
    }

    private static TimeMatch<Point> last(Periods.Span stretch, int next) {
        return point(stretch.last(), next);
    }

    private static TimeMatch<Point> point(LocalDate day, int next) {
        return new TimeMatch<>(new Point(day, null), next);
    }
}
