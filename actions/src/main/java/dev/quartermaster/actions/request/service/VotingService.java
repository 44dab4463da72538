package dev.quartermaster.actions.request.service;

import dev.quartermaster.actions.RequestId;
import dev.quartermaster.actions.bundle.Bundles;
import dev.quartermaster.actions.presence.RightsNow;
import dev.quartermaster.actions.request.HandOver;
import dev.quartermaster.actions.request.Less;
import dev.quartermaster.actions.request.Request;
import dev.quartermaster.actions.request.RequestService.Answer;
import dev.quartermaster.actions.request.State;
import dev.quartermaster.actions.request.law.Input;
import dev.quartermaster.actions.request.law.Transition;
import dev.quartermaster.actions.request.store.RequestStore;
import dev.quartermaster.actions.request.store.RequestStore.Held;
import dev.quartermaster.actions.time.DatabaseTime;
import dev.quartermaster.intents.intent.Intent.Decide.Choice;
import dev.quartermaster.intents.people.PeopleSource;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.policy.Judgement;
import dev.quartermaster.intents.policy.Rights;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Yes, no, and yes to less: under the request's lock, by the people of this moment. Joins the desk's transaction. */
@Component
public class VotingService {
    /** The first attempt may meet a promise made meanwhile; the second judges under the lock. */
    private static final int ATTEMPTS = 3;

    private final RequestStore store;
    private final RequestEvaluator wishes;
    private final TransitionService steps;
    private final HandOver handOver;
    private final RightsNow rightsNow;
    private final Bundles bundles;
    private final DatabaseTime time;

    VotingService(
            RequestStore store,
            RequestEvaluator wishes,
            TransitionService steps,
            HandOver handOver,
            RightsNow rightsNow,
            Bundles bundles,
            DatabaseTime time) {
        this.store = store;
        this.wishes = wishes;
        this.steps = steps;
        this.handOver = handOver;
        this.rightsNow = rightsNow;
        this.bundles = bundles;
        this.time = time;
    }

    Answer decide(RequestId id, Input.Decided decided) {
        return onHeld(id, held -> {
            Request request = held.request();
            boolean judged = decided.choice() == Choice.APPROVE && request.state() == State.WAITING;
            return taken(held, decided, now -> judged ? wishes.again(request, now) : request.judgement());
        });
    }

    Answer lessen(RequestId id, PersonId by, Less less, String digest, String reason) {
        return onHeld(id, held -> {
            Request request = held.request();
            boolean judged = request.state() == State.WAITING;
            Instant now = time.now();
            Judgement lesser = judged ? wishes.again(request, less, now) : request.judgement();
            return taken(
                    held,
                    new Input.Lessened(by, digest, reason, summary(request, lesser)),
                    then -> judged ? wishes.again(request, less, then) : lesser);
        });
    }

    /** Why a yes to less would not be taken; empty when it would. Changes nothing. */
    Optional<String> hindrance(RequestId id, PersonId by, Less less, String digest) {
        Optional<Request> found = store.find(id);
        if (found.isEmpty()) {
            return Optional.of(missing(id));
        }
        try {
            Request request = found.get();
            Instant now = time.now();
            Judgement lesser =
                    request.state() == State.WAITING ? wishes.again(request, less, now) : request.judgement();
            Input input = new Input.Lessened(by, digest, "", summary(request, lesser));
            return switch (Transition.next(request, input, rights(), lesser, now)
                    .reply()) {
                case Transition.Reply.Done done -> Optional.empty();
                case Transition.Reply.Declined(var words) -> Optional.of(words);
                case Transition.Reply.Stale(var words) -> Optional.of(words);
            };
        } catch (PeopleSource.Broken broken) {
            return Optional.of(String.valueOf(broken.getMessage()));
        }
    }

    /** Whether the place that the rest would join is on its way out; the request hears of it in a moment. */
    private boolean gone(Request request) {
        return request.state() == State.WAITING
                && !request.opened().isEmpty()
                && handOver.running(request.lease())
                        .filter(HandOver.Running::open)
                        .isEmpty();
    }

    private interface Judging {
        Judgement at(Instant now);
    }

    private Answer taken(Held held, Input input, Judging judging) throws PeopleSource.Broken {
        Rights rights = rights();
        store.lock(held.request().team());
        handOver.lock(held.request().lease());
        if (gone(held.request())) {
            return new Answer.Declined("What was handed over of it has ended, so there is nothing to decide any more.");
        }
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Instant now = time.now();
            Transition step = Transition.next(held.request(), input, rights, judging.at(now), now);
            if (steps.take(held, step)) {
                return TransactionalRequestService.answer(step);
            }
        }
        return new Answer.Declined(TransactionalRequestService.BUSY);
    }

    private interface OnHeld {
        Answer act(Held held) throws PeopleSource.Broken;
    }

    private Answer onHeld(RequestId request, OnHeld work) {
        Optional<Held> held = store.lock(request);
        if (held.isEmpty()) {
            return new Answer.Declined(missing(request));
        }
        try {
            return work.act(held.get());
        } catch (PeopleSource.Broken broken) {
            return new Answer.Declined(String.valueOf(broken.getMessage()));
        }
    }

    /** Read at the click: nobody decides while the source of people is broken. */
    private Rights rights() throws PeopleSource.Broken {
        return rightsNow.read();
    }

    private String summary(Request request, Judgement lesser) {
        return new Summary(bundles.current().catalogue()).of(lesser, request.extending() != null, request.resizing());
    }

    public static String missing(RequestId request) {
        return "There is no " + request + ". /qm list shows what there is.";
    }
}
