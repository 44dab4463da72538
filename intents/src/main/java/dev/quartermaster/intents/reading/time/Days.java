package dev.quartermaster.intents.reading.time;

import dev.quartermaster.intents.reading.text.Sentence;
import dev.quartermaster.intents.reading.text.Token.Kind;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Days: {@code tomorrow}, {@code next Friday}, {@code 14 March}, {@code the 20th}, {@code 2026-04-15}, {@code end of April}. */
final class Days {

    private static final Map<String, DayOfWeek> WEEKDAYS = weekdays();
    private static final Map<String, Month> MONTHS = months();

    private final Sentence said;
    private final LocalDate today;

    Days(Sentence said, LocalDate today) {
        this.said = said;
        this.today = today;
    }

    private static Map<String, DayOfWeek> weekdays() {
        var names = new HashMap<String, DayOfWeek>();
        for (var day : DayOfWeek.values()) {
            var name = day.name().toLowerCase(Locale.ROOT);
            names.put(name, day);
            names.put(name.substring(0, 3), day);
        }
        names.put("tues", DayOfWeek.TUESDAY);
        names.put("weds", DayOfWeek.WEDNESDAY);
        names.put("thur", DayOfWeek.THURSDAY);
        names.put("thurs", DayOfWeek.THURSDAY);
        return Map.copyOf(names);
    }

    private static Map<String, Month> months() {
        var names = new HashMap<String, Month>();
        for (var month : Month.values()) {
            var name = month.name().toLowerCase(Locale.ROOT);
            names.put(name, month);
            names.put(name.substring(0, 3), month);
        }
        names.put("sept", Month.SEPTEMBER);
        return Map.copyOf(names);
    }

    @Nullable
    Month month(int index) {
        return said.at(index).is(Kind.WORD) ? MONTHS.get(said.at(index).text()) : null;
    }

    /** A year such as 2026, or null. */
    @Nullable
    Integer year(int index) {
        var token = said.at(index);
        return token.is(Kind.NUMBER) && token.text().matches("20\\d\\d") ? Integer.valueOf(token.text()) : null;
    }

    @Nullable
    Integer dayOfMonth(int index) {
        var token = said.at(index);
        if (!token.is(Kind.NUMBER) && !token.is(Kind.ORDINAL) || token.text().contains(".")) {
            return null;
        }
        var digits = token.text().replaceAll("\\D", "");
        var number = digits.length() > 2 ? 0 : Integer.parseInt(digits);
        return number >= 1 && number <= 31 ? Integer.valueOf(number) : null;
    }

    @Nullable
    Found<LocalDate> at(int index) {
        if (said.is(index, "the", "on", "coming")) {
            return at(index + 1);
        }
        if (said.is(index, "today", "tonight")) {
            return new Found<>(today, index + 1);
        }
        if (said.is(index, "tomorrow", "tmrw", "tmr", "tomo", "tommorow", "tomorow")) {
            return new Found<>(today.plusDays(1), index + 1);
        }
        if (said.is(index, "day") && said.is(index + 1, "after") && said.is(index + 2, "tomorrow")) {
            return new Found<>(today.plusDays(2), index + 3);
        }
        if (said.is(index, "christmas", "xmas")) {
            return new Found<>(coming(12, 25), index + 1);
        }
        var weekday = weekday(index);
        if (weekday != null) {
            return weekday;
        }
        var date = date(index);
        return date != null ? date : calendarDay(index);
    }

    private @Nullable Found<LocalDate> weekday(int index) {
        var following = said.is(index, "next", "following");
        var name = following || said.is(index, "this") ? index + 1 : index;
        if (following && said.is(name, "week", "month", "year", "quarter")) {
            return new Found<>(nextStart(said.at(name).text()), name + 1);
        }
        var weekday = WEEKDAYS.get(said.at(name).text());
        if (weekday == null || !said.at(name).is(Kind.WORD)) {
            return null;
        }
        var monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        var day = following
                ? monday.plusWeeks(1).plusDays(weekday.getValue() - 1L)
                : today.with(TemporalAdjusters.next(weekday));
        if (said.is(name + 1, "week") && !following) {
            return new Found<>(day.plusWeeks(1), name + 2);
        }
        return new Found<>(day, name + 1);
    }

    private LocalDate nextStart(String unit) {
        return switch (unit) {
            case "week" -> today.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
            case "month" -> today.withDayOfMonth(1).plusMonths(1);
            case "quarter" ->
                today.with(today.getMonth().firstMonthOfQuarter())
                        .withDayOfMonth(1)
                        .plusMonths(3);
            default -> today.withDayOfYear(1).plusYears(1);
        };
    }

    private @Nullable Found<LocalDate> date(int index) {
        var token = said.at(index);
        if (!token.is(Kind.DATE)) {
            return null;
        }
        var parts = token.text().split("[-/.]");
        try {
            if (parts[0].length() == 4) {
                return new Found<>(LocalDate.parse(token.text()), index + 1);
            }
            var day = Integer.parseInt(parts[0]);
            var month = Integer.parseInt(parts[1]);
            if (parts.length == 2) {
                return new Found<>(coming(month, day), index + 1);
            }
            var year = Integer.parseInt(parts[2]);
            return new Found<>(LocalDate.of(year < 100 ? 2000 + year : year, month, day), index + 1);
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }

    /** {@code 14 March}, {@code 14th of March 2026}, {@code March 14}, {@code 20th}. */
    private @Nullable Found<LocalDate> calendarDay(int index) {
        var day = dayOfMonth(index);
        var monthAt = said.is(index + 1, "of") ? index + 2 : index + 1;
        var month = day == null ? month(index) : month(monthAt);
        if (day == null && month != null && year(index + 1) == null) {
            day = dayOfMonth(index + 1);
            monthAt = index + 1;
        }
        if (day == null) {
            return null;
        }
        if (month == null) {
            return said.at(index).is(Kind.ORDINAL) ? new Found<>(comingDay(day), index + 1) : null;
        }
        var yearAt = said.is(monthAt + 1, ",") ? monthAt + 2 : monthAt + 1;
        var year = year(yearAt);
        try {
            return year == null
                    ? new Found<>(coming(month.getValue(), day), monthAt + 1)
                    : new Found<>(LocalDate.of(year, month, day), yearAt + 1);
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }

    /** This day of the year, today or later. */
    private LocalDate coming(int month, int day) {
        var thisYear = LocalDate.of(today.getYear(), month, day);
        return thisYear.isBefore(today) ? thisYear.plusYears(1) : thisYear;
    }

    private LocalDate comingDay(int day) {
        var month = today.getDayOfMonth() <= day ? today : today.plusMonths(1);
        return month.withDayOfMonth(Math.min(day, month.lengthOfMonth()));
    }
}
