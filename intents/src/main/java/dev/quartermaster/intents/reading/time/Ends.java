package dev.quartermaster.intents.reading.time;

import dev.quartermaster.intents.reading.text.Sentence;
import dev.quartermaster.intents.reading.text.Token.Kind;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Ends, middles and starts of stretches: {@code end of the month}, {@code COB Friday}, {@code EOW}, {@code mid-April}. */
final class Ends {

    private static final Set<String> LEADS_TO_END = Sentence.words("until till til by to through thru the");
    private static final Set<String> OF = Sentence.words("of - the this current in coming our");

    private final Sentence said;
    private final LocalDate today;
    private final Points points;

    Ends(Sentence said, LocalDate today, Points points) {
        this.said = said;
        this.today = today;
        this.points = points;
    }

    @Nullable
    TimeMatch<Point> at(int index) {
        if (said.is(index, "the", "very")) {
            return said.is(index + 1, "the") ? null : at(index + 1);
        }
        var close = close(index);
        if (said.is(index, "month", "year", "quarter")
                && said.is(said.is(index + 1, "-") ? index + 2 : index + 1, "end")
                && said.in(index - 1, LEADS_TO_END)) {
            return lastDay(said.at(index).text(), false, said.is(index + 1, "-") ? index + 3 : index + 2);
        }
        // No clock time was said, and offices close at different hours: the day itself is the end.
        if (close != 0) {
            return lastDay("day", false, close);
        }
        if (said.is(index, "eow", "eom", "eoq", "eoy", "eofy")) {
            var unit = switch (said.at(index).text().charAt(2)) {
                case 'w' -> "week";
                case 'm' -> "month";
                case 'q' -> "quarter";
                default -> "year";
            };
            var following = said.is(index + 1, "next");
            return lastDay(unit, following, following ? index + 3 : index + 1);
        }
        if (said.is(index, "last") && said.is(index + 1, "day") && said.is(index + 2, "of", "in")) {
            return endOfUnit(of(index + 2));
        }
        if (said.is(index, "weekend") || said.is(index, "next", "this") && said.is(index + 1, "weekend")) {
            var sunday = points.sunday().day();
            return said.is(index, "weekend")
                    ? new TimeMatch<>(new Point(sunday, null), index + 1)
                    : new TimeMatch<>(
                            new Point(said.is(index, "next") ? sunday.plusWeeks(1) : sunday, null), index + 2);
        }
        if (said.is(index, "mid", "middle", "start", "beginning", "halfway", "midweek")) {
            return within(index);
        }
        if (!said.is(index, "end", "rest", "remainder", "back", "ends")) {
            return null;
        }
        var at = of(index + 1);
        return at == index + 1 ? null : endOfUnit(at);
    }

    private int of(int index) {
        var at = index;
        while (said.in(at, OF) && at < index + 5) {
            at++;
        }
        return at;
    }

    /** The index after {@code COB}, {@code close of play}, {@code end of day} and their like; 0 where there is none. */
    int close(int index) {
        if (said.is(index, "cob", "eob", "eod", "eop", "cop", "cobd")) {
            return index + 1;
        }
        if (!said.is(index, "close", "end", "end-of", "finish") || !said.is(index + 1, "of", "-", "o")) {
            return 0;
        }
        var at = of(index + 1);
        if (said.is(at, "business", "play", "trading")) {
            return said.is(at + 1, "day") ? at + 2 : at + 1;
        }
        if (said.is(at, "working", "business") && said.is(at + 1, "day")) {
            return at + 2;
        }
        return said.is(at, "day") ? at + 1 : 0;
    }

    private @Nullable TimeMatch<Point> endOfUnit(int index) {
        var following = said.is(index, "next", "following");
        var unitAt = following ? index + 1 : index;
        if (said.is(unitAt, "calendar", "financial", "fiscal", "working")) {
            unitAt++;
        }
        if (said.is(unitAt, "day", "week", "month", "quarter", "year", "weekend", "fy")) {
            return lastDay(said.at(unitAt).text(), following, unitAt + 1);
        }
        if (said.at(unitAt).is(Kind.QUARTER)) {
            return endOfQuarter(unitAt);
        }
        var day = points.days().at(index);
        if (day != null) {
            var time = Clocks.part(said, day.next());
            return new TimeMatch<>(new Point(day.value(), null), time == null ? day.next() : time.next());
        }
        return points.monthAlone(index);
    }

    private TimeMatch<Point> endOfQuarter(int index) {
        var text = said.at(index).text();
        var lastMonth = text.charAt(0) == 'q' ? (text.charAt(1) - '0') * 3 : (text.charAt(1) - '0') * 6;
        var year = points.days().year(index + 1);
        var last = LocalDate.of(year == null ? today.getYear() : year, lastMonth, 1)
                .with(TemporalAdjusters.lastDayOfMonth());
        return new TimeMatch<>(
                new Point(year == null && last.isBefore(today) ? last.plusYears(1) : last, null),
                year == null ? index + 1 : index + 2);
    }

    /** {@code mid-April} is the 15th, {@code the middle of next week} its Wednesday, {@code the start of May} the 1st. */
    private @Nullable TimeMatch<Point> within(int index) {
        if (said.is(index, "midweek")) {
            return new TimeMatch<>(new Point(today.with(TemporalAdjusters.next(DayOfWeek.WEDNESDAY)), null), index + 1);
        }
        var middle = said.is(index, "mid", "middle", "halfway");
        var at = said.is(index + 1, "through") ? index + 2 : of(index + 1);
        if (at == index + 1 && !said.is(index, "mid")) {
            return null;
        }
        if (said.is(at, "next", "following") && said.is(at + 1, "week")) {
            var monday = today.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
            return new TimeMatch<>(new Point(middle ? monday.plusDays(2) : monday, null), at + 2);
        }
        if (said.is(at, "next", "following") && said.is(at + 1, "month") || said.is(at, "month")) {
            var first = said.is(at, "month")
                    ? today.withDayOfMonth(1)
                    : today.withDayOfMonth(1).plusMonths(1);
            return new TimeMatch<>(
                    new Point(middle ? first.withDayOfMonth(15) : first, null), said.is(at, "month") ? at + 1 : at + 2);
        }
        var month = points.monthAlone(at);
        return month == null
                ? null
                : new TimeMatch<>(new Point(month.value().day().withDayOfMonth(middle ? 15 : 1), null), month.next());
    }

    private TimeMatch<Point> lastDay(String unit, boolean following, int next) {
        var within = following ? shifted(unit) : today;
        var last = switch (unit) {
            case "day" -> within;
            case "week" -> within.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
            case "weekend" -> within.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
            case "month" -> within.with(TemporalAdjusters.lastDayOfMonth());
            case "quarter" ->
                within.withDayOfMonth(1)
                        .with(within.getMonth().firstMonthOfQuarter())
                        .plusMonths(2)
                        .with(TemporalAdjusters.lastDayOfMonth());
            default -> within.with(TemporalAdjusters.lastDayOfYear());
        };
        // "end of day tomorrow", "eod Friday"
        var day = unit.equals("day") ? points.days().at(said.is(next, "on", "of", ",") ? next + 1 : next) : null;
        return day == null
                ? new TimeMatch<>(new Point(last, null), next)
                : new TimeMatch<>(new Point(day.value(), null), day.next());
    }

    private LocalDate shifted(String unit) {
        return switch (unit) {
            case "day" -> today.plusDays(1);
            case "week", "weekend" -> today.plusWeeks(1);
            case "month" -> today.withDayOfMonth(1).plusMonths(1);
            case "quarter" -> today.withDayOfMonth(1).plusMonths(3);
            default -> today.plusYears(1);
        };
    }
}
