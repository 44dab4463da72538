package dev.quartermaster.intents.reading.time;

import dev.quartermaster.intents.reading.text.Sentence;
import dev.quartermaster.intents.reading.text.Token.Kind;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Stretches of days to report on: {@code last week}, {@code month to date}, {@code Q3}, {@code Feb 2026}, {@code since 1 March}. */
final class Periods {

    record Span(LocalDate first, LocalDate last) {}

    private static final Set<String> RELATIVE = Sentence.words("this current last previous past prior lst preceding");
    private static final Set<String> AND_NO_MORE = Sentence.words("please pls and only so split by per");
    private static final Set<String> STRETCHES = Sentence.words("week month quarter year fy wk mth qtr");

    private final Sentence said;
    private final LocalDate today;
    private final Points points;
    private final Units units;
    private final Months months;

    Periods(Sentence said, LocalDate today, Points points) {
        this.said = said;
        this.today = today;
        this.points = points;
        this.units = new Units(today);
        this.months = new Months(said, today, points, units);
    }

    @Nullable
    TimeMatch<Span> at(int index) {
        if (said.is(index, "the")) {
            return named(index);
        }
        if (said.in(index, RELATIVE)) {
            return relative(index);
        }
        if (said.is(index, "today", "yesterday", "yest", "yday")) {
            var day = said.is(index, "today") ? today : today.minusDays(1);
            return day(day, index + 1);
        }
        if (said.is(index, "since")) {
            return since(index + 1);
        }
        var toDate = toDate(index);
        if (toDate != null) {
            return toDate;
        }
        if (said.is(index, "week", "w/c", "wc") && said.is(index + 1, "of", "commencing", "beginning", "starting")
                || said.is(index, "w/c", "wc")) {
            return weekOf(said.is(index, "week") ? index + 2 : index + 1);
        }
        return months.at(index);
    }

    static TimeMatch<Span> day(LocalDate day, int next) {
        return new TimeMatch<>(new Span(day, day), next);
    }

    /** {@code the last week}, {@code the week before last}, {@code the first half of the year}, {@code for the month}. */
    private @Nullable TimeMatch<Span> named(int index) {
        if (said.is(index + 1, "last", "past", "previous", "current", "prior", "preceding")) {
            return relative(index + 1);
        }
        if (said.is(index + 1, "day") && said.is(index + 2, "before") && said.is(index + 3, "yesterday")) {
            return day(today.minusDays(2), index + 4);
        }
        var unit = said.at(index + 1).text();
        if (said.is(index + 1, "week", "month", "quarter", "year")
                && said.is(index + 2, "before", "prior")
                && said.is(index + 3, "last")) {
            return new TimeMatch<>(units.whole(unit, units.back(units.back(today, unit), unit)), index + 4);
        }
        if (said.is(index + 1, "first", "second", "1st", "2nd")
                && said.is(index + 2, "half", "quarter")
                && said.is(index + 3, "of")) {
            return part(index + 1);
        }
        var whole = said.is(index + 1, "whole", "entire", "full") ? index + 2 : index + 1;
        return said.is(index - 1, "for", "over", "during", "in", "so")
                        && said.is(whole, "week", "month", "quarter", "year")
                        && (said.is(index - 1, "in")
                                || !said.at(whole + 1).is(Kind.WORD)
                                || said.in(whole + 1, AND_NO_MORE))
                ? new TimeMatch<>(units.whole(said.at(whole).text(), today), whole + 1)
                : null;
    }

    /** {@code first half of 2025}, {@code second quarter of the year}. */
    private @Nullable TimeMatch<Span> part(int index) {
        var at = said.is(index + 3, "the", "this", "last") ? index + 4 : index + 3;
        var named = points.days().year(at);
        if (named == null && !said.is(at, "year")) {
            return null;
        }
        var year = named != null ? named : said.is(index + 3, "last") ? today.getYear() - 1 : today.getYear();
        var months = said.is(index + 1, "half") ? 6 : 3;
        var first = LocalDate.of(year, said.is(index, "first", "1st") ? 1 : months + 1, 1);
        return new TimeMatch<>(new Span(first, first.plusMonths(months).minusDays(1)), at + 1);
    }

    private @Nullable TimeMatch<Span> relative(int index) {
        var current = said.is(index, "this", "current");
        var at = index + 1;
        if (said.is(at, "calendar", "financial", "fiscal", "tax", "whole", "full", "entire")) {
            at++;
        }
        var unit = said.is(at, "fy") ? "year" : said.at(at).text();
        if (said.in(at, STRETCHES)) {
            var start = current ? today : units.back(today, unit);
            var soFar = current && said.is(at + 1, "so") && said.is(at + 2, "far");
            return new TimeMatch<>(units.whole(unit, start), soFar ? at + 3 : at + 1);
        }
        if (said.at(at).is(Kind.QUARTER)) {
            return months.quarter(at);
        }
        var month = points.days().month(at);
        if (month != null) {
            return new TimeMatch<>(units.month(month, null), at + 1);
        }
        return current ? null : past(at);
    }

    private @Nullable TimeMatch<Span> past(int at) {
        if (said.is(at, "weekend")) {
            var sunday = today.with(TemporalAdjusters.previous(DayOfWeek.SUNDAY));
            return new TimeMatch<>(new Span(sunday.minusDays(1), sunday), at + 1);
        }
        if (said.is(at, "night")) {
            return day(today.minusDays(1), at + 1);
        }
        var weekday = said.at(at).is(Kind.WORD) ? Calendar.weekday(said.at(at).text()) : null;
        if (weekday != null) {
            return day(today.with(TemporalAdjusters.previous(weekday)), at + 1);
        }
        var length = Lengths.unit(said, at) != null && said.is(at, "fortnight", "year")
                ? new TimeMatch<>(Lengths.unit(said, at), at + 1)
                : Lengths.at(said, at);
        if (length == null) {
            return null;
        }
        var days = Math.max(1, length.value().toDays());
        var months = said.is(length.next() - 1, "months", "month") ? Math.round(days / 30.0) : 0;
        return new TimeMatch<>(
                new Span(months > 0 ? today.minusMonths(months) : today.minusDays(days), today), length.next());
    }

    private @Nullable TimeMatch<Span> toDate(int index) {
        if (said.is(index, "mtd", "ytd", "qtd", "wtd")) {
            var unit = switch (said.at(index).text().charAt(0)) {
                case 'm' -> "month";
                case 'y' -> "year";
                case 'q' -> "quarter";
                default -> "week";
            };
            return new TimeMatch<>(new Span(units.first(unit, today), today), index + 1);
        }
        if (said.is(index, "month", "year", "quarter", "week") && said.is(index + 1, "to", "-")) {
            var date = said.is(index + 1, "-") ? index + 4 : index + 2;
            return said.is(date, "date")
                    ? new TimeMatch<>(new Span(units.first(said.at(index).text(), today), today), date + 1)
                    : null;
        }
        return null;
    }

    private @Nullable TimeMatch<Span> since(int index) {
        if (said.is(index, "yesterday")) {
            return new TimeMatch<>(new Span(today.minusDays(1), today), index + 1);
        }
        if (said.is(index, "last", "the")) {
            var span = at(index);
            return span == null
                    ? sincePoint(index)
                    : new TimeMatch<>(new Span(span.value().first(), today), span.next());
        }
        return sincePoint(index);
    }

    private @Nullable TimeMatch<Span> sincePoint(int index) {
        var start = said.is(index, "the") ? index + 1 : index;
        if (said.is(start, "start", "beginning") && said.is(start + 1, "of")) {
            var unitAt = said.is(start + 2, "the", "this") ? start + 3 : start + 2;
            if (said.is(unitAt, "week", "month", "quarter", "year")) {
                return new TimeMatch<>(new Span(units.first(said.at(unitAt).text(), today), today), unitAt + 1);
            }
        }
        var year = points.days().year(index);
        if (year != null) {
            return new TimeMatch<>(new Span(LocalDate.of(Math.min(year, today.getYear()), 1, 1), today), index + 1);
        }
        var quarter = months.quarter(index);
        if (quarter != null) {
            return new TimeMatch<>(new Span(quarter.value().first(), today), quarter.next());
        }
        var point = points.at(index);
        if (point == null) {
            return null;
        }
        var first = point.value().day();
        return new TimeMatch<>(
                new Span(units.backBefore(first, points.days().month(point.next() - 1) == null), today), point.next());
    }

    private @Nullable TimeMatch<Span> weekOf(int index) {
        var day = points.days().at(index);
        if (day == null) {
            return null;
        }
        var first = units.first("week", units.backBefore(day.value(), false));
        return new TimeMatch<>(new Span(first, first.plusDays(6)), day.next());
    }
}
