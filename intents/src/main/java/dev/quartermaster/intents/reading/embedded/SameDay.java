package dev.quartermaster.intents.reading.embedded;

import dev.quartermaster.intents.reading.Candidate;
import dev.quartermaster.intents.reading.KnownSlot;
import dev.quartermaster.intents.reading.Slot;
import dev.quartermaster.intents.reading.SlotName;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An hour said of what has a start or an end already: "no, from 11" of "tomorrow from 10 to 12" is 11 of that day, and the
 * 11 that is nearer to what was said before.
 */
final class SameDay {
    private static final Pattern HOUR = Pattern.compile("\\b(from|starting at|start at|until|till?)\\s+(\\d{1,2})"
            + "(?:[:.](\\d{2}))?\\s?(am|pm|o['’]?clock|h)?(?![\\w:./-]|\\s*(?:more|hours?|hrs?|days?|weeks?|months?|minutes?"
            + "|mins?|gpus?|cpus?|cores?|workers?|executors?|nodes?|gb|gigs?|ram|a100s?|h100s?|t4s?"
            + "|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|am|pm))");
    private static final Pattern RANGE = Pattern.compile(
            "(?<![\\w.:/-])(?:from )?(\\d{1,2}(?:[:.]\\d{2})?\\s?(?:am|pm)?) ?(?:to|-|till?|until) ?"
                    + "(\\d{1,2}(?:[:.]\\d{2})?\\s?(?:am|pm)?)(?![\\w./:-]|\\s*(?:gpus?|cpus?|cores?|workers?|hours?|days?|gb))");
    /** Whoever names a day means that one. */
    private static final Pattern DAY =
            Pattern.compile("\\b(?:today|tonight|tomorrow|(?:mon|tues|wednes|thurs|fri|satur|sun)day"
                    + "|(?:mon|tue|wed|thu|fri|sat|sun)\\b|week|weekend|month|\\d{1,2}(?:st|nd|rd|th))");

    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm");

    private SameDay() {}

    /** @return starts and ends; empty: no bare hour was said, or what was said before has neither */
    static Map<SlotName, Slot> of(Candidate last, String said) {
        var from = moment(last, KnownSlot.FROM);
        var until = moment(last, KnownSlot.UNTIL);
        Map<SlotName, Slot> moved = new LinkedHashMap<>();
        if (DAY.matcher(said).find()) {
            return moved;
        }
        // "10 to 12 instead" is from the one until the other.
        var hours = RANGE.matcher(said).replaceFirst("from $1 until $2");
        for (var hour : HOUR.matcher(hours).results().toList()) {
            var start = hour.group(1).startsWith("from") || hour.group(1).startsWith("start");
            var before = start ? from : until;
            var base = before != null ? before : start ? until : from;
            if (base == null) {
                return Map.of();
            }
            var at = nearest(hour, base, start ? null : from, start ? until : null);
            if (at.isEmpty()) {
                return Map.of();
            }
            if (start) {
                from = at.get();
            } else {
                until = at.get();
            }
            moved.put(
                    start ? KnownSlot.FROM : KnownSlot.UNTIL,
                    new Slot(
                            at.get().format(MINUTES),
                            said.contains(hour.group().strip()) ? hour.group().strip() : hour.group(2),
                            true));
        }
        return moved;
    }

    /** "Friday then" of what has its hours: the same hours of that day, and the end as much later as the start. */
    static Map<SlotName, Slot> onOtherDay(Candidate last, Map<SlotName, Slot> fresh) {
        var from = moment(last, KnownSlot.FROM);
        var start = fresh.get(KnownSlot.FROM);
        if (from == null || start == null || start.value().toString().length() != 10) {
            return Map.of();
        }
        var day = LocalDate.parse(start.value().toString());
        Map<SlotName, Slot> moved = new LinkedHashMap<>();
        moved.put(KnownSlot.FROM, new Slot(day.atTime(from.toLocalTime()).format(MINUTES), start.words(), true));
        var until = moment(last, KnownSlot.UNTIL);
        if (until != null && !fresh.containsKey(KnownSlot.UNTIL)) {
            var later = until.plusDays(ChronoUnit.DAYS.between(from.toLocalDate(), day));
            moved.put(KnownSlot.UNTIL, new Slot(later.format(MINUTES), start.words(), true));
        }
        return moved;
    }

    private static @Nullable LocalDateTime moment(Candidate last, KnownSlot name) {
        var slot = last.slots().get(name);
        try {
            return slot == null || slot.value().toString().length() < 16
                    ? null
                    : LocalDateTime.parse(slot.value().toString().substring(0, 16));
        } catch (DateTimeParseException days) {
            return null;
        }
    }

    private static Optional<LocalDateTime> nearest(
            MatchResult hour, LocalDateTime base, @Nullable LocalDateTime after, @Nullable LocalDateTime before) {
        var clock = Integer.parseInt(hour.group(2));
        var minute = hour.group(3) == null ? 0 : Integer.parseInt(hour.group(3));
        if (clock > 23 || minute > 59) {
            return Optional.empty();
        }
        var half = hour.group(4) == null ? "" : hour.group(4);
        var hours = clock > 12
                ? List.of(clock)
                : switch (half) {
                    case "am" -> List.of(clock % 12);
                    case "pm" -> List.of(clock % 12 + 12);
                    default -> Stream.of(clock % 24, clock % 12 + 12).distinct().toList();
                };
        return hours.stream()
                .map(each -> base.toLocalDate().atTime(each, minute))
                .filter(at -> (after == null || at.isAfter(after)) && (before == null || at.isBefore(before)))
                .min(Comparator.comparing(at -> Duration.between(base, at).abs()));
    }
}
