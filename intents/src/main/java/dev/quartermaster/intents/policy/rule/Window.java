package dev.quartermaster.intents.policy.rule;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Set;

/** A named stretch of time that rules can speak of: quiet hours, a change freeze. In the organisation's time zone. */
sealed interface Window {
    boolean holds(ZonedDateTime at);

    /**
     * Every week. Where {@code to} is not after {@code from} it runs into the next day and belongs to the one it starts on.
     *
     * @param from inclusive. @param to exclusive; the same as {@code from} for whole days
     */
    record Weekly(Set<DayOfWeek> days, LocalTime from, LocalTime to) implements Window {
        public Weekly {
            days = Set.copyOf(days);
        }

        @Override
        public boolean holds(ZonedDateTime at) {
            LocalTime time = at.toLocalTime();
            boolean today = days.contains(at.getDayOfWeek());
            if (from.isBefore(to)) {
                return today && !time.isBefore(from) && time.isBefore(to);
            }
            boolean sinceYesterday = days.contains(at.getDayOfWeek().minus(1)) && time.isBefore(to);
            return sinceYesterday || (today && !time.isBefore(from));
        }
    }

    /** Once. @param last inclusive, to its end */
    record Dates(LocalDate first, LocalDate last) implements Window {
        @Override
        public boolean holds(ZonedDateTime at) {
            LocalDate day = at.toLocalDate();
            return !day.isBefore(first) && !day.isAfter(last);
        }
    }
}
