package dev.quartermaster.intents.reading.time;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Names of days and months, short, long and mistyped by one letter, and the feasts people count by. */
final class Calendar {

    private static final Map<String, DayOfWeek> WEEKDAYS = weekdays();
    private static final Map<String, Month> MONTHS = months();

    private Calendar() {}

    static @Nullable DayOfWeek weekday(String word) {
        return WEEKDAYS.get(word);
    }

    static @Nullable Month month(String word) {
        return MONTHS.get(word);
    }

    private static Map<String, DayOfWeek> weekdays() {
        var names = new HashMap<String, DayOfWeek>();
        for (var day : DayOfWeek.values()) {
            var name = day.getDisplayName(TextStyle.FULL, Locale.ENGLISH).toLowerCase(Locale.ENGLISH);
            slips(names, name, day);
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
            var name = month.getDisplayName(TextStyle.FULL, Locale.ENGLISH).toLowerCase(Locale.ENGLISH);
            slips(names, name, month);
            names.put(name.substring(0, 3), month);
        }
        names.put("sept", Month.SEPTEMBER);
        return Map.copyOf(names);
    }

    /** The name itself, and where it is long enough to stay unmistakable, with a letter left out or two swapped. */
    private static <T> void slips(Map<String, T> names, String name, T value) {
        names.put(name, value);
        if (name.length() < 6) {
            return;
        }
        for (var i = 1; i < name.length(); i++) {
            names.putIfAbsent(name.substring(0, i) + name.substring(i + 1), value);
            names.putIfAbsent(
                    name.substring(0, i - 1) + name.charAt(i) + name.charAt(i - 1) + name.substring(i + 1), value);
        }
    }

    /** Easter Sunday of a year of the Gregorian calendar, by the anonymous (Meeus) computus. */
    static LocalDate easter(int year) {
        var golden = year % 19;
        var century = year / 100;
        var rest = year % 100;
        var corrected = (century - (century + 8) / 25 + 1) / 3;
        var epact = (19 * golden + century - century / 4 - corrected + 15) % 30;
        var weekday = (32 + 2 * (century % 4) + 2 * (rest / 4) - epact - rest % 4) % 7;
        var shift = (golden + 11 * epact + 22 * weekday) / 451;
        var sum = epact + weekday - 7 * shift + 114;
        return LocalDate.of(year, sum / 31, sum % 31 + 1);
    }
}
