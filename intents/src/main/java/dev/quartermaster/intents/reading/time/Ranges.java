package dev.quartermaster.intents.reading.time;

import dev.quartermaster.intents.reading.text.Sentence;
import dev.quartermaster.intents.reading.text.Token.Kind;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * From one point to another: {@code from 3 to 14 March}, {@code 8am tomorrow to 8pm}, {@code 9 to 5 on Tuesday}. What one
 * side leaves out, its day or its half of the day, is the other's.
 */
final class Ranges {

    record Range(Point from, Point until) {}

    /**
     * @param clock null: a day alone
     * @param bare a number alone, which may count anything
     * @param dayLast its day follows its hour, and so is said of both sides
     */
    private record Side(
            @Nullable LocalDate day, @Nullable Clock clock, boolean bare, boolean dayLast, boolean guessed, int next) {}

    private static final Set<String> SEPARATORS =
            Sentence.words("to and until till til 'til - – — → through thru up / ending");
    private static final Set<String> OPENERS = Sentence.words("from between starting btw btwn");
    private static final Set<String> HALVES =
            Sentence.words("am pm morning afternoon arvo evening night tonight tonite");
    static final Set<String> COUNTED =
            Sentence.words("workers worker cores core cpus vcpus gpus nodes executors gb gib gigs gig tb mb people"
                    + " students notebooks environments envs items rows files jobs users seats keys machines boxes");

    private final Sentence said;
    private final Points points;
    private final LocalDate today;
    private final Heard heard;

    Ranges(Sentence said, Points points, LocalDate today, Heard heard) {
        this.said = said;
        this.points = points;
        this.today = today;
        this.heard = heard;
    }

    @Nullable
    TimeMatch<Range> at(int index) {
        var opened = said.in(index, OPENERS);
        var first = opened ? index + 1 : index;
        var the = said.is(first, "the", "on");
        first = the ? first + 1 : first;
        var days = daysOfOneMonth(first);
        if (days == null && (opened || the)) {
            days = ordinals(first);
        }
        if (days != null) {
            return days;
        }
        var from = hourly(side(first, index), index);
        if (from == null
                || !separates(from.next())
                || !opened && !stands(first, from)
                || from.bare() && said.is(from.next(), "and") && !said.is(index, "between", "btw", "btwn")) {
            return null;
        }
        var last = after(from.next());
        var until = from.day() != null && from.clock() != null ? hourly(side(last, last), last) : side(last, last);
        if (until == null
                || until.bare() && said.in(until.next(), COUNTED)
                || from.bare() && (until.clock() == null || !hours(index, opened, from, until))) {
            return null;
        }
        return range(index, from, last, until, halved(last, until.next()));
    }

    /** What begins a range unopened: an hour, a day by name or a date. */
    private boolean stands(int index, Side side) {
        var days = points.days();
        return side.clock() != null
                || said.at(index).is(Kind.DATE)
                || days.dayOfMonth(index) != null && days.month(index + 1) != null
                || days.named(index);
    }

    private boolean separates(int index) {
        return said.in(index, SEPARATORS);
    }

    private int after(int separator) {
        var at = separator + 1;
        while (said.is(at, "the", "to", "until", "till", "and", "including", ">") && at < separator + 4) {
            at++;
        }
        return at;
    }

    /** {@code 9}, {@code 1400}, {@code 6pm today}, {@code Friday noon}, {@code the end of May}. */
    private @Nullable Side side(int index, int opening) {
        if (said.is(index, "now")) {
            return null;
        }
        var clock = Clocks.at(said, index);
        var bare = clock == null ? bare(index, opening) : null;
        if (clock != null || bare != null) {
            return dated(clock != null ? clock : bare, bare != null);
        }
        var point = points.at(index);
        if (point == null) {
            return null;
        }
        var value = point.value();
        var begins = value.begins() == null ? null : value.begins().toLocalTime();
        var time = value.time() == null ? null : new Clock(value.time(), begins, null, true, false);
        return new Side(value.day(), time, false, false, value.guessed(), point.next());
    }

    /** With the hour that a day is followed by: {@code Monday 9}, and not {@code Monday 16} where that is its date. */
    private @Nullable Side hourly(@Nullable Side side, int opening) {
        if (side == null || side.day() == null || side.clock() != null) {
            return side;
        }
        var hour = bare(side.next(), opening);
        var date = hour != null && hour.value().time().getHour() == side.day().getDayOfMonth();
        return hour == null || date || !separates(hour.next()) && (opening != side.next() - 1 || counts(hour.next()))
                ? side
                : new Side(side.day(), hour.value(), false, false, side.guessed(), hour.next());
    }

    /** "Tuesday 7 to Thursday 9": hours, or dates that somebody has miscounted. */
    private boolean barely(Side side) {
        var number = said.at(side.next() - 1);
        return side.clock() != null
                && number.is(Kind.NUMBER)
                && number.text().length() <= 2
                && said.at(side.next() - 2).is(Kind.WORD)
                && Calendar.weekday(said.at(side.next() - 2).text()) != null;
    }

    private boolean counts(int index) {
        return said.in(index, COUNTED);
    }

    /** A number that can be an hour: {@code 9}, {@code 14h}, {@code 1730}; not that of a day or a length. */
    private @Nullable TimeMatch<Clock> bare(int index, int opening) {
        var exact = Clocks.digits(said, index);
        if (exact != null) {
            return exact;
        }
        var hour = Clocks.hour(said, index);
        if (hour == null || points.days().at(index) != null) {
            return null;
        }
        var length = Lengths.at(said, index);
        var next = said.is(hour.next(), "h") ? hour.next() + 1 : hour.next();
        if (length != null && next == hour.next()) {
            var beside = heard.adjacent(opening) || points.days().at(length.next()) != null;
            if (!beside || !said.is(length.next() - 1, "h") || hour.value() < 7) {
                return null;
            }
        }
        return Clocks.hinted(said, hour.value(), next);
    }

    private Side dated(TimeMatch<Clock> clock, boolean bare) {
        var next = clock.next();
        var day = points.days().at(said.is(next, ",", "on") ? next + 1 : next);
        var part = Clocks.part(said, day == null ? next + 1 : day.next());
        if (day == null && (part == null || !said.is(next, "this"))) {
            return new Side(null, clock.value(), bare, false, false, next);
        }
        return new Side(
                day == null ? today : day.value(),
                clock.value(),
                bare,
                true,
                false,
                part == null ? day.next() : part.next());
    }

    /** Whether a half of the day was said, so that it is that of both hours: {@code 8 to 11 pm}. */
    private boolean halved(int first, int next) {
        for (var at = first; at < next; at++) {
            var text = said.at(at).text();
            if (said.in(at, HALVES)
                    || said.at(at).is(Kind.CLOCK) && !Character.isDigit(text.charAt(text.length() - 1))) {
                return true;
            }
        }
        return false;
    }

    /** Numbers alone are hours beside a day or a half of it, or where they look like hours of work and nothing is counted. */
    private boolean hours(int index, boolean opened, Side from, Side until) {
        var next = until.next();
        if (!until.bare()) {
            return true;
        }
        if (Lengths.unit(said, next) != null) {
            return false;
        }
        if (until.day() != null || from.day() != null || said.in(next - 1, HALVES) || heard.adjacent(index)) {
            return true;
        }
        var follows = said.at(next);
        var ends = follows.is(Kind.END) || follows.is(Kind.PUNCTUATION) || said.is(next, "please", "pls");
        if (heard.before(index) != null) {
            return opened || ends;
        }
        var hour = from.clock().time().getHour();
        return ends
                && (opened || said.is(from.next(), "to", "-", "till", "til"))
                && (hour > 12 && from.clock().sure() || hour >= 7 && hour <= 12)
                && (from.clock().sure() || until.clock().time().getHour() % 12 < hour);
    }

    private @Nullable TimeMatch<Range> range(int index, Side from, int lastAt, Side until, boolean halved) {
        var begin = from.clock() == null ? null : begin(index, from.clock(), until.clock(), halved);
        var end = until.clock() == null ? null : end(begin, until.clock());
        var noon = !halved && until.day() == null && pastNoon(begin, end);
        end = noon ? end.plusHours(12) : end;
        var over = begin != null && end != null && !end.isAfter(begin);
        var first = from.day();
        if (first == null) {
            var named = heard.before(index);
            var shared = until.dayLast() && begin != null ? until.day() : null;
            first = shared != null
                    ? over && !until.clock().next() ? shared.minusDays(1) : shared
                    : named != null
                            ? named
                            : from.bare()
                                    ? today
                                    : points.soonest(Clock.sure(begin)).day();
        }
        var last = until.day() == null || until.clock() != null && until.clock().next() && until.dayLast()
                ? over ? first.plusDays(1) : first
                : until.day();
        // "Thu to Fri next week": both.
        if (from.day() != null
                && said.is(until.next() - 1, "week")
                && said.is(until.next() - 2, "next", "following")
                && !first.plusWeeks(1).isAfter(last)) {
            first = first.plusWeeks(1);
        }
        // "Wed-Fri" on a Wednesday begins today.
        if (last.isBefore(first) && first.equals(today.plusWeeks(1)) && begin == null && !last.isBefore(today)) {
            first = today;
        }
        var dated = from.day() != null && until.day() != null;
        last = last.isBefore(first) && from.day() != null && !points.dated(lastAt, until.next())
                ? last.plusWeeks(1)
                : last;
        if (last.isBefore(first) && !dated || last.equals(first) && over) {
            return null;
        }
        var guessed = dated && (barely(from) || barely(until))
                || from.guessed()
                || until.guessed()
                || from.clock() != null && from.clock().begins() != null
                || hourOfEach(from, until);
        return new TimeMatch<>(
                new Range(
                        new Point(first, begin, null, true, guessed),
                        new Point(last, end, null, true, guessed || noon)),
                until.next());
    }

    /** "Mon-Fri 7am": until Friday at seven, or at seven on each of them. */
    private static boolean hourOfEach(Side from, Side until) {
        return from.day() != null
                && until.day() != null
                && from.clock() == null
                && until.clock() != null
                && until.clock().time().isBefore(LocalTime.NOON);
    }

    /** Of two hours that may be meant, the one in the half of the day that was said; otherwise that of working life. */
    private LocalTime begin(int index, Clock from, @Nullable Clock until, boolean halved) {
        if (from.sure()) {
            return from.begins() != null ? from.begins() : from.time();
        }
        var morning = LocalTime.of(from.time().getHour() % 12, from.time().getMinute());
        var evening = morning.plusHours(12);
        if (heard.late(index)) {
            return evening;
        }
        var written = from.time();
        if (until == null || !until.sure()) {
            return written;
        }
        return halved
                ? evening.isBefore(until.time()) ? evening : morning
                : written.isBefore(until.time()) ? written : morning;
    }

    /** {@code 12.30 - 1.15}: nobody works through the night for that. */
    private static boolean pastNoon(@Nullable LocalTime begin, @Nullable LocalTime end) {
        return begin != null
                && end != null
                && begin.getHour() >= 7
                && begin.getHour() <= 12
                && end.getHour() > 0
                && end.getHour() < 7;
    }

    /** Of two hours that may be meant, the first after the beginning. */
    private static LocalTime end(@Nullable LocalTime begin, Clock until) {
        if (until.sure() || begin == null) {
            return until.time();
        }
        var morning = LocalTime.of(until.time().getHour() % 12, until.time().getMinute());
        var evening = morning.plusHours(12);
        return morning.isAfter(begin) || !evening.isAfter(begin) ? morning : evening;
    }

    /** {@code 3 to 14 March}, {@code 3-14 March 2026}, {@code March 3 to 14}. */
    private @Nullable TimeMatch<Range> daysOfOneMonth(int index) {
        var days = points.days();
        var monthFirst = days.month(index);
        var dayAt = monthFirst == null ? index : index + 1;
        var day = days.dayOfMonth(dayAt);
        if (day == null || !separates(dayAt + 1)) {
            return null;
        }
        var lastAt = after(dayAt + 1);
        if (monthFirst == null) {
            var last = days.at(lastAt);
            if (last == null || days.month(last.next() - 1) == null && days.year(last.next() - 1) == null) {
                return null;
            }
            return days.dayOfMonth(lastAt) == null ? null : ofMonth(last.value(), day, last.next());
        }
        var lastDay = days.dayOfMonth(lastAt);
        if (days.month(lastAt + 1) != null || said.is(lastAt + 1, "am", "pm")) {
            return null;
        }
        var end = days.at(index);
        if (lastDay == null || end == null || counts(lastAt + 1)) {
            return null;
        }
        var first = new Point(end.value(), null);
        return new TimeMatch<>(
                new Range(first, new Point(end.value().plusDays((long) lastDay - day), null)), lastAt + 1);
    }

    /** {@code the 3rd to the 14th}: of the month in which the last of them comes next. */
    private @Nullable TimeMatch<Range> ordinals(int index) {
        var day = points.days().dayOfMonth(index);
        if (day == null || !said.at(index).is(Kind.ORDINAL) || !separates(index + 1)) {
            return null;
        }
        var lastAt = after(index + 1);
        var last = said.at(lastAt).is(Kind.ORDINAL) ? points.days().at(lastAt) : null;
        return last == null ? null : ofMonth(last.value(), day, last.next());
    }

    private static @Nullable TimeMatch<Range> ofMonth(LocalDate last, int firstDay, int next) {
        try {
            var first = last.withDayOfMonth(firstDay);
            return first.isAfter(last)
                    ? null
                    : new TimeMatch<>(new Range(new Point(first, null), new Point(last, null)), next);
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }
}
