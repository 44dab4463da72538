package dev.quartermaster.intents.intent;

import java.time.LocalDate;

/** Whole days in the organisation's time zone: from, inclusive, to, exclusive. */
public record Period(LocalDate from, LocalDate to) {
    public Period {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("A period must end after it starts: " + from + " to " + to);
        }
    }
}
