package dev.quartermaster.intents.reading.time;

import dev.quartermaster.intents.reading.text.Sentence;
import dev.quartermaster.intents.reading.text.Token.Kind;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import org.jspecify.annotations.Nullable;

/** Stretches of days to report on: {@code last week}, {@code month to date}, {@code Q3}, {@code Feb 2026}, {@code since 1 March}. */
final class Periods {

    record Span(LocalDate first, LocalDate last) {}

    private final Sentence said;
    private final LocalDate today;
    private final Points points;
    private final Units units;

    Periods(Sentence said, LocalDate today, Points points) {
        this.said = said;
        this.today = today;
        this.points = points;
        this.units = new Units(today);
    }

    @Nullable
    Found<Span> at(int index) {
        if (said.is(index, "the")) {
            return named(index);
        }
        if (said.is(index, "this", "current", "last", "previous", "past", "prior", "lst", "preceding")) {
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
        var quarter = quarter(index);
        return quarter != null ? quarter : monthOrYear(index);
    }

    private static Found<Span> day(LocalDate day, int next) {
        return new Found<>(new Span(day, day), next);
    }

    /** {@code the last week}, {@code the week before last}, {@code the first half of the year}, {@code for the month}. */
    private @Nullable Found<Span> named(int index) {
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
            return new Found<>(units.whole(unit, units.back(units.back(today, unit), unit)), index + 4);
        }
        if (said.is(index + 1, "first", "second", "1st", "2nd")
                && said.is(index + 2, "half", "quarter")
                && said.is(index + 3, "of")) {
            return part(index + 1);
        }
        var whole = said.is(index + 1, "whole", "entire", "full") ? index + 2 : index + 1;
        return said.is(index - 1, "for", "over", "during", "in", "so")
                        && said.is(whole, "week", "month", "quarter", "year")
                        && (said.is(index - 1, "in") || !said.at(whole + 1).is(Kind.WORD)
                                || said.is(whole + 1, "please", "pls", "and", "only", "so", "split", "by", "per"))
                ? new Found<>(units.whole(said.at(whole).text(), today), whole + 1)
                : null;
    }

    /** {@code first half of 2025}, {@code second quarter of the year}. */
    private @Nullable Found<Span> part(int index) {
        var at = said.is(index + 3, "the", "this", "last") ? index + 4 : index + 3;
        var named = points.days().year(at);
        if (named == null && !said.is(at, "year")) {
            return null;
        }
        var year = named != null ? named : said.is(index + 3, "last") ? today.getYear() - 1 : today.getYear();
        var months = said.is(index + 1, "half") ? 6 : 3;
        var first = LocalDate.of(year, said.is(index, "first", "1st") ? 1 : months + 1, 1);
        return new Found<>(new Span(first, first.plusMonths(months).minusDays(1)), at + 1);
    }

    private @Nullable Found<Span> relative(int index) {
        var current = said.is(index, "this", "current");
        var at = index + 1;
        if (said.is(at, "calendar", "financial", "fiscal", "tax", "whole", "full", "entire")) {
            at++;
        }
        var unit = said.is(at, "fy") ? "year" : said.at(at).text();
        if (said.is(at, "week", "month", "quarter", "year", "fy", "wk", "mth", "qtr")) {
            var start = current ? today : units.back(today, unit);
            var soFar = current && said.is(at + 1, "so") && said.is(at + 2, "far");
            return new Found<>(units.whole(unit, start), soFar ? at + 3 : at + 1);
        }
        if (said.at(at).is(Kind.QUARTER)) {
            return quarter(at);
        }
        var month = points.days().month(at);
        if (month != null) {
            return new Found<>(units.month(month, null), at + 1);
        }
        return current ? null : past(at);
    }

    private @Nullable Found<Span> past(int at) {
        if (said.is(at, "weekend")) {
            var sunday = today.with(TemporalAdjusters.previous(DayOfWeek.SUNDAY));
            return new Found<>(new Span(sunday.minusDays(1), sunday), at + 1);
        }
        if (said.is(at, "night")) {
            return day(today.minusDays(1), at + 1);
        }
        var weekday = said.at(at).is(Kind.WORD) ? Calendar.weekday(said.at(at).text()) : null;
        if (weekday != null) {
            return day(today.with(TemporalAdjusters.previous(weekday)), at + 1);
        }
        var length = Lengths.unit(said, at) != null && said.is(at, "fortnight", "year")
                ? new Found<>(Lengths.unit(said, at), at + 1)
                : Lengths.at(said, at);
        if (length == null) {
            return null;
        }
        var days = Math.max(1, length.value().toDays());
        var months = said.is(length.next() - 1, "months", "month") ? Math.round(days / 30.0) : 0;
        return new Found<>(
                new Span(months > 0 ? today.minusMonths(months) : today.minusDays(days), today), length.next());
    }

    private @Nullable Found<Span> toDate(int index) {
        if (said.is(index, "mtd", "ytd", "qtd", "wtd")) {
            var unit = switch (said.at(index).text().charAt(0)) {
                case 'm' -> "month";
                case 'y' -> "year";
                case 'q' -> "quarter";
                default -> "week";
            };
            return new Found<>(new Span(units.first(unit, today), today), index + 1);
        }
        if (said.is(index, "month", "year", "quarter", "week") && said.is(index + 1, "to", "-")) {
            var date = said.is(index + 1, "-") ? index + 4 : index + 2;
            return said.is(date, "date")
                    ? new Found<>(new Span(units.first(said.at(index).text(), today), today), date + 1)
                    : null;
        }
        return null;
    }

    private @Nullable Found<Span> since(int index) {
        if (said.is(index, "yesterday")) {
            return new Found<>(new Span(today.minusDays(1), today), index + 1);
        }
        if (said.is(index, "last", "the")) {
            var span = at(index);
            return span == null ? sincePoint(index) : new Found<>(new Span(span.value().first(), today), span.next());
        }
        return sincePoint(index);
    }

    private @Nullable Found<Span> sincePoint(int index) {
        var start = said.is(index, "the") ? index + 1 : index;
        if (said.is(start, "start", "beginning") && said.is(start + 1, "of")) {
            var unitAt = said.is(start + 2, "the", "this") ? start + 3 : start + 2;
            if (said.is(unitAt, "week", "month", "quarter", "year")) {
                return new Found<>(
                        new Span(units.first(said.at(unitAt).text(), today), today), unitAt + 1);
            }
        }
        var year = points.days().year(index);
        if (year != null) {
            return new Found<>(new Span(LocalDate.of(Math.min(year, today.getYear()), 1, 1), today), index + 1);
        }
        var quarter = quarter(index);
        if (quarter != null) {
            return new Found<>(new Span(quarter.value().first(), today), quarter.next());
        }
        var point = points.at(index);
        if (point == null) {
            return null;
        }
        var month = points.days().month(index);
        var first = point.value().day();
        if (month != null && first.equals(first.with(TemporalAdjusters.lastDayOfMonth()))) {
            first = first.withDayOfMonth(1);
        }
        return new Found<>(new Span(units.backBefore(first, points.days().month(point.next() - 1) == null), today), point.next());
    }

    private @Nullable Found<Span> weekOf(int index) {
        var day = points.days().at(index);
        if (day == null) {
            return null;
        }
        var first = units.first("week", units.backBefore(day.value(), false));
        return new Found<>(new Span(first, first.plusDays(6)), day.next());
    }

    private @Nullable Found<Span> quarter(int index) {
        var yearFirst = points.days().year(index) != null && said.at(index + 1).is(Kind.QUARTER);
        var at = yearFirst ? index + 1 : index;
        if (!said.at(at).is(Kind.QUARTER)) {
            return null;
        }
        var quarters = said.at(at).text().charAt(0) == 'q';
        var number = said.at(at).text().charAt(1) - '0';
        var of = said.is(at + 1, "of", "fy") ? at + 2 : at + 1;
        var year = yearFirst ? points.days().year(index) : points.days().year(of);
        var next = year == null || yearFirst ? at + 1 : of + 1;
        if (year == null && said.is(of, "last", "this") && said.is(of + 1, "year")) {
            year = said.is(of, "last") ? today.getYear() - 1 : today.getYear();
            next = of + 2;
        }
        var months = quarters ? 3 : 6;
        var first = LocalDate.of(year == null ? today.getYear() : year, number * months - months + 1, 1);
        if (year == null && first.isAfter(today)) {
            first = first.minusYears(1);
        }
        return new Found<>(new Span(first, first.plusMonths(months).minusDays(1)), next);
    }

    private @Nullable Found<Span> monthOrYear(int index) {
        if (said.at(index).is(Kind.YEAR_MONTH)) {
            return new Found<>(units.whole("month", LocalDate.parse(said.at(index).text() + "-01")), index + 1);
        }
        var month = points.days().month(index);
        if (month != null && points.days().dayOfMonth(index - 1) != null) {
            return null;
        }
        var dated = points.days().dayOfMonth(index) != null || month != null && points.days().dayOfMonth(index + 1) != null;
        if (dated) {
            return date(index);
        }
        var year = points.days().year(month == null ? index : said.is(index + 1, "of", ",") ? index + 2 : index + 1);
        if (month == null) {
            var spoken = said.is(index - 1, "in", "for", "during", "of", "year", "all", "calendar", "fy", "vs", "since")
                    || said.size() == 1;
            return year == null || !spoken
                    ? null
                    : new Found<>(units.whole("year", LocalDate.of(year, 1, 1)), index + 1);
        }
        // "may" and "march" are verbs as well, "mar" and "dec" parts of names.
        var sure = year != null
                || said.is(index - 1, "in", "for", "during", "of", "since", "and", "vs", "compare", "last", "this", "through", "from");
        var spentThen = said.is(index + 1, "spend", "costs", "cost", "bill", "usage", "numbers", "so", "vs", "charges", "budget", "spending", "invoice", "breakdown");
        if (!sure && said.is(index, "may", "march", "mar", "dec") && said.at(index + 1).is(Kind.WORD) && !spentThen) {
            return null;
        }
        return toMonth(month, year, year == null ? index + 1 : said.is(index + 1, "of", ",") ? index + 3 : index + 2);
    }

    /** A day of the past: {@code on 5 March}, {@code for 12 February}. */
    private @Nullable Found<Span> date(int index) {
        var day = said.is(index - 1, "on", "for", "of") ? points.days().at(index) : null;
        return day == null ? null : day(units.backBefore(day.value(), false), day.next());
    }

    /** {@code January to March 2026}: the year said last is that of both. */
    private Found<Span> toMonth(Month month, @Nullable Integer year, int next) {
        var span = units.month(month, year);
        if (said.is(next, "to", "until", "till") && said.is(next + 1, "now", "today", "date")) {
            return new Found<>(new Span(span.first(), today), next + 2);
        }
        var lastMonth =
                said.is(next, "to", "-", "–", "through", "thru", "until", "till") ? points.days().month(next + 1) : null;
        if (lastMonth == null) {
            return new Found<>(span, next);
        }
        var lastYear = points.days().year(next + 2);
        var last = units.month(lastMonth, lastYear != null ? lastYear : year);
        var first = year == null && lastYear != null ? units.month(month, lastYear) : span;
        return last.last().isBefore(first.first())
                ? new Found<>(span, next)
                : new Found<>(new Span(first.first(), last.last()), lastYear == null ? next + 2 : next + 3);
    }
}
