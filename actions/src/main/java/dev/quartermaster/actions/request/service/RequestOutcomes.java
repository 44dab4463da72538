package dev.quartermaster.actions.request.service;

import dev.quartermaster.actions.RequestId;
import dev.quartermaster.actions.presence.RightsNow;
import dev.quartermaster.actions.request.Outcomes;
import dev.quartermaster.actions.request.Request;
import dev.quartermaster.actions.request.law.Input;
import dev.quartermaster.actions.request.law.Input.Outcome;
import dev.quartermaster.actions.request.law.Transition;
import dev.quartermaster.actions.request.store.RequestStore;
import dev.quartermaster.actions.request.store.RequestStore.Held;
import dev.quartermaster.actions.time.DatabaseTime;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What became of a request, under the same law and lock as what is decided about it. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class RequestOutcomes implements Outcomes {
    private final RequestStore store;
    private final RightsNow rights;
    private final DatabaseTime time;
    private final TransitionRecorder record;

    RequestOutcomes(RequestStore store, RightsNow rights, DatabaseTime time, TransitionRecorder record) {
        this.store = store;
        this.rights = rights;
        this.time = time;
        this.record = record;
    }

    @Override
    public void hold(RequestId request) {
        store.hold(request);
    }

    @Override
    public void progress(RequestId request, String words) {
        Held held = held(request);
        if (!held.progress().equals(words)) {
            told(held, Outcome.PROGRESS, words);
            store.progress(request, words);
        }
    }

    @Override
    public void handedOver(RequestId request, String words) {
        told(held(request), Outcome.HANDED_OVER, words);
    }

    @Override
    public void interrupted(RequestId request, String words) {
        told(held(request), Outcome.INTERRUPTED, words);
        store.progress(request, words);
    }

    @Override
    public void endingSoon(RequestId request, String words) {
        told(held(request), Outcome.ENDING_SOON, words);
    }

    @Override
    public void ended(RequestId request, String words) {
        told(held(request), Outcome.ENDED, words);
    }

    @Override
    public void failed(RequestId request, String words) {
        told(held(request), Outcome.FAILED, words);
    }

    private Held held(RequestId request) {
        return store.lock(request).orElseThrow(() -> new IllegalArgumentException("No such request: " + request));
    }

    private void told(Held held, Outcome outcome, String words) {
        Request request = held.request();
        Transition step = Transition.next(
                request, new Input.Told(outcome, words), rights.shown(), request.judgement(), time.now());
        record.move(held, step);
        if (step.after().state().terminal() && request.extending() == null) {
            store.endExtensions(request.lease());
        }
    }
}
