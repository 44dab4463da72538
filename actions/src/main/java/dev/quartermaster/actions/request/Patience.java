package dev.quartermaster.actions.request;

import dev.quartermaster.actions.RequestId;
import dev.quartermaster.actions.bundle.Bundles;
import dev.quartermaster.actions.notice.Notice;
import dev.quartermaster.actions.notice.Notices;
import dev.quartermaster.actions.time.DatabaseTime;
import dev.quartermaster.intents.config.Bundle;
import dev.quartermaster.intents.policy.Rights;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reminds of waiting requests and lets them lapse, by the database's time. Each call takes one request in one
 * transaction, skipping what another replica holds, so that one that fails does not keep the others waiting.
 */
@Component
class Patience {
    private final JdbcClient jdbc;
    private final RequestStore store;
    private final Steps steps;
    private final Bundles bundles;
    private final Notices notices;
    private final DatabaseTime time;

    Patience(JdbcClient jdbc, RequestStore store, Steps steps, Bundles bundles, Notices notices, DatabaseTime time) {
        this.jdbc = jdbc;
        this.store = store;
        this.steps = steps;
        this.bundles = bundles;
        this.notices = notices;
        this.time = time;
    }

    List<RequestId> overdue() {
        return ids(
                "select id from request where state = 'waiting' and lapses_at <= qm_now() order by lapses_at limit 200");
    }

    @Transactional
    public void lapse(RequestId id) {
        store.lock(id).ifPresent(held -> {
            Request request = held.request();
            steps.take(held, Step.next(request, new Input.Lapsed(), rights(), request.judgement(), time.now()));
        });
    }

    /** After a quarter of an hour, then after twice as long each time. */
    List<RequestId> toRemind() {
        return ids("""
                select id from request where state = 'waiting' and lapses_at > qm_now()
                  and asked_at + interval '15 minutes' * power(2, reminders) <= qm_now()
                order by asked_at limit 200""");
    }

    /** However many were missed while nobody ran, one is said. */
    @Transactional
    public void remind(RequestId id) {
        int due = jdbc.sql("""
                update request
                set reminders = 1 + floor(log(2, (extract(epoch from qm_now() - asked_at) / 900)::numeric))::int
                where id = :id and state = 'waiting'
                  and asked_at + interval '15 minutes' * power(2, reminders) <= qm_now()""").param("id", id.value()).update();
        if (due == 1) {
            store.find(id)
                    .ifPresent(request ->
                            notices.say(id, Notice.Kind.REMINDER, new Sayings(rights()).stillWaits(request)));
        }
    }

    private Rights rights() {
        Bundle bundle = bundles.current();
        return new Rights(bundle.people(), bundle.catalogue());
    }

    private List<RequestId> ids(String sql) {
        return jdbc.sql(sql).query(String.class).list().stream()
                .map(RequestId::new)
                .toList();
    }
}
