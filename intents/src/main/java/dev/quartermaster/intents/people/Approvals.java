package dev.quartermaster.intents.people;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * When those who are asked for approval are reminded, passed over and left in peace.
 *
 * @param remind until the first reminder; each later one after twice as long
 * @param escalate until the next is asked (deputies, then platform leads)
 * @param quiet when nobody is reminded, in the zone of whoever would be
 * @param digest when the daily and the weekly digest are sent, on weekdays, in the zone of whoever reads them
 */
public record Approvals(Duration remind, Duration escalate, Quiet quiet, LocalTime digest) {
    public static final Approvals STANDARD = new Approvals(
            Duration.ofMinutes(15),
            Duration.ofHours(4),
            new Quiet(LocalTime.of(20, 0), LocalTime.of(7, 0)),
            LocalTime.of(9, 0));

    private static final int MOST = 30;

    public Approvals {
        if (remind.toMinutes() < 1 || escalate.toMinutes() < 1) {
            throw new IllegalArgumentException("Nobody is reminded or passed over within a minute");
        }
    }

    /** How many reminders are due by now: after {@link #remind}, twice that, four times that, and so on. */
    public int remindersDue(Instant since, Instant now) {
        int due = 0;
        while (due < MOST && !reminder(since, due).isAfter(now)) {
            due++;
        }
        return due;
    }

    /** When the one after {@code sent} reminders is due, quiet hours aside. */
    public Instant reminder(Instant since, int sent) {
        return since.plus(remind.multipliedBy(1L << Math.min(sent, MOST)));
    }

    /** From {@code from} up to, not including, {@code to}, every day; over midnight where {@code to} is the earlier one; never where both are the same. */
    public record Quiet(LocalTime from, LocalTime to) {
        public boolean at(Instant moment, ZoneId zone) {
            LocalTime time = moment.atZone(zone).toLocalTime();
            return from.isAfter(to)
                    ? !time.isBefore(from) || time.isBefore(to)
                    : !time.isBefore(from) && time.isBefore(to);
        }

        /** That moment, or the end of the quiet hours it lies in: what was due meanwhile is made up for then. */
        public Instant awake(Instant moment, ZoneId zone) {
            if (!at(moment, zone)) {
                return moment;
            }
            ZonedDateTime local = moment.atZone(zone);
            ZonedDateTime end = local.with(to);
            return (end.isAfter(local) ? end : local.plusDays(1).with(to)).toInstant();
        }
    }
}
