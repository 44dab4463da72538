package dev.quartermaster.bot.card.request;

import dev.quartermaster.actions.lease.Lease;
import dev.quartermaster.bot.slack.text.Mrkdwn;
import dev.quartermaster.intents.catalogue.Value;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** When what runs by a schedule comes next, by the clock that it runs by. */
public final class NextRuns {
    private static final int MOST = 3;
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("EEE d MMM HH:mm", Locale.ENGLISH);

    private NextRuns() {}

    /** Empty where nothing runs by a schedule, or not now. */
    public static Mrkdwn of(@Nullable Lease lease, ZoneId zone, Instant now) {
        if (lease == null || lease.state() != Lease.State.LIVE) {
            return Mrkdwn.ours("");
        }
        return lease.plan().parameters().values().stream()
                .filter(Value.Schedule.class::isInstance)
                .map(Value.Schedule.class::cast)
                .findFirst()
                .map(schedule -> words(
                        schedule.cron().next(now.atZone(zone), lease.until().atZone(zone), MOST), zone))
                .orElseGet(() -> Mrkdwn.ours(""));
    }

    private static Mrkdwn words(List<ZonedDateTime> runs, ZoneId zone) {
        return runs.isEmpty()
                ? Mrkdwn.ours("none before its end")
                : Mrkdwn.ours(
                        runs.stream().map(WHEN::format).collect(Collectors.joining(", ")) + " (" + zone.getId() + ")");
    }
}
