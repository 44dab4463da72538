package dev.quartermaster.intents.reading;

import dev.quartermaster.intents.intent.Period;
import dev.quartermaster.intents.intent.Term;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Times in slots, in the contract's ISO forms, as typed terms and periods. */
final class Terms {

    private static final LocalTime MORNING = LocalTime.of(9, 0);

    private Terms() {}

    /** {@code for} before {@code until} where both were said. @throws java.time.DateTimeException for what is no ISO form */
    static Term of(Map<SlotName, Slot> slots, ZoneId zone) {
        var length = slots.get(KnownSlot.FOR);
        if (length != null) {
            return new Term.For(Duration.parse(length.value().toString()));
        }
        var end = slots.get(KnownSlot.UNTIL);
        return end == null ? new Term.Unsaid() : new Term.Until(end(end.value().toString(), zone));
    }

    /** A day ends when the next one starts. */
    private static Instant end(String iso, ZoneId zone) {
        return iso.contains("T")
                ? moment(iso, zone)
                : LocalDate.parse(iso).plusDays(1).atStartOfDay(zone).toInstant();
    }

    /** Local, or exact where the local time comes twice a night. */
    static Instant moment(String iso, ZoneId zone) {
        return iso.endsWith("Z")
                ? Instant.parse(iso)
                : LocalDateTime.parse(iso).atZone(zone).toInstant();
    }

    /** A day without a time of day starts when people start to work. */
    static Optional<Instant> start(Map<SlotName, Slot> slots, ZoneId zone) {
        return Optional.ofNullable(slots.get(KnownSlot.FROM))
                .map(slot -> slot.value().toString())
                .map(iso -> iso.contains("T")
                        ? moment(iso, zone)
                        : LocalDate.parse(iso).atTime(MORNING).atZone(zone).toInstant());
    }

    static boolean past(Term term, Instant now) {
        return term instanceof Term.Until(Instant end) && !end.isAfter(now);
    }

    /** Several periods become the stretch from the first to the last. */
    static @Nullable Period period(@Nullable Slot slot) {
        if (slot == null) {
            return null;
        }
        var written = slot.value() instanceof List<?> several ? several : List.of(slot.value());
        var periods = written.stream().map(iso -> period(iso.toString())).toList();
        var from = periods.stream().map(Period::from).min(LocalDate::compareTo).orElseThrow();
        var to = periods.stream().map(Period::to).max(LocalDate::compareTo).orElseThrow();
        return new Period(from, to);
    }

    private static Period period(String iso) {
        if (iso.length() == 4) {
            var first = LocalDate.of(Integer.parseInt(iso), 1, 1);
            return new Period(first, first.plusYears(1));
        }
        if (iso.length() == 7) {
            var month = YearMonth.parse(iso);
            return new Period(month.atDay(1), month.plusMonths(1).atDay(1));
        }
        var ends = iso.split("/");
        return new Period(
                LocalDate.parse(ends[0]), LocalDate.parse(ends[ends.length - 1]).plusDays(1));
    }
}
