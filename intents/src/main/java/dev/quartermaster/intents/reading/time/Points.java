package dev.quartermaster.intents.reading.time;

import dev.quartermaster.intents.reading.text.Sentence;
import dev.quartermaster.intents.reading.text.Token.Kind;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import org.jspecify.annotations.Nullable;

/** Points in time: a day, a time on a day, or the end of a stretch of days. */
final class Points {

    private static final LocalTime CLOSE_OF_BUSINESS = LocalTime.of(17, 0);

    private final Sentence said;
    private final ZonedDateTime now;
    private final LocalDate today;
    private final Days days;

    Points(Sentence said, ZonedDateTime now) {
        this.said = said;
        this.now = now;
        this.today = now.toLocalDate();
        this.days = new Days(said, today);
    }

    Days days() {
        return days;
    }

    @Nullable
    Found<Point> at(int index) {
        if (said.is(index, "about", "around", "approximately", "roughly", "sometime", "at", "on")) {
            return at(index + 1);
        }
        var end = endOf(index);
        if (end != null) {
            return end;
        }
        var clock = Clocks.at(said, index);
        if (clock != null) {
            return clockFirst(clock);
        }
        var part = said.is(index, "this", "the") ? Clocks.part(said, index + 1) : null;
        if (part != null) {
            return new Found<>(new Point(today, part.value()), part.next());
        }
        var day = days.at(index);
        return day == null ? monthAlone(index) : dayFirst(day);
    }

    /** {@code until 5}: accepted where an hour is all that can be meant, so nothing may follow that it could count. */
    @Nullable
    Found<Point> bareHour(int index) {
        var hour = Clocks.hour(said, index);
        if (hour == null || hour.value() > 12) {
            return null;
        }
        var day = days.at(hour.next());
        var follows = said.at(hour.next());
        if (day == null
                && !follows.is(Kind.END)
                && !follows.is(Kind.PUNCTUATION)
                && !said.is(hour.next(), "please", "pls", "and", "or", "for")) {
            return null;
        }
        var time = Clocks.likely(hour.value());
        return day != null
                ? new Found<>(new Point(day.value(), time), day.next())
                : new Found<>(soonest(time), hour.next());
    }

    private Found<Point> clockFirst(Found<LocalTime> clock) {
        var at = said.is(clock.next(), ",") ? clock.next() + 1 : clock.next();
        var day = days.at(at);
        return day != null
                ? new Found<>(new Point(day.value(), clock.value()), day.next())
                : new Found<>(soonest(clock.value()), clock.next());
    }

    /** The end of the coming weekend. */
    Point sunday() {
        return new Point(today.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY)), null);
    }

    Point soonest(LocalTime time) {
        return new Point(time.isAfter(now.toLocalTime()) ? today : today.plusDays(1), time);
    }

    private Found<Point> dayFirst(Found<LocalDate> day) {
        var at = said.is(day.next(), ",", "@") ? day.next() + 1 : day.next();
        var clock = Clocks.at(said, at);
        if (clock == null) {
            clock = Clocks.part(said, at);
        }
        if (clock == null && said.is(at, "at")) {
            var hour = Clocks.hour(said, at + 1);
            clock = hour == null || hour.value() > 12 ? null : new Found<>(Clocks.likely(hour.value()), hour.next());
        }
        if (clock == null && said.is(at, "close", "cob", "eob")) {
            clock = new Found<>(CLOSE_OF_BUSINESS, said.is(at, "close") ? at + 3 : at + 1);
        }
        return clock == null
                ? new Found<>(new Point(day.value(), null), day.next())
                : new Found<>(new Point(day.value(), clock.value()), clock.next());
    }

    private @Nullable Found<Point> monthAlone(int index) {
        var month = days.month(index);
        if (month == null) {
            return null;
        }
        var year = days.year(index + 1);
        var first = LocalDate.of(year == null ? today.getYear() : year, month, 1);
        if (year == null && first.plusMonths(1).isBefore(today)) {
            first = first.plusYears(1);
        }
        var last = first.with(TemporalAdjusters.lastDayOfMonth());
        return new Found<>(new Point(last, null), year == null ? index + 1 : index + 2);
    }

    private @Nullable Found<Point> endOf(int index) {
        if (said.is(index, "cob", "eob")
                || said.is(index, "close") && said.is(index + 1, "of") && said.is(index + 2, "business", "play")) {
            return closeOfBusiness(said.is(index, "close") ? index + 3 : index + 1);
        }
        if (said.is(index, "eod", "eow", "eom", "eoq", "eoy")) {
            return lastDay(String.valueOf(said.at(index).text().charAt(2)), today, index + 1);
        }
        if (said.is(index, "the")) {
            return endOf(index + 1);
        }
        if (!said.is(index, "end", "rest", "remainder")) {
            return null;
        }
        var at = index + 1;
        while (said.is(at, "of", "-", "the", "this", "current")) {
            at++;
        }
        return at == index + 1 ? null : endOfUnit(at);
    }

    private @Nullable Found<Point> endOfUnit(int index) {
        if (said.is(index, "business", "play")) {
            return closeOfBusiness(index + 1);
        }
        var following = said.is(index, "next", "following");
        var unitAt = following ? index + 1 : index;
        if (said.is(unitAt, "day", "week", "month", "quarter", "year")) {
            var unit = said.at(unitAt).text();
            return lastDay(unit.substring(0, 1), following ? shifted(unit) : today, unitAt + 1);
        }
        var day = days.at(index);
        return day == null ? monthAlone(index) : new Found<>(new Point(day.value(), null), day.next());
    }

    private Found<Point> closeOfBusiness(int next) {
        var day = days.at(said.is(next, "of") ? next + 1 : next);
        return day == null
                ? new Found<>(soonest(CLOSE_OF_BUSINESS), next)
                : new Found<>(new Point(day.value(), CLOSE_OF_BUSINESS), day.next());
    }

    private LocalDate shifted(String unit) {
        return switch (unit) {
            case "day" -> today.plusDays(1);
            case "week" -> today.plusWeeks(1);
            case "month" -> today.withDayOfMonth(1).plusMonths(1);
            case "quarter" -> today.withDayOfMonth(1).plusMonths(3);
            default -> today.plusYears(1);
        };
    }

    private Found<Point> lastDay(String unit, LocalDate within, int next) {
        var last = switch (unit) {
            case "d" -> within;
            case "w" -> within.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
            case "m" -> within.with(TemporalAdjusters.lastDayOfMonth());
            case "q" ->
                within.withDayOfMonth(1)
                        .with(within.getMonth().firstMonthOfQuarter())
                        .plusMonths(2)
                        .with(TemporalAdjusters.lastDayOfMonth());
            default -> within.with(TemporalAdjusters.lastDayOfYear());
        };
        // "end of day tomorrow", "eod Friday"
        var day = unit.equals("d") ? days.at(said.is(next, "on") ? next + 1 : next) : null;
        return day == null
                ? new Found<>(new Point(last, null), next)
                : new Found<>(new Point(day.value(), null), day.next());
    }
}
