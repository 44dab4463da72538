package dev.quartermaster.intents.reading.time;

import dev.quartermaster.intents.reading.text.Sentence;
import dev.quartermaster.intents.reading.text.Token.Kind;
import dev.quartermaster.intents.reading.time.Periods.Span;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Stretches of whole days that run or come: {@code this week}, {@code next month}, the weekend, April, Q2, week 13, 2027. */
final class Stretches {

    private static final Set<String> BEFORE = Sentence.words("of - the this current in coming our whole full entire");
    private static final Set<String> KINDS = Sentence.words("calendar financial fiscal working");
    private static final Set<String> UNITS = Sentence.words("week month quarter year fy");
    private static final Set<String> WEEKENDS = Sentence.words("weekend wknd");

    private final Sentence said;
    private final LocalDate today;
    private final Days days;
    private final Units units;

    Stretches(Sentence said, LocalDate today, Days days) {
        this.said = said;
        this.today = today;
        this.days = days;
        this.units = new Units(today);
    }

    /** The index after what may stand before the name of a stretch. */
    int named(int index) {
        var at = index;
        while (said.in(at, BEFORE) && at < index + 5) {
            at++;
        }
        return at;
    }

    @Nullable
    TimeMatch<Span> at(int index) {
        var start = named(index);
        var following = said.is(start, "next", "following");
        var at = following ? start + 1 : start;
        at = said.in(at, KINDS) ? at + 1 : at;
        if (said.in(at, WEEKENDS)) {
            var sunday = units.whole("week", today).last();
            var last = following ? sunday.plusWeeks(1) : sunday;
            return new TimeMatch<>(new Span(last.minusDays(1), last), at + 1);
        }
        var week = following ? null : week(at);
        if (week != null) {
            return week;
        }
        if (said.in(at, UNITS)) {
            var unit = said.is(at, "fy") ? "year" : said.at(at).text();
            var span = units.whole(unit, today);
            return new TimeMatch<>(following ? units.whole(unit, span.last().plusDays(1)) : span, at + 1);
        }
        return following ? null : dated(at);
    }

    /** {@code week 13}, {@code KW 13}: of the year in which it is not over. */
    private @Nullable TimeMatch<Span> week(int index) {
        if (!said.is(index, "week", "kw", "cw", "wk") || !said.at(index + 1).is(Kind.NUMBER)) {
            return null;
        }
        var number = said.at(index + 1).text();
        if (number.length() > 2 || number.contains(".")) {
            return null;
        }
        var week = Integer.parseInt(number);
        if (week < 1 || week > 53 || Lengths.unit(said, index + 2) != null) {
            return null;
        }
        var span = units.whole("week", today.with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, Math.min(week, 52)));
        return new TimeMatch<>(
                span.last().isBefore(today)
                        ? units.whole(
                                "week", today.plusYears(1).with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, Math.min(week, 52)))
                        : span,
                index + 2);
    }

    /** A month, a quarter or a half, with its year or the next that is not over; or a year. */
    private @Nullable TimeMatch<Span> dated(int index) {
        var month = days.month(index);
        var quarter = said.at(index).is(Kind.QUARTER) ? said.at(index).text() : null;
        if (month == null && quarter == null) {
            var year = days.year(index);
            return year == null || year < today.getYear()
                    ? null
                    : new TimeMatch<>(units.whole("year", LocalDate.of(year, 1, 1)), index + 1);
        }
        var months = month != null ? 1 : quarter.charAt(0) == 'q' ? 3 : 6;
        var firstMonth = month != null ? month.getValue() : (quarter.charAt(1) - '1') * months + 1;
        var year = days.year(index + 1);
        var first = LocalDate.of(year == null ? today.getYear() : year, firstMonth, 1);
        if (year == null && first.plusMonths(months).minusDays(1).isBefore(today)) {
            first = first.plusYears(1);
        }
        return new TimeMatch<>(
                new Span(first, first.plusMonths(months).minusDays(1)), year == null ? index + 1 : index + 2);
    }
}
