package dev.quartermaster.actions.request;

import dev.quartermaster.actions.RequestId;
import dev.quartermaster.actions.presence.RightsNow;
import dev.quartermaster.actions.time.DatabaseTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets waiting requests lapse, by the database's time. Each call takes one request in one transaction, so that one that
 * fails does not keep the others waiting.
 */
@Component
class Patience {
    private final JdbcClient jdbc;
    private final RequestStore store;
    private final Steps steps;
    private final RightsNow rights;
    private final DatabaseTime time;

    Patience(JdbcClient jdbc, RequestStore store, Steps steps, RightsNow rights, DatabaseTime time) {
        this.jdbc = jdbc;
        this.store = store;
        this.steps = steps;
        this.rights = rights;
        this.time = time;
    }

    List<RequestId> overdue() {
        return jdbc
                .sql(
                        "select id from request where state = 'waiting' and lapses_at <= qm_now() order by lapses_at limit 200")
                .query(String.class)
                .list()
                .stream()
                .map(RequestId::new)
                .toList();
    }

    @Transactional
    public void lapse(RequestId id) {
        store.lock(id).ifPresent(held -> {
            Request request = held.request();
            steps.take(held, Step.next(request, new Input.Lapsed(), rights.shown(), request.judgement(), time.now()));
        });
    }
}
