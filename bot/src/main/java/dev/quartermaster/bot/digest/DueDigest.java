package dev.quartermaster.bot.digest;

import dev.quartermaster.intents.people.Approvals;
import dev.quartermaster.intents.people.PersonId;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.Set;

/** One digest to be sent: to whom, daily or weekly, and for which day in their time zone. */
record DueDigest(PersonId person, Kind kind, LocalDate day) {
    enum Kind {
        DAILY,
        WEEKLY;

        String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** Which are due at a moment: from the hour of digests on, on weekdays; the weekly one on Mondays. Not in quiet hours. */
    static Set<Kind> at(Instant now, ZoneId zone, Approvals patience) {
        ZonedDateTime local = now.atZone(zone);
        DayOfWeek day = local.getDayOfWeek();
        boolean weekend = day == DayOfWeek.SATURDAY || day == DayOfWeek.SUNDAY;
        if (weekend
                || local.toLocalTime().isBefore(patience.digest())
                || patience.quiet().at(now, zone)) {
            return EnumSet.noneOf(Kind.class);
        }
        return day == DayOfWeek.MONDAY ? EnumSet.allOf(Kind.class) : EnumSet.of(Kind.DAILY);
    }

    String key() {
        return "digest:" + kind.word() + ":" + person + ":" + day;
    }
}
