package dev.quartermaster.actions.request.service;

import dev.quartermaster.actions.RequestId;
import dev.quartermaster.actions.audit.Audit;
import dev.quartermaster.actions.bundle.Bundles;
import dev.quartermaster.actions.presence.RightsNow;
import dev.quartermaster.actions.request.HandOver;
import dev.quartermaster.actions.request.Less;
import dev.quartermaster.actions.request.OriginalWords;
import dev.quartermaster.actions.request.Request;
import dev.quartermaster.actions.request.RequestService;
import dev.quartermaster.actions.request.Resizing;
import dev.quartermaster.actions.request.law.Input;
import dev.quartermaster.actions.request.law.Transition;
import dev.quartermaster.actions.request.store.RequestStore;
import dev.quartermaster.actions.request.store.RequestStore.Held;
import dev.quartermaster.actions.time.DatabaseTime;
import dev.quartermaster.intents.intent.Intent;
import dev.quartermaster.intents.intent.Intent.Decide.Choice;
import dev.quartermaster.intents.people.People;
import dev.quartermaster.intents.people.PeopleSource;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.people.TeamId;
import dev.quartermaster.intents.plan.LeaseId;
import dev.quartermaster.intents.policy.Judgement;
import dev.quartermaster.intents.policy.PersonRights;
import dev.quartermaster.intents.policy.Rights;
import dev.quartermaster.intents.reading.EventKey;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The desk over its tables: locks, judges, asks the law, takes the step. */
@Service
@Transactional
class TransactionalRequestService implements RequestService {
    /** No list that a person reads is longer. */
    private static final int MANY = 500;

    static final String BUSY = "The team's budget is changing right now. Try again in a moment.";

    private final RequestStore store;
    private final RequestEvaluator wishes;
    private final TransitionService steps;
    private final FilingService filing;
    private final VotingService voting;
    private final RequestVisibility sight;
    private final HandOver handOver;
    private final Bundles bundles;
    private final RightsNow rightsNow;
    private final Audit audit;
    private final DatabaseTime time;

    TransactionalRequestService(
            RequestStore store,
            RequestEvaluator wishes,
            TransitionService steps,
            FilingService filing,
            VotingService voting,
            RequestVisibility sight,
            HandOver handOver,
            Bundles bundles,
            RightsNow rightsNow,
            Audit audit,
            DatabaseTime time) {
        this.store = store;
        this.wishes = wishes;
        this.steps = steps;
        this.filing = filing;
        this.voting = voting;
        this.sight = sight;
        this.handOver = handOver;
        this.bundles = bundles;
        this.rightsNow = rightsNow;
        this.audit = audit;
        this.time = time;
    }

    @Override
    public Judgement preview(PersonId by, Intent intent) {
        try {
            return wishes.judge(wishes.of(by, intent, RequestId.random().lease()), time.now());
        } catch (RequestDraft.Impossible impossible) {
            return wishes.refused(intent, impossible.words());
        }
    }

    @Override
    public Optional<Resizing> resizing(PersonId by, Intent intent) {
        try {
            RequestDraft wish = wishes.of(by, intent, RequestId.random().lease());
            return wishes.resizing(wish, wishes.judge(wish, time.now()));
        } catch (RequestDraft.Impossible impossible) {
            return Optional.empty();
        }
    }

    @Override
    public Answer submit(PersonId by, Intent intent, EventKey key, String words) {
        return submit(by, intent, key, OriginalWords.plainly(words));
    }

    @Override
    public Answer submit(PersonId by, Intent intent, EventKey key, OriginalWords said) {
        return filing.submit(by, intent, key, said);
    }

    @Override
    public Answer replace(RequestId before, PersonId by, Intent intent, EventKey key, OriginalWords said) {
        return filing.replace(before, by, intent, key, said);
    }

    @Override
    public Answer decide(RequestId request, PersonId by, Choice choice, String digest, String reason) {
        return voting.decide(request, new Input.Decided(by, choice, digest, reason));
    }

    @Override
    public Answer lessen(RequestId request, PersonId by, Less less, String digest, String reason) {
        return voting.lessen(request, by, less, digest, reason);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<String> hindrance(RequestId request, PersonId by, Less less, String digest) {
        return voting.hindrance(request, by, less, digest);
    }

    @Override
    public Answer withdraw(RequestId request, PersonId by) {
        Optional<Held> held = store.lock(request);
        if (held.isEmpty()) {
            return new Answer.Declined(VotingService.missing(request));
        }
        try {
            Request waiting = held.get().request();
            boolean own = waiting.askers().contains(by);
            Rights rights = rights(own ? bundles.current().people() : bundles.read());
            Transition step =
                    Transition.next(waiting, new Input.Withdrawn(by), rights, waiting.judgement(), time.now());
            steps.take(held.get(), step);
            return sight.sees(waiting, by) ? answer(step) : new Answer.Declined(VotingService.missing(request));
        } catch (PeopleSource.Broken broken) {
            return new Answer.Declined(String.valueOf(broken.getMessage()));
        }
    }

    @Override
    public Answer stop(LeaseId lease, PersonId by) {
        Optional<HandOver.Running> running = handOver.running(lease);
        if (running.isEmpty()) {
            return new Answer.Declined(missing(lease));
        }
        try {
            return stop(lease, running.get(), by);
        } catch (PeopleSource.Broken broken) {
            return new Answer.Declined(String.valueOf(broken.getMessage()));
        }
    }

    private Answer stop(LeaseId lease, HandOver.Running running, PersonId by) throws PeopleSource.Broken {
        String chain = running.request().value();
        People people = peopleFor(by, running.owner());
        store.hold(running.request());
        Optional<Request> request = store.lock(running.request()).map(Held::request);
        boolean asked = request.filter(each -> each.askers().contains(by)).isPresent();
        if (!asked && !new PersonRights(people).mayStop(by, running.owner())) {
            audit.record(chain, by, "stop-refused", Map.of("lease", lease.value()));
            return new Answer.Declined(
                    request.filter(each -> sight.sees(each, by)).isEmpty()
                            ? missing(lease)
                            : "Only " + people.name(running.owner())
                                    + ", their manager or a platform lead can stop it.");
        }
        if (!running.open()) {
            return new Answer.Declined("It has ended already.");
        }
        handOver.end(lease, by, "Stopped by " + people.name(by) + ".");
        audit.record(chain, by, "stopped", Map.of("lease", lease.value()));
        return request.<Answer>map(Answer.Done::new)
                .orElseGet(() -> new Answer.Declined("There is no record of how it was asked for."));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Request> find(RequestId request) {
        return store.find(request);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Request> find(Collection<RequestId> requests) {
        return store.find(requests);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Request> find(RequestId request, PersonId viewer) {
        return store.find(request).filter(found -> sight.sees(found, viewer));
    }

    @Override
    @Transactional(readOnly = true)
    public List<Request> visibleTo(PersonId person, int limit) {
        return sight.visibleTo(person, limit);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Request> askedBy(PersonId person, int limit) {
        return store.askedBy(person, limit);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Request> stillWaiting(PersonId by) {
        return store.waiting(by, MANY);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Request> stillWaiting(TeamId team) {
        return store.waiting(team, MANY);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Request> waitingFor(PersonId person) {
        return sight.waitingFor(person);
    }

    /** What is one's own may be ended even while the source of people is broken. */
    private People peopleFor(PersonId by, PersonId owner) throws PeopleSource.Broken {
        return by.equals(owner) ? bundles.current().people() : bundles.read();
    }

    private Rights rights(People people) {
        return rightsNow.of(people);
    }

    /** To a stranger the same: an id that is guessed tells nothing. */
    static String missing(LeaseId lease) {
        return "There is no " + lease + ". /qm list shows what there is.";
    }

    static Answer answer(Transition step) {
        return switch (step.reply()) {
            case Transition.Reply.Done done -> new Answer.Done(step.after());
            case Transition.Reply.Declined(var words) -> new Answer.Declined(words);
            case Transition.Reply.Stale(var words) -> new Answer.Stale(step.after(), words);
        };
    }
}
