package dev.quartermaster.actions.request.service;

import dev.quartermaster.actions.bundle.Bundles;
import dev.quartermaster.actions.request.HandOver;
import dev.quartermaster.actions.request.Request;
import dev.quartermaster.actions.request.store.RequestStore;
import dev.quartermaster.intents.intent.Target;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.plan.LeaseId;
import dev.quartermaster.intents.policy.PersonRights;
import org.springframework.stereotype.Component;

/** Finds what runs for whoever wants it longer or in another size; where it cannot be so, says why and what to do. */
@Component
class RunningLeases {
    /** What is to be done with it. */
    enum Change {
        EXTEND("extend", "extended", "1d` for another day"),
        RESIZE("resize", "changed", "--cpu 4`");

        private final String verb;
        private final String done;
        private final String example;

        /** @param done as in "it cannot be …". @param example of the command, after the id */
        Change(String verb, String done, String example) {
            this.verb = verb;
            this.done = done;
            this.example = example;
        }
    }

    private final Bundles bundles;
    private final HandOver handOver;
    private final RequestStore store;
    private final RequestVisibility sight;

    RunningLeases(Bundles bundles, HandOver handOver, RequestStore store, RequestVisibility sight) {
        this.bundles = bundles;
        this.handOver = handOver;
        this.store = store;
        this.sight = sight;
    }

    /** Which one a command names. */
    static LeaseId named(Target target) throws RequestDraft.Impossible {
        if (target instanceof Target.Id(String id) && id.matches(LeaseId.PATTERN)) {
            return new LeaseId(id);
        }
        throw new RequestDraft.Impossible("Which one? Say its id: /qm extend lease-… 2d. /qm list shows the ids.");
    }

    HandOver.Running running(LeaseId lease, PersonId by, Change change) throws RequestDraft.Impossible {
        HandOver.Running running = handOver.running(lease)
                .orElseThrow(() -> new RequestDraft.Impossible(TransactionalRequestService.missing(lease)));
        if (!new PersonRights(bundles.current().people()).mayAskFor(by, running.owner())) {
            if (store.find(running.request())
                    .filter(each -> sight.sees(each, by))
                    .isEmpty()) {
                throw new RequestDraft.Impossible(TransactionalRequestService.missing(lease));
            }
            String owner = bundles.current().people().name(running.owner());
            throw new RequestDraft.Impossible("Only " + owner + " can " + change.verb + " it, with `/qm " + change.verb
                    + " " + lease + " " + change.example + ".");
        }
        if (!running.open()) {
            throw new RequestDraft.Impossible(
                    "It has ended already, so it cannot be " + change.done + ". Ask for a new one.");
        }
        if (running.from() == null) {
            throw new RequestDraft.Impossible(
                    change == Change.EXTEND
                            ? "It is not handed over yet. Its time starts when it is; extend it then."
                            : "It is not handed over yet. Change its size when it is, or withdraw it and ask anew.");
        }
        return running;
    }

    /** The request that it was handed over for. */
    Request original(LeaseId lease, HandOver.Running running) throws RequestDraft.Impossible {
        return store.find(running.request())
                .orElseThrow(
                        () -> new RequestDraft.Impossible("There is no record of how " + lease + " was asked for."));
    }
}
