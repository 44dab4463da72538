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

    Periods(Sentence said, LocalDate today, Points points) {
        this.said = said;
        this.today = today;
        this.points = points;
    }

    @Nullable
    Found<Span> at(int index) {
        if (said.is(index, "the")) {
            var inner = said.is(index + 1, "last", "past", "previous", "current") ? at(index + 1) : null;
            return inner;
        }
        if (said.is(index, "this", "current", "last", "previous", "past")) {
            return relative(index);
        }
        if (said.is(index, "today", "yesterday")) {
            var day = said.is(index, "today") ? today : today.minusDays(1);
            return new Found<>(new Span(day, day), index + 1);
        }
        if (said.is(index, "since")) {
            return since(index + 1);
        }
        var toDate = toDate(index);
        if (toDate != null) {
            return toDate;
        }
        var quarter = quarter(index);
        return quarter != null ? quarter : monthOrYear(index);
    }

    private @Nullable Found<Span> relative(int index) {
        var current = said.is(index, "this", "current");
        var at = index + 1;
        if (said.is(at, "calendar", "financial")) {
            at++;
        }
        var unit = said.at(at).text();
        if (said.is(at, "week", "month", "quarter", "year")) {
            var first = firstOf(unit, current ? today : back(firstOf(unit, today), unit));
            return new Found<>(new Span(first, lastOf(unit, first)), at + 1);
        }
        var month = points.days().month(at);
        if (month != null) {
            return new Found<>(wholeMonth(month, null), at + 1);
        }
        var length = current ? null : Lengths.at(said, at);
        if (length == null) {
            return null;
        }
        var days = Math.max(1, length.value().toDays());
        return new Found<>(new Span(today.minusDays(days), today), length.next());
    }

    private @Nullable Found<Span> toDate(int index) {
        if (said.is(index, "mtd", "ytd", "qtd", "wtd")) {
            var unit = switch (said.at(index).text().charAt(0)) {
                case 'm' -> "month";
                case 'y' -> "year";
                case 'q' -> "quarter";
                default -> "week";
            };
            return new Found<>(new Span(firstOf(unit, today), today), index + 1);
        }
        if (said.is(index, "month", "year", "quarter", "week") && said.is(index + 1, "to", "-")) {
            var date = said.is(index + 1, "-") ? index + 4 : index + 2;
            return said.is(date, "date")
                    ? new Found<>(new Span(firstOf(said.at(index).text(), today), today), date + 1)
                    : null;
        }
        return null;
    }

    private @Nullable Found<Span> since(int index) {
        var month = points.days().month(index);
        var point = points.at(index);
        if (point == null) {
            return null;
        }
        var first = point.value().day();
        if (month != null && first.equals(first.with(TemporalAdjusters.lastDayOfMonth()))) {
            first = first.withDayOfMonth(1);
        }
        var weekday = first.isAfter(today)
                && !first.isAfter(today.plusDays(7))
                && points.days().month(point.next() - 1) == null;
        if (weekday) {
            first = first.minusWeeks(1);
        }
        return new Found<>(new Span(first.isAfter(today) ? first.minusYears(1) : first, today), point.next());
    }

    private @Nullable Found<Span> quarter(int index) {
        if (!said.at(index).is(Kind.QUARTER)) {
            return null;
        }
        var number = said.at(index).text().charAt(1) - '0';
        var year = points.days().year(index + 1);
        var first = LocalDate.of(year == null ? today.getYear() : year, number * 3 - 2, 1);
        if (year == null && first.isAfter(today)) {
            first = first.minusYears(1);
        }
        return new Found<>(new Span(first, lastOf("quarter", first)), year == null ? index + 1 : index + 2);
    }

    private @Nullable Found<Span> monthOrYear(int index) {
        if (said.at(index).is(Kind.YEAR_MONTH)) {
            var first = LocalDate.parse(said.at(index).text() + "-01");
            return new Found<>(new Span(first, lastOf("month", first)), index + 1);
        }
        var month = points.days().month(index);
        var year = points.days().year(month == null ? index : index + 1);
        if (month == null) {
            var spoken = said.is(index - 1, "in", "for", "during", "of", "year", "all") || said.size() == 1;
            return year == null || !spoken
                    ? null
                    : new Found<>(new Span(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31)), index + 1);
        }
        // "may" and "march" are verbs as well, "mar" and "dec" parts of names.
        var sure =
                year != null || said.is(index - 1, "in", "for", "during", "of", "since", "and", "to", "vs", "compare");
        if (!sure && said.is(index, "may", "march", "mar", "dec", "sat")) {
            return null;
        }
        var span = wholeMonth(month, year);
        var next = year == null ? index + 1 : index + 2;
        var lastMonth =
                said.is(next, "to", "-", "–", "through", "thru") ? points.days().month(next + 1) : null;
        if (lastMonth == null) {
            return new Found<>(span, next);
        }
        var lastYear = points.days().year(next + 2);
        var last = wholeMonth(lastMonth, lastYear != null ? lastYear : year);
        return last.last().isBefore(span.first())
                ? new Found<>(span, next)
                : new Found<>(new Span(span.first(), last.last()), lastYear == null ? next + 2 : next + 3);
    }

    /** The month that is running or was last, unless the year is said. */
    private Span wholeMonth(Month month, @Nullable Integer year) {
        var first = LocalDate.of(year == null ? today.getYear() : year, month, 1);
        if (year == null && first.isAfter(today)) {
            first = first.minusYears(1);
        }
        return new Span(first, lastOf("month", first));
    }

    private static LocalDate back(LocalDate first, String unit) {
        return switch (unit) {
            case "week" -> first.minusWeeks(1);
            case "month" -> first.minusMonths(1);
            case "quarter" -> first.minusMonths(3);
            default -> first.minusYears(1);
        };
    }

    private static LocalDate firstOf(String unit, LocalDate day) {
        return switch (unit) {
            case "week" -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case "month" -> day.withDayOfMonth(1);
            case "quarter" -> day.withDayOfMonth(1).with(day.getMonth().firstMonthOfQuarter());
            default -> day.withDayOfYear(1);
        };
    }

    private static LocalDate lastOf(String unit, LocalDate first) {
        return switch (unit) {
            case "week" -> first.plusDays(6);
            case "month" -> first.plusMonths(1).minusDays(1);
            case "quarter" -> first.plusMonths(3).minusDays(1);
            default -> first.plusYears(1).minusDays(1);
        };
    }
}
