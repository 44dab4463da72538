package dev.quartermaster.intents.reading.slots;

import dev.quartermaster.intents.reading.text.Words;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** When something shall run again and again, as a cron line of five fields: {@code every weekday at 9} is {@code 0 9 * * 1-5}. */
final class Schedules {

    /** @param value minute, hour, day of month, month, day of week (0 is Sunday) */
    record Schedule(String value, Words words) {}

    private static final List<String> DAYS = List.of("sun", "mon", "tue", "wed", "thu", "fri", "sat");
    private static final String DAY = "(?:mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)?s?";
    private static final String AT =
            "(?:,? (?:at |@ ?|around )?(?:(\\d{1,2})(?:[:.](\\d{2}))? ?(am|pm)?(?![\\w:])|(noon|midnight|(?:half|quarter) past \\w+|quarter to \\w+)))?";
    private static final Pattern EVERY = Pattern.compile(
            "\\b(?:(?:every|each|on) (?:single )?)?(weekdays?|working days?|business days?|days?|mornings?|nights?|evenings?|hours?|weeks?|months?|"
                    + DAY + "(?:(?:,| and|, and| &) " + DAY + "){0,20})\\b(?: morning| evening| night| afternoon)?" + AT
                    + "|\\b(weekdays|daily|nightly|hourly|weekly|monthly)\\b" + AT);
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

    private Schedules() {}

    static Optional<Schedule> find(String text) {
        var lower = Finds.lower(text);
        var cron = CRON.matcher(lower);
        if (cron.find()) {
            return Optional.of(schedule(cron.group(1), text, cron));
        }
        var minutes = MINUTES.matcher(lower);
        if (minutes.find()) {
            var value = minutes.group(1) != null
                    ? "*/" + minutes.group(1) + " * * * *"
                    : "0 */" + minutes.group(2) + " * * *";
            return Optional.of(schedule(value, text, minutes));
        }
        var monthly = MONTHLY.matcher(lower);
        if (monthly.find()) {
            var time = time(monthly, 1);
            return Optional.of(schedule((time == null ? "0 9" : time) + " 1 * *", text, monthly));
        }
        var every = EVERY.matcher(lower);
        Schedule first = null;
        while (every.find()) {
            var when = every.group(1) != null ? every.group(1) : every.group(6);
            var at = every.group(1) != null ? 2 : 7;
            var prefix = lower.startsWith("every", every.start()) || lower.startsWith("each", every.start());
            var named = ONE_DAY.matcher(when).lookingAt() && when.endsWith("days");
            if (prefix || named || every.group(1) == null) {
                var time = time(every, at);
                var timed = time == null ? before(lower, every.start()) : time;
                var found = schedule(cron(when, timed == null ? "0 9" : timed), text, every);
                // "a weekly report, Fridays 16:00": what names the time says more.
                if (timed != null) {
                    return Optional.of(found);
                }
                first = first == null ? found : first;
            }
        }
        return Optional.ofNullable(first);
    }

    /** {@code 6am daily}, {@code at 5.30 every morning}. */
    private static @Nullable String before(String lower, int end) {
        var time = BEFORE.matcher(lower.substring(Math.max(0, end - 20), end));
        return time.find() ? time(time, 1) : null;
    }

    private static Schedule schedule(String value, String text, Matcher match) {
        return new Schedule(value, Spans.of(text, match.start(), match.end()));
    }

    private static String cron(String when, String time) {
        if (when.startsWith("hour")) {
            return "0 * * * *";
        }
        if (when.startsWith("month")) {
            return time + " 1 * *";
        }
        var days = when.startsWith("weekday") || when.startsWith("working") || when.startsWith("business")
                ? "1-5"
                : when.equals("weekly") || when.equals("week") ? "1" : named(when);
        var nightly = when.startsWith("night") && time.equals("0 9");
        return (nightly ? "0 2" : time) + " * * " + days;
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
            return minute % 60 + " " + (midnight ? 0 : pm ? hour + 12 : hour % 24);
        }
        var named = match.group(group + 3);
        if (named == null) {
            return null;
        }
        var spoken = SPOKEN.matcher(named.toLowerCase(Locale.ROOT));
        if (spoken.matches() && Counts.value(spoken.group(3)) != null) {
            var hour = Counts.value(spoken.group(3));
            var minute = spoken.group(1).equals("half") ? 30 : 15;
            return spoken.group(2).equals("past") ? minute + " " + hour : 60 - minute + " " + (hour - 1);
        }
        return named.equals("noon") ? "0 12" : named.equals("midnight") ? "0 0" : "0 9";
    }
}
