package dev.quartermaster.intents.reading.time;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * A day, or a time on it, in the asker's zone.
 *
 * @param begins where a part of the day was said, when that begins: an end is {@code time}, a start is this
 * @param dated the day was said; otherwise it is the next one that has the time ahead
 * @param guessed people mean different things by the words
 */
record Point(
        LocalDate day, @Nullable LocalTime time, @Nullable LocalDateTime begins, boolean dated, boolean guessed) {

    Point(LocalDate day, @Nullable LocalTime time) {
        this(day, time, null, true, false);
    }

    Point on(LocalDate other) {
        var first = begins == null ? null : other.atTime(begins.toLocalTime());
        return new Point(other, time, first, true, guessed);
    }

    /** Twelve hours later. */
    Point later() {
        return new Point(day, time == null ? null : time.plusHours(12), null, dated, guessed);
    }

    Point guess() {
        return new Point(day, time, begins, dated, true);
    }

    /** The same, where something starts with it. */
    Point asStart() {
        return begins == null ? this : new Point(begins.toLocalDate(), begins.toLocalTime(), null, dated, true);
    }
}
