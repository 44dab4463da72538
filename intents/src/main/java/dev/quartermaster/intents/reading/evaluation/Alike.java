package dev.quartermaster.intents.reading.evaluation;

import dev.quartermaster.intents.reading.KnownSlot;
import dev.quartermaster.intents.reading.ParameterSlot;
import dev.quartermaster.intents.reading.SlotName;
import dev.quartermaster.intents.schedule.SpokenSchedule;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whether a slot's value is what was wanted: times and numbers exactly, words where they are mostly the same ones
 * ("the churn study" for "churn study").
 */
final class Alike {
    private static final double MOSTLY = 0.5;
    private static final Set<String> SMALL =
            Set.of("the", "a", "an", "my", "our", "to", "for", "of", "on", "in", "and", "this", "that", "it");

    private final PeriodMatch periods;

    Alike(Instant at, ZoneId zone) {
        this.periods = new PeriodMatch(at, zone);
    }

    static boolean time(String slot) {
        return SlotName.of(slot) instanceof KnownSlot known && known.kind() == KnownSlot.Kind.TIME;
    }

    boolean same(String slot, Object wanted, Object found) {
        return same(SlotName.of(slot), wanted, found);
    }

    private boolean same(SlotName slot, Object wanted, Object found) {
        if (slot == KnownSlot.PATH && wanted instanceof List<?> any) {
            return any.stream().anyMatch(one -> same(slot, one, found));
        }
        if (wanted instanceof List<?> || found instanceof List<?>) {
            var missing =
                    all(wanted).stream().filter(one -> all(found).stream().noneMatch(other -> same(slot, one, other)));
            return all(wanted).size() == all(found).size() && missing.findAny().isEmpty();
        }
        if (wanted instanceof Number || slot == KnownSlot.PATH || slot == KnownSlot.SIZE) {
            return plain(wanted).equals(plain(found).replaceFirst("(?<=\\d)gi$", ""));
        }
        return switch (slot) {
            case KnownSlot.FOR -> length(wanted).equals(length(found));
            case KnownSlot.UNTIL, KnownSlot.FROM -> wanted.toString().equals(found.toString());
            case KnownSlot.PERIOD -> periods.same(wanted, found);
            case KnownSlot.SCHEDULE -> line(wanted).equals(line(found));
            case KnownSlot known -> words(wanted, found);
            case ParameterSlot parameter -> words(wanted, found);
        };
    }

    private static List<?> all(Object value) {
        return value instanceof List<?> list ? list : List.of(value);
    }

    private static String plain(Object value) {
        return value.toString()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }

    private static boolean words(Object wanted, Object found) {
        var one = tokens(wanted);
        var other = tokens(found);
        var common = one.stream().filter(other::contains).count();
        var names = !wanted.toString().contains(" ") && !found.toString().contains(" ");
        return plain(wanted).equals(plain(found))
                || !names && !one.isEmpty() && 2.0 * common / (one.size() + other.size()) >= MOSTLY;
    }

    private static Set<String> tokens(Object value) {
        return Arrays.stream(plain(value).split(" "))
                .filter(word -> !SMALL.contains(word))
                .map(word -> word.length() > 3 ? word.replaceFirst("s$", "") : word)
                .collect(Collectors.toSet());
    }

    /** Five fields, however it was said. */
    private static String line(Object schedule) {
        var found = SpokenSchedule.find(schedule.toString());
        return found.map(SpokenSchedule.Found::line).orElse(schedule.toString());
    }

    private static Object length(Object iso) {
        try {
            return Duration.parse(iso.toString());
        } catch (DateTimeException calendar) {
            try {
                return Duration.ofDays(Period.parse(iso.toString()).getDays());
            } catch (DateTimeException none) {
                return iso;
            }
        }
    }
}
