package dev.quartermaster.bot.conversation.command;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;

/** Ends of periods as instants, from the ISO dates that the grammar of times writes. */
final class PeriodEnds {
    private PeriodEnds() {}

    /** A day ends when the next one starts. @param iso a local day or moment */
    static Instant end(String iso, ZoneId zone) {
        return iso.contains("T")
                ? LocalDateTime.parse(iso).atZone(zone).toInstant()
                : LocalDate.parse(iso).plusDays(1).atStartOfDay(zone).toInstant();
    }
}
