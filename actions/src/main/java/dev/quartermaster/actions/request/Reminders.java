package dev.quartermaster.actions.request;

import dev.quartermaster.actions.RequestId;
import dev.quartermaster.actions.audit.Audit;
import dev.quartermaster.actions.bundle.Bundles;
import dev.quartermaster.actions.notice.Notice;
import dev.quartermaster.actions.notice.Notices;
import dev.quartermaster.actions.presence.Absence;
import dev.quartermaster.actions.presence.Absences;
import dev.quartermaster.actions.presence.RightsNow;
import dev.quartermaster.actions.presence.Zones;
import dev.quartermaster.actions.time.DatabaseTime;
import dev.quartermaster.intents.people.Approvals;
import dev.quartermaster.intents.people.PersonId;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reminds each person who was asked and has not answered: after a quarter of an hour, then after twice as long each
 * time; not while they sleep or are away, but once afterwards, however many were due meanwhile. What was reminded, and
 * when it is due next, commit together: killed anywhere, it is said once.
 */
@Component
class Reminders {
    private final JdbcClient jdbc;
    private final RequestStore store;
    private final SqlPings pings;
    private final Absences absences;
    private final RightsNow rights;
    private final Zones zones;
    private final Bundles bundles;
    private final Said said;

    Reminders(
            JdbcClient jdbc,
            RequestStore store,
            SqlPings pings,
            Absences absences,
            RightsNow rights,
            Zones zones,
            Bundles bundles,
            Said said) {
        this.jdbc = jdbc;
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
    record Said(Notices notices, Audit audit, DatabaseTime time) {}

    /** One person's reminder of one request. */
    record Due(RequestId request, PersonId person) {}

    private record Ping(Instant since, int reminders) {}

    List<Due> due() {
        return jdbc.sql("""
                select p.request, p.person from ping p join request r on r.id = p.request
                where p.remind_at <= qm_now() and r.state = 'waiting' and r.lapses_at > qm_now()
                order by p.remind_at limit 200""")
                .query((row, index) ->
                        new Due(new RequestId(row.getString("request")), new PersonId(row.getString("person"))))
                .list();
    }

    /** Nothing when another replica was quicker. */
    @Transactional
    public void remind(Due due) {
        Optional<Ping> ping = held(due);
        Optional<Request> request = store.find(due.request());
        if (ping.isEmpty() || request.isEmpty() || request.get().state() != State.WAITING) {
            return;
        }
        if (!pings.turn().of(request.get(), Turn.DEPUTIES).contains(due.person())) {
            next(due, ping.get().reminders(), null);
            return;
        }
        Approvals patience = bundles.current().organisation().approvals();
        ZoneId zone = zones.of(due.person());
        Instant now = said.time().now();
        Instant there = absences.of(due.person()).map(Absence::until).orElse(now);
        Instant awake = patience.quiet().awake(there, zone);
        if (awake.isAfter(now)) {
            next(due, ping.get().reminders(), awake);
            return;
        }
        int reminders = Math.max(
                ping.get().reminders() + 1, patience.remindersDue(ping.get().since(), now));
        next(due, reminders, patience.quiet().awake(patience.reminder(ping.get().since(), reminders), zone));
        String words = new Sayings(rights.shown()).stillWaits(request.get());
        said.notices().say(due.request(), Notice.Kind.REMINDER, words, due.person());
        said.audit()
                .record(
                        due.request().value(),
                        null,
                        "reminded",
                        Map.of("person", due.person().value(), "number", reminders));
    }

    private Optional<Ping> held(Due due) {
        return jdbc.sql("""
                select since, reminders from ping
                where request = :request and person = :person and remind_at <= qm_now() for update skip locked""")
                .param("request", due.request().value())
                .param("person", due.person().value())
                .query((row, index) ->
                        new Ping(row.getObject("since", OffsetDateTime.class).toInstant(), row.getInt("reminders")))
                .optional();
    }

    private void next(Due due, int reminders, @Nullable Instant at) {
        jdbc.sql("""
                update ping set reminders = :reminders, remind_at = :at
                where request = :request and person = :person""")
                .param("reminders", reminders)
                .param("at", at == null ? null : Timestamp.from(at))
                .param("request", due.request().value())
                .param("person", due.person().value())
                .update();
    }
}
