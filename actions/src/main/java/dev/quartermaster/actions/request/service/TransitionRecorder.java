package dev.quartermaster.actions.request.service;

import dev.quartermaster.actions.audit.Audit;
import dev.quartermaster.actions.notice.Notices;
import dev.quartermaster.actions.request.Pings;
import dev.quartermaster.actions.request.Request;
import dev.quartermaster.actions.request.law.Effect;
import dev.quartermaster.actions.request.law.Transition;
import dev.quartermaster.actions.request.store.RequestStore;
import dev.quartermaster.actions.request.store.RequestStore.Held;
import dev.quartermaster.intents.reading.EventKey;
import org.springframework.stereotype.Component;

/** Writes down what a step says: the row, the facts, what people hear. Knows nobody who makes anything. */
@Component
class TransitionRecorder {
    private final RequestStore store;
    private final Audit audit;
    private final Notices notices;
    private final Pings pings;

    TransitionRecorder(RequestStore store, Audit audit, Notices notices, Pings pings) {
        this.store = store;
        this.audit = audit;
        this.notices = notices;
        this.pings = pings;
    }

    void file(Transition step, EventKey key) {
        store.insert(step.after(), key);
        tell(step);
    }

    void move(Held held, Transition step) {
        if (!step.after().equals(held.request())) {
            store.move(held, step.after());
        }
        tell(step);
    }

    private void tell(Transition step) {
        Request request = step.after();
        step.facts().forEach(fact -> audit.record(request.id().value(), fact.by(), fact.what(), fact.detail()));
        if (step.effects().stream().anyMatch(Effect.Say.class::isInstance)) {
            // Whose turn it is changes with what is said: a stage opens, or what is asked is another thing.
            pings.ask(request);
        }
        for (Effect effect : step.effects()) {
            if (effect instanceof Effect.Say(var kind, var words)) {
                notices.say(request.id(), kind, words);
            }
        }
    }
}
