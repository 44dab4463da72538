package dev.quartermaster.intents.schedule;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A cron line of five fields: minute, hour, day of the month, month, day of the week (0 is Sunday), as Kubernetes reads it
 * (<a href="https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/#schedule-syntax">source</a>). Numbers
 * only; what Kubernetes takes and means something else than it says, such as every 90 minutes as {@code *}{@code /90}, is
 * none.
 */
public record Cron(String line) {
    /** What can be said, for who said something else. */
    public static final String EXAMPLES =
            "\"every weekday at 9\", \"hourly\", \"nightly\", \"mondays 7:30\" or a cron line such as \"0 9 * * 1-5\"";

    private static final Pattern ELEMENT = Pattern.compile("(\\*|([0-9]{1,2})(?:-([0-9]{1,2}))?)(?:/([0-9]{1,2}))?");
    private static final int[] LEAST = {0, 0, 1, 1, 0};
    private static final int[] MOST = {59, 23, 31, 12, 6};
    private static final int LONGEST = 100;
    private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
    /** Days of four years, after which months and weekdays of leap years come again as they were. */
    private static final int DAYS = 1461;

    /** @throws IllegalArgumentException in words, when it is none or never comes */
    public Cron {
        if (line.length() > LONGEST || fields(line).length != LEAST.length) {
            throw new IllegalArgumentException("\"" + line + "\" is not a schedule such as " + EXAMPLES);
        }
        for (int field = 0; field < LEAST.length; field++) {
            values(line, field);
        }
        if (days(line) == 0) {
            throw new IllegalArgumentException("\"" + line + "\" never comes: there is no such day");
        }
    }

    /** The next moments after this one, before that one, in the zone of the first; at most so many. */
    public List<ZonedDateTime> next(ZonedDateTime after, ZonedDateTime before, int most) {
        if (!before.isAfter(after)) {
            return List.of();
        }
        ZoneId zone = after.getZone();
        Days days = Days.of(line);
        List<LocalTime> times = times();
        LocalDate last = before.withZoneSameInstant(zone).toLocalDate();
        return after.toLocalDate()
                .datesUntil(last.plusDays(1))
                .filter(days::have)
                .flatMap(day -> times.stream().map(day::atTime))
                // A time that the clocks leave out does not come that day.
                .filter(time -> !zone.getRules().getValidOffsets(time).isEmpty())
                .map(time -> time.atZone(zone))
                .filter(at -> at.isAfter(after) && at.isBefore(before))
                .limit(most)
                .toList();
    }

    /** How often it comes in an hour, in the mean of four years. */
    public double perHour() {
        return (double) times().size() * days(line) / (24.0 * DAYS);
    }

    @Override
    public String toString() {
        return line;
    }

    private List<LocalTime> times() {
        SortedSet<Integer> minutes = values(line, 0);
        return values(line, 1).stream()
                .flatMap(hour -> minutes.stream().map(minute -> LocalTime.of(hour, minute)))
                .toList();
    }

    private static long days(String line) {
        return FIRST.datesUntil(FIRST.plusDays(DAYS))
                .filter(Days.of(line)::have)
                .count();
    }

    /** @param either whether days of the month and of the week are both said: then either will do */
    private record Days(Set<Integer> ofMonth, Set<Integer> months, Set<Integer> ofWeek, boolean either) {
        static Days of(String line) {
            return new Days(values(line, 2), values(line, 3), values(line, 4), !every(line, 2) && !every(line, 4));
        }

        boolean have(LocalDate day) {
            boolean inMonth = ofMonth.contains(day.getDayOfMonth());
            boolean inWeek = ofWeek.contains(day.getDayOfWeek().getValue() % 7);
            return months.contains(day.getMonthValue()) && (either ? inMonth || inWeek : inMonth && inWeek);
        }
    }

    private static boolean every(String line, int field) {
        return List.of(fields(line)[field].split(",", -1)).contains("*");
    }

    private static String[] fields(String line) {
        return line.split(" ", -1);
    }

    private static SortedSet<Integer> values(String line, int field) {
        SortedSet<Integer> values = new TreeSet<>();
        for (String element : fields(line)[field].split(",", -1)) {
            Matcher parts = ELEMENT.matcher(element);
            if (!parts.matches()) {
                throw new IllegalArgumentException(
                        "\"" + line + "\" is not a cron line: it has \"" + element + "\" in it, and not numbers only");
            }
            boolean all = parts.group(1).equals("*");
            int from = all ? LEAST[field] : Integer.parseInt(parts.group(2));
            int to = all ? MOST[field] : parts.group(3) == null ? from : Integer.parseInt(parts.group(3));
            int step = parts.group(4) == null ? 1 : Integer.parseInt(parts.group(4));
            boolean single = from == to && parts.group(4) != null;
            if (from < LEAST[field] || to > MOST[field] || from > to || step < 1 || step > MOST[field] || single) {
                throw new IllegalArgumentException("\"" + line + "\" is not a cron line: \"" + element
                        + "\" does not lie within " + LEAST[field] + " to " + MOST[field]);
            }
            for (int value = from; value <= to; value += step) {
                values.add(value);
            }
        }
        return values;
    }
}
