package dev.quartermaster.intents.reading.time;

import dev.quartermaster.intents.reading.text.Sentence;
import dev.quartermaster.intents.reading.text.Token.Kind;
import dev.quartermaster.intents.reading.time.Periods.Span;
import java.time.LocalDate;
import java.time.Month;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Quarters, months, years and days by name: {@code Q3}, {@code Feb 2026}, {@code January to March}, {@code in 2025}. */
final class Months {

    private static final Set<String> OF_YEAR = Sentence.words("in for during of year all calendar fy vs since");
    private static final Set<String> OF_MONTH =
            Sentence.words("in for during of since and vs compare last this through from");
    private static final Set<String> SPENDING =
            Sentence.words("spend costs cost bill usage numbers so vs charges budget spending invoice breakdown");

    private final Sentence said;
    private final LocalDate today;
    private final Points points;
    private final Units units;

    Months(Sentence said, LocalDate today, Points points, Units units) {
        this.said = said;
        this.today = today;
        this.points = points;
        this.units = units;
    }

    @Nullable
    TimeMatch<Span> at(int index) {
        var quarter = quarter(index);
        return quarter != null ? quarter : monthOrYear(index);
    }

    @Nullable
    TimeMatch<Span> quarter(int index) {
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
        return new TimeMatch<>(new Span(first, first.plusMonths(months).minusDays(1)), next);
    }

    private @Nullable TimeMatch<Span> monthOrYear(int index) {
        if (said.at(index).is(Kind.YEAR_MONTH)) {
            return new TimeMatch<>(
                    units.whole("month", LocalDate.parse(said.at(index).text() + "-01")), index + 1);
        }
        var month = points.days().month(index);
        if (month != null && points.days().dayOfMonth(index - 1) != null) {
            return null;
        }
        var dated = points.days().dayOfMonth(index) != null
                || month != null && points.days().dayOfMonth(index + 1) != null;
        if (dated) {
            return date(index);
        }
        var year = points.days().year(month == null ? index : said.is(index + 1, "of", ",") ? index + 2 : index + 1);
        if (month == null) {
            var spoken = said.in(index - 1, OF_YEAR) || said.size() == 1;
            return year == null || !spoken
                    ? null
                    : new TimeMatch<>(units.whole("year", LocalDate.of(year, 1, 1)), index + 1);
        }
        // "may" and "march" are verbs as well, "mar" and "dec" parts of names.
        var sure = year != null || said.in(index - 1, OF_MONTH);
        var spentThen = said.in(index + 1, SPENDING);
        if (!sure
                && said.is(index, "may", "march", "mar", "dec")
                && said.at(index + 1).is(Kind.WORD)
                && !spentThen) {
            return null;
        }
        return toMonth(month, year, year == null ? index + 1 : said.is(index + 1, "of", ",") ? index + 3 : index + 2);
    }

    /** A day of the past: {@code on 5 March}, {@code for 12 February}. */
    private @Nullable TimeMatch<Span> date(int index) {
        var day = said.is(index - 1, "on", "for", "of") ? points.days().at(index) : null;
        return day == null ? null : Periods.day(units.backBefore(day.value(), false), day.next());
    }

    /** {@code January to March 2026}: the year said last is that of both. */
    private TimeMatch<Span> toMonth(Month month, @Nullable Integer year, int next) {
        var span = units.month(month, year);
        if (said.is(next, "to", "until", "till") && said.is(next + 1, "now", "today", "date")) {
            return new TimeMatch<>(new Span(span.first(), today), next + 2);
        }
        var lastMonth = said.is(next, "to", "-", "–", "through", "thru", "until", "till")
                ? points.days().month(next + 1)
                : null;
        if (lastMonth == null) {
            return new TimeMatch<>(span, next);
        }
        var lastYear = points.days().year(next + 2);
        var last = units.month(lastMonth, lastYear != null ? lastYear : year);
        var first = year == null && lastYear != null ? units.month(month, lastYear) : span;
        return last.last().isBefore(first.first())
                ? new TimeMatch<>(span, next)
                : new TimeMatch<>(new Span(first.first(), last.last()), lastYear == null ? next + 2 : next + 3);
    }
}
