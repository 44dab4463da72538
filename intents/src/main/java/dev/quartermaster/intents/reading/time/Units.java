package dev.quartermaster.intents.reading.time;

import dev.quartermaster.intents.reading.time.Periods.Span;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import org.jspecify.annotations.Nullable;

/** Weeks (from Monday), months, quarters and years of the calendar, seen from one day. */
final class Units {

    private final LocalDate today;

    Units(LocalDate today) {
        this.today = today;
    }

    Span whole(String unit, LocalDate within) {
        var first = first(unit, within);
        return new Span(first, last(unit, first));
    }

    /** The month that is running or was last, unless the year is said. */
    Span month(Month month, @Nullable Integer year) {
        var first = LocalDate.of(year == null ? today.getYear() : year, month, 1);
        return whole("month", year == null && first.isAfter(today) ? first.minusYears(1) : first);
    }

    LocalDate back(LocalDate day, String unit) {
        return switch (unit.charAt(0)) {
            case 'w' -> day.minusWeeks(1);
            case 'm' -> first(unit, day).minusMonths(1);
            case 'q' -> first(unit, day).minusMonths(3);
            default -> first(unit, day).minusYears(1);
        };
    }

    /** A day that grammar took for a coming one, as the last one before now: a weekday by a week, a date by a year. */
    LocalDate backBefore(LocalDate day, boolean weekday) {
        if (!day.isAfter(today)) {
            return day;
        }
        if (weekday && !day.isAfter(today.plusDays(7))) {
            return day.minusWeeks(1);
        }
        return weekday && !day.isAfter(today.plusMonths(1)) ? day.minusMonths(1) : day.minusYears(1);
    }

    LocalDate first(String unit, LocalDate day) {
        return switch (unit.charAt(0)) {
            case 'w' -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case 'm' -> day.withDayOfMonth(1);
            case 'q' -> day.withDayOfMonth(1).with(day.getMonth().firstMonthOfQuarter());
            default -> day.withDayOfYear(1);
        };
    }

    private LocalDate last(String unit, LocalDate first) {
        return switch (unit.charAt(0)) {
            case 'w' -> first.plusDays(6);
            case 'm' -> first.plusMonths(1).minusDays(1);
            case 'q' -> first.plusMonths(3).minusDays(1);
            default -> first.plusYears(1).minusDays(1);
        };
    }
}
