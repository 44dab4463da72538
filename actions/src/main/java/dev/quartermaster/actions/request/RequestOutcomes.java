package dev.quartermaster.actions.request;

import dev.quartermaster.actions.RequestId;
import dev.quartermaster.actions.bundle.Bundles;
import dev.quartermaster.actions.request.Input.Outcome;
import dev.quartermaster.actions.request.RequestStore.Held;
import dev.quartermaster.actions.time.DatabaseTime;
import dev.quartermaster.intents.config.Bundle;
import dev.quartermaster.intents.policy.Rights;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What became of a request, under the same law and lock as what is decided about it. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class RequestOutcomes implements Outcomes {
    private final RequestStore store;
    private final Bundles bundles;
    private final DatabaseTime time;
    private final StepRecord record;

    RequestOutcomes(RequestStore store, Bundles bundles, DatabaseTime time, StepRecord record) {
        this.store = store;
        this.bundles = bundles;
        this.time = time;
        this.record = record;
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
        Bundle bundle = bundles.current();
        Rights rights = new Rights(bundle.people(), bundle.catalogue());
        Request request = held.request();
        Step step = Step.next(request, new Input.Told(outcome, words), rights, request.judgement(), time.now());
        record.move(held, step);
        if (step.after().state().terminal()) {
            store.endExtensions(request.lease());
        }
    }
}
