package dev.quartermaster.actions.request.timer;

import dev.quartermaster.actions.RequestId;
import dev.quartermaster.actions.audit.Audit;
import dev.quartermaster.actions.bundle.Bundles;
import dev.quartermaster.actions.notice.Notice;
import dev.quartermaster.actions.notice.Notices;
import dev.quartermaster.actions.presence.Zones;
import dev.quartermaster.actions.request.Request;
import dev.quartermaster.actions.request.State;
import dev.quartermaster.actions.request.law.RequestMessages;
import dev.quartermaster.actions.request.service.ApproverRouting;
import dev.quartermaster.actions.request.service.PingService;
import dev.quartermaster.actions.request.store.PingQueries;
import dev.quartermaster.actions.request.store.RequestRepository;
import dev.quartermaster.actions.request.store.RequestStore;
import dev.quartermaster.actions.time.DatabaseTime;
import dev.quartermaster.intents.people.Approvals;
import dev.quartermaster.intents.people.PersonId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Passes a request on to the next when nobody answers: to those who may decide as well, then to the platform leads, who
 * hear of it and get no right by it. Not while all of the next are asleep; once one of them is awake.
 */
@Component
class Escalation {
    /** Looked at again by then where there is nothing to do now; a stage that opens later is thereby seen. */
    private static final Duration LATER = Duration.ofHours(1);

    private final PingQueries asked;
    private final RequestRepository requests;
    private final RequestStore store;
    private final PingService pings;
    private final Zones zones;
    private final Bundles bundles;
    private final Notices notices;
    private final Audit audit;
    private final DatabaseTime time;

    Escalation(
            PingQueries asked,
            RequestRepository requests,
            RequestStore store,
            PingService pings,
            Zones zones,
            Bundles bundles,
            Notices notices,
            Audit audit,
            DatabaseTime time) {
        this.asked = asked;
        this.requests = requests;
        this.store = store;
        this.pings = pings;
        this.zones = zones;
        this.bundles = bundles;
        this.notices = notices;
        this.audit = audit;
        this.time = time;
    }

    List<RequestId> due() {
        return requests.unanswered(patience().escalate().toSeconds()).stream()
                .map(RequestId::new)
                .toList();
    }

    @Transactional
    public void escalate(RequestId id) {
        Optional<Request> waiting =
                store.lock(id).map(RequestStore.Held::request).filter(request -> request.state() == State.WAITING);
        if (waiting.isPresent() && due().contains(id)) {
            escalate(waiting.get());
        }
    }

    private void escalate(Request request) {
        Instant now = time.now();
        // Whoever was asked last has as long as everybody.
        Instant since = asked.last(request.id(), request.at()).plus(patience().escalate());
        if (!ApproverRouting.personal(request)) {
            // A digest is not hurried.
            again(request, now.plus(LATER));
        } else if (since.isAfter(now)) {
            again(request, since);
        } else {
            passOn(request, now);
        }
    }

    private void passOn(Request request, Instant now) {
        ApproverRouting turn = pings.turn();
        Set<PersonId> owners = turn.of(request, ApproverRouting.OWNERS);
        Set<PersonId> all = turn.of(request, ApproverRouting.DEPUTIES);
        boolean deputies = pings.escalated(request) < ApproverRouting.DEPUTIES && !owners.containsAll(all);
        int level = deputies ? ApproverRouting.DEPUTIES : ApproverRouting.LEADS;
        Set<PersonId> next = new TreeSet<>(deputies ? all : turn.leads(request));
        next.removeAll(deputies ? owners : all);
        Instant awake = awake(next, now);
        if (awake.isAfter(now)) {
            again(request, awake);
            return;
        }
        requests.escalate(request.id().value(), level, now.plus(patience().escalate()));
        if (!next.isEmpty()) {
            tell(request, level, next);
        }
    }

    private void tell(Request request, int level, Set<PersonId> next) {
        if (level == ApproverRouting.DEPUTIES) {
            pings.ask(request, next);
        }
        RequestMessages words = new RequestMessages(pings.turn().rights());
        audit.record(
                request.id().value(),
                null,
                "escalated",
                Map.of(
                        "to",
                        next.stream().map(PersonId::value).toList(),
                        "mayDecide",
                        level == ApproverRouting.DEPUTIES));
        notices.say(
                request.id(), Notice.Kind.ESCALATED, words.escalated(request, next, level == ApproverRouting.DEPUTIES));
        if (level == ApproverRouting.LEADS) {
            next.forEach(lead -> notices.say(request.id(), Notice.Kind.ESCALATED, words.pleaseHelp(request), lead));
        }
    }

    /** When the first of them is; now when nobody is left to wait for. */
    private Instant awake(Collection<PersonId> persons, Instant now) {
        return persons.stream()
                .map(person -> patience().quiet().awake(now, zones.of(person)))
                .min(Instant::compareTo)
                .orElse(now);
    }

    private void again(Request request, Instant at) {
        requests.escalateAt(request.id().value(), at);
    }

    private Approvals patience() {
        return bundles.current().organisation().approvals();
    }
}
