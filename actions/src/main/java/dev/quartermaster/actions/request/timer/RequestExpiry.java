package dev.quartermaster.actions.request.timer;

import dev.quartermaster.actions.RequestId;
import dev.quartermaster.actions.presence.RightsNow;
import dev.quartermaster.actions.request.Request;
import dev.quartermaster.actions.request.law.Input;
import dev.quartermaster.actions.request.law.Transition;
import dev.quartermaster.actions.request.service.TransitionService;
import dev.quartermaster.actions.request.store.RequestRepository;
import dev.quartermaster.actions.request.store.RequestStore;
import dev.quartermaster.actions.time.DatabaseTime;
import java.util.List;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets waiting requests lapse, by the database's time. Each call takes one request in one transaction, so that one that
 * fails does not keep the others waiting.
 */
@Component
class RequestExpiry {
    private static final int MANY = 200;

    private final RequestRepository requests;
    private final RequestStore store;
    private final TransitionService steps;
    private final RightsNow rights;
    private final DatabaseTime time;

    RequestExpiry(
            RequestRepository requests,
            RequestStore store,
            TransitionService steps,
            RightsNow rights,
            DatabaseTime time) {
        this.requests = requests;
        this.store = store;
        this.steps = steps;
        this.rights = rights;
        this.time = time;
    }

    List<RequestId> overdue() {
        return requests.overdue(Limit.of(MANY)).stream().map(RequestId::new).toList();
    }

    @Transactional
    public void lapse(RequestId id) {
        store.lock(id).ifPresent(held -> {
            Request request = held.request();
            steps.take(
                    held,
                    Transition.next(request, new Input.Lapsed(), rights.shown(), request.judgement(), time.now()));
        });
    }
}
