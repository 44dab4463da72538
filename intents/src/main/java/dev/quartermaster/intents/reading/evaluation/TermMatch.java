package dev.quartermaster.intents.reading.evaluation;

import dev.quartermaster.intents.reading.KnownSlot;
import dev.quartermaster.intents.reading.Verb;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

/**
 * Lengths, ends and starts as the moments they come to: a day ends when the next begins and starts at nine, what has no
 * start starts at once. What an extension is longer by says no moment, so it is compared as a length.
 */
record TermMatch(Instant at, ZoneId zone) {
    private static final Duration ALIKE = Duration.ofMinutes(1);
    private static final int DAYS_OF_A_MONTH = 30;
    private static final LocalTime MORNING = LocalTime.of(9, 0);

    /** Of what is no ISO form nothing is the same. */
    boolean same(Wanted wanted, Effect effect) {
        var relative = wanted.intent().equals(Verb.EXTEND.word());
        try {
            return alike(start(wanted.slots()), start(effect.slots()))
                    && (relative
                            ? sameLonger(wanted.slots(), effect.slots())
                            : sameEnd(wanted.slots(), effect.slots()));
        } catch (DateTimeException unreadable) {
            return false;
        }
    }

    private boolean sameEnd(Map<String, Object> wanted, Map<String, Object> found) {
        return end(wanted).isEmpty() || alike(end(wanted), end(found));
    }

    private boolean sameLonger(Map<String, Object> wanted, Map<String, Object> found) {
        return (slot(wanted, KnownSlot.FOR).isEmpty() || length(wanted).equals(length(found)))
                && (slot(wanted, KnownSlot.UNTIL).isEmpty() || alike(until(wanted), until(found)));
    }

    private Optional<Instant> end(Map<String, Object> slots) {
        return until(slots)
                .or(() -> length(slots)
                        .map(length -> start(slots)
                                .orElse(at)
                                .atZone(zone)
                                .plus(length)
                                .toInstant()));
    }

    private Optional<Instant> until(Map<String, Object> slots) {
        return slot(slots, KnownSlot.UNTIL)
                .map(iso -> iso.contains("T")
                        ? moment(iso)
                        : LocalDate.parse(iso).plusDays(1).atStartOfDay(zone).toInstant());
    }

    private Optional<Instant> start(Map<String, Object> slots) {
        return slot(slots, KnownSlot.FROM)
                .map(iso -> iso.contains("T")
                        ? moment(iso)
                        : LocalDate.parse(iso).atTime(MORNING).atZone(zone).toInstant());
    }

    private Instant moment(String iso) {
        return iso.endsWith("Z")
                ? Instant.parse(iso)
                : LocalDateTime.parse(iso).atZone(zone).toInstant();
    }

    private static Optional<Duration> length(Map<String, Object> slots) {
        return slot(slots, KnownSlot.FOR).map(TermMatch::length);
    }

    private static Duration length(String iso) {
        return iso.contains("T")
                ? Duration.parse(iso)
                : Duration.ofDays(Period.parse(iso).toTotalMonths() * DAYS_OF_A_MONTH
                        + Period.parse(iso).getDays());
    }

    private static Optional<String> slot(Map<String, Object> slots, KnownSlot slot) {
        return Optional.ofNullable(slots.get(slot.text())).map(Object::toString);
    }

    private static boolean alike(Optional<Instant> one, Optional<Instant> other) {
        return one.isPresent() == other.isPresent()
                && (one.isEmpty()
                        || Duration.between(one.get(), other.get()).abs().compareTo(ALIKE) <= 0);
    }
}
