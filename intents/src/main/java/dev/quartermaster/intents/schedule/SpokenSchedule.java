package dev.quartermaster.intents.schedule;

import dev.quartermaster.intents.people.CaseFolding;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** When something shall run again and again, said in words: {@code every weekday at 9} is {@code 0 9 * * 1-5}. */
public final class SpokenSchedule {
    private static final List<String> DAYS = List.of("sun", "mon", "tue", "wed", "thu", "fri", "sat");
    private static final String DAY = "(?:mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)?s?";
    private static final String AT =
            "(?:,? (?:at |@ ?|around )?(?:(\\d{1,2})(?:[:.](\\d{2}))? ?(am|pm)?(?![\\w:])|(noon|midnight|(?:half|quarter) past \\w+|quarter to \\w+)))?";
    private static final Pattern EVERY = Pattern.compile(
            "\\b(?:(?:every|each|on) (?:single )?)?(weekdays?|working days?|business days?|days?|mornings?|nights?|evenings?|hours?|weeks?|months?|"
                    + DAY + "(?:(?:,| and|, and| &) " + DAY + "){0,20})\\b(?: morning| evening| night| afternoon)?" + AT
                    + "|\\b(weekdays|daily|nightly|hourly|weekly|monthly)\\b" + AT);
    /** "Mon-Fri 7am", "monday to friday at 6:30"; only where something is to run by itself. */
    private static final Pattern RANGE =
            Pattern.compile("\\b(" + DAY + ") ?(?:-|–|to|till|until|through) ?(" + DAY + ")\\b" + AT);

    private static final Pattern RUNS = Pattern.compile("\\b(?:schedul\\w+|cron|run|runs)\\b|\\.(?:py|ipynb|r|sh)\\b");
    private static final Pattern MINUTES =
            Pattern.compile("\\bevery (\\d{1,2}) ?(?:minutes|mins?|m)\\b|\\bevery (\\d{1,2}) ?(?:hours|hrs|h)\\b");
    private static final Pattern CRON =
            Pattern.compile("(?<!\\S)((?:[\\d*/,-]+ ){4}[\\d*/-]+(?:,[\\d/-]+){0,60})(?![^\\s,.;])");
    private static final Pattern BEFORE =
            Pattern.compile("(?<![\\d:.])(\\d{1,2})(?:[:.](\\d{2}))? ?(am|pm)?(?: o['’]?clock)?(noon|midnight)? ?,? $");
    private static final Pattern MONTHLY =
            Pattern.compile("\\b(?:1st|first)(?: working| business)?(?: day)? of (?:each|every|the) month\\b" + AT);
    private static final Pattern ONE_DAY = Pattern.compile(DAY);
    private static final Pattern SPOKEN = Pattern.compile("(half|quarter) (past|to) (\\w+)");

    private static final List<String> HOURS =
            List.of("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve");

    private SpokenSchedule() {}

    /**
     * Where a text speaks of one.
     *
     * @param line five fields, or what was said where no {@link Cron} says it: every 90 minutes
     * @param from where its words begin, without a time that stands before them
     * @param timed where a time that belongs to it begins, before its words or with them
     */
    public record Found(String line, int from, int to, int timed) {}

    /** What is typed as a schedule and nothing else: a cron line, or words of which each was understood. */
    public static Optional<Cron> read(String text) {
        String plain = text.strip().replaceAll("\\s+", " ");
        return find(plain)
                .filter(found -> (plain.substring(0, found.timed()) + plain.substring(found.to())).isBlank())
                .flatMap(found -> cron(found.line()));
    }

    private static Optional<Cron> cron(String line) {
        try {
            return Optional.of(new Cron(line));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    public static Optional<Found> find(String text) {
        var lower = CaseFolding.lower(text);
        var cron = CRON.matcher(lower);
        if (cron.find()) {
            return Optional.of(found(cron.group(1), cron));
        }
        var minutes = MINUTES.matcher(lower);
        if (minutes.find()) {
            var value = minutes.group(1) != null
                    ? part(60, minutes.group(1)).map(each -> "*/" + each + " * * * *")
                    : part(24, minutes.group(2)).map(each -> "0 */" + each + " * * *");
            return Optional.of(found(value.orElse(minutes.group()), minutes));
        }
        var monthly = MONTHLY.matcher(lower);
        if (monthly.find()) {
            var time = time(monthly, 1);
            return Optional.of(found((time == null ? "0 9" : time) + " 1 * *", monthly));
        }
        var range = RANGE.matcher(lower);
        if (RUNS.matcher(lower).find() && range.find() && time(range, 3) != null) {
            return Optional.of(found(
                    time(range, 3) + " * * " + DAYS.indexOf(range.group(1).substring(0, 3)) + "-"
                            + DAYS.indexOf(range.group(2).substring(0, 3)),
                    range));
        }
        var every = EVERY.matcher(lower);
        Found first = null;
        while (every.find()) {
            var when = every.group(1) != null ? every.group(1) : every.group(6);
            var at = every.group(1) != null ? 2 : 7;
            var prefix = lower.startsWith("every", every.start()) || lower.startsWith("each", every.start());
            var named = ONE_DAY.matcher(when).lookingAt() && when.endsWith("days");
            if (prefix || named || every.group(1) == null) {
                var time = time(every, at);
                var earlier = time == null ? before(lower, every.start()) : null;
                var timed = earlier == null ? time : earlier.time();
                var found = new Found(
                        cron(when, timed),
                        every.start(),
                        every.end(),
                        earlier == null ? every.start() : earlier.from());
                // "a weekly report, Fridays 16:00": what names the time says more.
                if (timed != null) {
                    return Optional.of(found);
                }
                first = first == null ? found : first;
            }
        }
        return Optional.ofNullable(first);
    }

    /** What does not go into an hour or a day would come at uneven times, and no line of five fields says it. */
    private static Optional<Integer> part(int whole, String said) {
        int every = Integer.parseInt(said);
        return Optional.of(every).filter(each -> each > 0 && each < whole && whole % each == 0);
    }

    private record Earlier(String time, int from) {}

    /** {@code 6am daily}, {@code at 5.30 every morning}. */
    private static @Nullable Earlier before(String lower, int end) {
        int start = Math.max(0, end - 20);
        var match = BEFORE.matcher(lower.substring(start, end));
        if (!match.find()) {
            return null;
        }
        String time = time(match, 1);
        return time == null ? null : new Earlier(time, start + match.start());
    }

    private static Found found(String line, Matcher match) {
        return new Found(line, match.start(), match.end(), match.start());
    }

    private static String cron(String when, @Nullable String said) {
        if (when.startsWith("hour")) {
            return "0 * * * *";
        }
        String time = said != null ? said : when.startsWith("night") ? "0 2" : "0 9";
        if (when.startsWith("month")) {
            return time + " 1 * *";
        }
        var days = when.startsWith("weekday") || when.startsWith("working") || when.startsWith("business")
                ? "1-5"
                : when.equals("weekly") || when.equals("week") ? "1" : named(when);
        return time + " * * " + days;
    }

    private static String named(String when) {
        var day = ONE_DAY.matcher(when);
        var numbers = new StringBuilder();
        while (day.find()) {
            numbers.append(numbers.isEmpty() ? "" : ",")
                    .append(DAYS.indexOf(day.group().substring(0, 3)));
        }
        return numbers.isEmpty() ? "*" : numbers.toString();
    }

    /** Minute and hour, or null where none is said. */
    private static @Nullable String time(Matcher match, int group) {
        if (match.group(group) != null) {
            var hour = Integer.parseInt(match.group(group));
            var minute = match.group(group + 1) == null ? 0 : Integer.parseInt(match.group(group + 1));
            var pm = "pm".equals(match.group(group + 2)) && hour < 12;
            var midnight = "am".equals(match.group(group + 2)) && hour == 12;
            return minute + " " + (midnight ? 0 : pm ? hour + 12 : hour);
        }
        var named = match.group(group + 3);
        if (named == null) {
            return null;
        }
        var spoken = SPOKEN.matcher(named);
        if (spoken.matches() && hour(spoken.group(3)) > 0) {
            var hour = hour(spoken.group(3));
            var minute = spoken.group(1).equals("half") ? 30 : 15;
            return spoken.group(2).equals("past") ? minute + " " + hour : 60 - minute + " " + (hour - 1);
        }
        return named.equals("noon") ? "0 12" : named.equals("midnight") ? "0 0" : "0 9";
    }

    /** An hour: 1 to 23 in digits, or one to twelve in words; 0: neither. */
    private static int hour(String word) {
        return word.matches("[1-9]|1[0-9]|2[0-3]") ? Integer.parseInt(word) : HOURS.indexOf(word) + 1;
    }
}
