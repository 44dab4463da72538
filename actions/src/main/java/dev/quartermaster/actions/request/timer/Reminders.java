package dev.quartermaster.actions.request.timer;

import dev.quartermaster.actions.audit.Audit;
import dev.quartermaster.actions.bundle.Bundles;
import dev.quartermaster.actions.notice.Notice;
import dev.quartermaster.actions.notice.Notices;
import dev.quartermaster.actions.presence.Absence;
import dev.quartermaster.actions.presence.Absences;
import dev.quartermaster.actions.presence.RightsNow;
import dev.quartermaster.actions.presence.Zones;
import dev.quartermaster.actions.request.Request;
import dev.quartermaster.actions.request.State;
import dev.quartermaster.actions.request.law.RequestMessages;
import dev.quartermaster.actions.request.service.ApproverRouting;
import dev.quartermaster.actions.request.service.PingService;
import dev.quartermaster.actions.request.store.PingQueries;
import dev.quartermaster.actions.request.store.PingQueries.Due;
import dev.quartermaster.actions.request.store.PingQueries.Ping;
import dev.quartermaster.actions.request.store.RequestStore;
import dev.quartermaster.actions.time.DatabaseTime;
import dev.quartermaster.intents.people.Approvals;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reminds each person who was asked and has not answered: after a quarter of an hour, then after twice as long each
 * time; not while they sleep or are away, but once afterwards, however many were due meanwhile. What was reminded, and
 * when it is due next, commit together: killed anywhere, it is said once.
 */
@Component
class Reminders {
    private final PingQueries queue;
    private final RequestStore store;
    private final PingService pings;
    private final Absences absences;
    private final RightsNow rights;
    private final Zones zones;
    private final Bundles bundles;
    private final OriginalWords said;

    Reminders(
            PingQueries queue,
            RequestStore store,
            PingService pings,
            Absences absences,
            RightsNow rights,
            Zones zones,
            Bundles bundles,
            OriginalWords said) {
        this.queue = queue;
        this.store = store;
        this.pings = pings;
        this.absences = absences;
        this.rights = rights;
        this.zones = zones;
        this.bundles = bundles;
        this.said = said;
    }

    /** What a reminder leaves behind. */
    @Component
    record OriginalWords(Notices notices, Audit audit, DatabaseTime time) {}

    List<Due> due() {
        return queue.due();
    }

    /** Nothing when another replica was quicker. */
    @Transactional
    public void remind(Due due) {
        Optional<Ping> ping = queue.hold(due);
        Optional<Request> request = store.find(due.request());
        if (ping.isEmpty() || request.isEmpty() || request.get().state() != State.WAITING) {
            return;
        }
        if (!pings.turn().of(request.get(), ApproverRouting.DEPUTIES).contains(due.person())) {
            queue.next(due, ping.get().reminders(), null);
            return;
        }
        Approvals patience = bundles.current().organisation().approvals();
        ZoneId zone = zones.of(due.person());
        Instant now = said.time().now();
        Instant there = absences.of(due.person()).map(Absence::until).orElse(now);
        Instant awake = patience.quiet().awake(there, zone);
        if (awake.isAfter(now)) {
            queue.next(due, ping.get().reminders(), awake);
            return;
        }
        int reminders = Math.max(
                ping.get().reminders() + 1, patience.remindersDue(ping.get().since(), now));
        queue.next(
                due,
                reminders,
                patience.quiet().awake(patience.reminder(ping.get().since(), reminders), zone));
        String words = new RequestMessages(rights.shown()).stillWaits(request.get());
        said.notices().say(due.request(), Notice.Kind.REMINDER, words, due.person());
        said.audit()
                .record(
                        due.request().value(),
                        null,
                        "reminded",
                        Map.of("person", due.person().value(), "number", reminders));
    }
}
