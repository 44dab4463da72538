package dev.quartermaster.intents.reading.time;

import dev.quartermaster.intents.reading.text.Sentence;
import dev.quartermaster.intents.reading.text.Token.Kind;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Days: {@code tomorrow}, {@code next Friday}, {@code 14 March}, {@code the 20th}, {@code 2026-04-15}, {@code Good Friday}. */
final class Days {

    private static final Pattern YEAR = Pattern.compile("20\\d\\d");
    private static final Pattern NO_DIGIT = Pattern.compile("\\D");
    private static final Pattern DOTTED = Pattern.compile("([0-3]?\\d)\\.(0?[1-9]|1[0-2])");
    private static final Pattern BETWEEN = Pattern.compile("[-/.]");

    private static final List<String> ORDINALS = List.of(("first second third fourth fifth sixth seventh eighth ninth"
                    + " tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth"
                    + " nineteenth twentieth")
            .split(" "));

    private final Sentence said;
    private final LocalDate today;

    Days(Sentence said, LocalDate today) {
        this.said = said;
        this.today = today;
    }

    @Nullable
    Month month(int index) {
        return said.at(index).is(Kind.WORD) ? Calendar.month(said.at(index).text()) : null;
    }

    /** A day by a name: a weekday, tomorrow, a feast. */
    boolean named(int index) {
        return said.at(index).is(Kind.WORD)
                && month(index) == null
                && at(index) != null
                && !said.is(index, "the", "on");
    }

    /** A year such as 2026, or null. */
    @Nullable
    Integer year(int index) {
        var token = said.at(index);
        return token.is(Kind.NUMBER) && YEAR.matcher(token.text()).matches() ? Integer.valueOf(token.text()) : null;
    }

    @Nullable
    Integer dayOfMonth(int index) {
        var token = said.at(index);
        var ordinal = token.is(Kind.WORD) ? ORDINALS.indexOf(token.text()) : -1;
        if (ordinal >= 0 && said.is(index + 1, "of") && month(index + 2) != null) {
            return ordinal + 1;
        }
        if (!token.is(Kind.NUMBER) && !token.is(Kind.ORDINAL) || token.text().contains(".")) {
            return null;
        }
        var digits = NO_DIGIT.matcher(token.text()).replaceAll("");
        var number = digits.length() > 2 ? 0 : Integer.parseInt(digits);
        return number >= 1 && number <= 31 ? Integer.valueOf(number) : null;
    }

    @Nullable
    TimeMatch<LocalDate> at(int index) {
        if (said.is(index, "the", "on", "coming")) {
            return said.is(index + 1, "on", "coming") && !said.is(index, "the", "on") ? null : at(index + 1);
        }
        if (said.is(index, "today", "tonight", "tonite", "2day", "2nite")) {
            return new TimeMatch<>(today, index + 1);
        }
        if (said.is(
                index,
                "tomorrow",
                "tmrw",
                "tmr",
                "tmw",
                "tomo",
                "tomoz",
                "tommorow",
                "tomorow",
                "tommorrow",
                "tomorro")) {
            return new TimeMatch<>(today.plusDays(1), index + 1);
        }
        if (said.is(index, "day") && said.is(index + 1, "after") && said.is(index + 2, "tomorrow")) {
            return new TimeMatch<>(today.plusDays(2), index + 3);
        }
        if (said.is(index, "day")
                && said.at(index + 1).is(Kind.NUMBER)
                && dayOfMonth(index + 1) != null
                && Lengths.unit(said, index + 2) == null) {
            return new TimeMatch<>(comingDay(dayOfMonth(index + 1)), index + 2);
        }
        var feast = feast(index);
        if (feast != null) {
            return feast;
        }
        var weekday = weekday(index);
        if (weekday != null) {
            return weekday;
        }
        var date = date(index);
        if (date != null) {
            return date;
        }
        var dotted = dotted(index);
        return dotted != null ? dotted : calendarDay(index);
    }

    /**
     * {@code 16.03.}: a date where a point follows or the month has its nought; {@code 17.30} is a time. A point that may
     * end the sentence makes a date of what nobody says as a time: {@code 5.12.}, not {@code 5.10.}
     */
    @Nullable
    TimeMatch<LocalDate> dotted(int index) {
        var match = DOTTED.matcher(said.at(index).text());
        if (!said.at(index).is(Kind.NUMBER) || !match.matches()) {
            return null;
        }
        var point = said.is(index + 1, ".")
                && said.at(index + 1).glued()
                && (!said.at(index + 2).is(Kind.END) || Integer.parseInt(match.group(2)) % 5 != 0);
        if (!point && match.group(2).charAt(0) != '0') {
            return null;
        }
        try {
            var day = coming(Integer.parseInt(match.group(2)), Integer.parseInt(match.group(1)));
            return new TimeMatch<>(day, point ? index + 2 : index + 1);
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }

    private @Nullable TimeMatch<LocalDate> feast(int index) {
        if (said.is(index, "christmas", "xmas", "crimbo")) {
            return said.is(index + 1, "eve")
                    ? new TimeMatch<>(coming(12, 24), index + 2)
                    : new TimeMatch<>(coming(12, 25), said.is(index + 1, "day") ? index + 2 : index + 1);
        }
        if (said.is(index, "boxing") && said.is(index + 1, "day")) {
            return new TimeMatch<>(coming(12, 26), index + 2);
        }
        if (said.is(index, "new") && said.is(index + 1, "year", "years", "year's")) {
            return said.is(index + 2, "eve")
                    ? new TimeMatch<>(coming(12, 31), index + 3)
                    : new TimeMatch<>(coming(1, 1), said.is(index + 2, "day") ? index + 3 : index + 2);
        }
        if (said.is(index, "good") && said.is(index + 1, "friday")) {
            return new TimeMatch<>(coming(year -> Calendar.easter(year).minusDays(2)), index + 2);
        }
        if (!said.is(index, "easter")) {
            return null;
        }
        return said.is(index + 1, "monday")
                ? new TimeMatch<>(coming(year -> Calendar.easter(year).plusDays(1)), index + 2)
                : new TimeMatch<>(coming(Calendar::easter), said.is(index + 1, "sunday") ? index + 2 : index + 1);
    }

    private @Nullable TimeMatch<LocalDate> weekday(int index) {
        var following = said.is(index, "next", "following");
        var name = following || said.is(index, "this") ? index + 1 : index;
        if (following && said.is(name, "week", "month", "year", "quarter")) {
            var on = said.is(name + 1, "on", "from", "between", ",") ? name + 2 : name + 1;
            var named = said.is(name, "week") && said.at(on).is(Kind.WORD)
                    ? Calendar.weekday(said.at(on).text())
                    : null;
            return named != null
                    ? new TimeMatch<>(monday().plusDays(6L + named.getValue()), on + 1)
                    : new TimeMatch<>(nextStart(said.at(name).text()), name + 1);
        }
        var weekday =
                said.at(name).is(Kind.WORD) ? Calendar.weekday(said.at(name).text()) : null;
        if (weekday == null) {
            return null;
        }
        var dated = dated(name + 1);
        if (dated != null) {
            return dated;
        }
        var day = following ? monday().plusDays(6L + weekday.getValue()) : today.with(TemporalAdjusters.next(weekday));
        if (said.is(name + 1, "week", "wk") && !following) {
            return new TimeMatch<>(day.plusWeeks(1), name + 2);
        }
        var of = said.is(name + 1, "of") ? name + 2 : name + 1;
        return said.is(of, "next", "following") && said.is(of + 1, "week")
                ? new TimeMatch<>(monday().plusDays(6L + weekday.getValue()), of + 2)
                : new TimeMatch<>(day, name + 1);
    }

    /** {@code Thursday 19 March}, {@code Fri 13th}, {@code Friday the 13th}: the date counts. */
    private @Nullable TimeMatch<LocalDate> dated(int after) {
        var at = said.is(after, ",") ? after + 1 : after;
        at = said.is(at, "the") ? at + 1 : at;
        return said.at(at).is(Kind.DATE) ? date(at) : calendarDay(at);
    }

    private LocalDate monday() {
        return today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
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

    private @Nullable TimeMatch<LocalDate> date(int index) {
        var token = said.at(index);
        if (!token.is(Kind.DATE) || token.text().equals("24/7")) {
            return null;
        }
        var parts = BETWEEN.split(token.text());
        try {
            if (parts[0].length() == 4) {
                return new TimeMatch<>(LocalDate.parse(String.join("-", parts)), index + 1);
            }
            var first = Integer.parseInt(parts[0]);
            var second = Integer.parseInt(parts[1]);
            // Day before month, as in most of the world, unless only the other order makes a date: 4/30.
            var american = second > 12 && first <= 12;
            var month = american ? first : second;
            var day = american ? second : first;
            if (parts.length == 2) {
                return new TimeMatch<>(coming(month, day), index + 1);
            }
            var year = Integer.parseInt(parts[2]);
            return new TimeMatch<>(LocalDate.of(year < 100 ? 2000 + year : year, month, day), index + 1);
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }

    /** {@code 12/03}: another day where people write the month first. */
    boolean twofold(int index) {
        if (!said.at(index).is(Kind.DATE) || !said.at(index).text().matches("\\d{1,2}/\\d{1,2}(?:/\\d+)?")) {
            return false;
        }
        var parts = BETWEEN.split(said.at(index).text());
        return Integer.parseInt(parts[0]) <= 12 && Integer.parseInt(parts[1]) <= 12 && !parts[0].equals(parts[1]);
    }

    /** {@code 14 March}, {@code 14th of March 2026}, {@code March the 14th}, {@code 20th}, {@code 3rd of next month}. */
    private @Nullable TimeMatch<LocalDate> calendarDay(int index) {
        var day = dayOfMonth(index);
        var monthAt = said.is(index + 1, "of") ? index + 2 : index + 1;
        var month = day == null ? month(index) : month(monthAt);
        if (day == null && month != null && year(index + 1) == null) {
            monthAt = said.is(index + 1, "the") ? index + 2 : index + 1;
            day = dayOfMonth(monthAt);
        }
        if (day == null) {
            return null;
        }
        if (month == null) {
            return said.at(index).is(Kind.ORDINAL) ? ordinal(index, day) : null;
        }
        var yearAt = said.is(monthAt + 1, ",") ? monthAt + 2 : monthAt + 1;
        var year = year(yearAt);
        try {
            return year == null
                    ? new TimeMatch<>(coming(month.getValue(), day), monthAt + 1)
                    : new TimeMatch<>(LocalDate.of(year, month, day), yearAt + 1);
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }

    private TimeMatch<LocalDate> ordinal(int index, int day) {
        var at = said.is(index + 1, "of") ? index + 2 : index + 1;
        var next = said.is(at, "next") && said.is(at + 1, "month");
        if (next) {
            var month = today.withDayOfMonth(1).plusMonths(1);
            return new TimeMatch<>(month.withDayOfMonth(Math.min(day, month.lengthOfMonth())), at + 2);
        }
        var named = at == index + 2 && said.is(at, "the", "this") && said.is(at + 1, "month");
        return new TimeMatch<>(comingDay(day), named ? at + 2 : index + 1);
    }

    /** This day of the year, today or later. */
    private LocalDate coming(int month, int day) {
        return coming(year -> LocalDate.of(year, month, day));
    }

    private LocalDate coming(IntFunction<LocalDate> ofYear) {
        var thisYear = ofYear.apply(today.getYear());
        return thisYear.isBefore(today) ? ofYear.apply(today.getYear() + 1) : thisYear;
    }

    private LocalDate comingDay(int day) {
        var month = today.getDayOfMonth() <= day ? today : today.plusMonths(1);
        return month.withDayOfMonth(Math.min(day, month.lengthOfMonth()));
    }
}
