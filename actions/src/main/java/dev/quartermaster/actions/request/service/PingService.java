package dev.quartermaster.actions.request.service;

import dev.quartermaster.actions.bundle.Bundles;
import dev.quartermaster.actions.presence.Absence;
import dev.quartermaster.actions.presence.Absences;
import dev.quartermaster.actions.presence.RightsNow;
import dev.quartermaster.actions.presence.Zones;
import dev.quartermaster.actions.request.Pings;
import dev.quartermaster.actions.request.Request;
import dev.quartermaster.actions.request.State;
import dev.quartermaster.actions.request.store.PingQueries;
import dev.quartermaster.actions.request.store.RequestRepository;
import dev.quartermaster.actions.time.DatabaseTime;
import dev.quartermaster.intents.people.Approvals;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.policy.Rights;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Asks each person once for a request, whoever asks for it how often. */
@Component
public class PingService implements Pings {
    private final PingQueries pings;
    private final RequestRepository requests;
    private final Bundles bundles;
    private final RightsNow rights;
    private final Absences absences;
    private final Zones zones;
    private final DatabaseTime time;

    PingService(
            PingQueries pings,
            RequestRepository requests,
            Bundles bundles,
            RightsNow rights,
            Absences absences,
            Zones zones,
            DatabaseTime time) {
        this.pings = pings;
        this.requests = requests;
        this.bundles = bundles;
        this.rights = rights;
        this.absences = absences;
        this.zones = zones;
        this.time = time;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void ask(Request request) {
        if (request.state() != State.WAITING) {
            return;
        }
        ApproverRouting turn = turn();
        if (ask(request, turn.of(request, ApproverRouting.OWNERS)).isEmpty()) {
            ask(request, turn.of(request, escalated(request)));
        } else {
            // Another stage, or other owners: they have as long as the first had.
            requests.escalate(request.id().value(), 0, null);
        }
    }

    /** @return those who were not asked before */
    public Set<PersonId> ask(Request request, Set<PersonId> persons) {
        Approvals patience = bundles.current().organisation().approvals();
        Instant now = time.now();
        Instant reminder = patience.reminder(now, 0);
        Map<PersonId, Instant> reminders = new LinkedHashMap<>();
        zones.of(persons)
                .forEach(
                        (person, zone) -> reminders.put(person, patience.quiet().awake(reminder, zone)));
        return pings.ask(request.id(), now, reminders);
    }

    @Override
    public Set<PersonId> of(Request request) {
        Rights now = rights.shown();
        return asked(request).stream()
                .filter(person -> request.stages().stream()
                        .anyMatch(stage ->
                                now.of(stage.deciders(), request.askers()).contains(person)))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    Set<PersonId> asked(Request request) {
        return new LinkedHashSet<>(pings.asked(request.id()));
    }

    public ApproverRouting turn() {
        return new ApproverRouting(
                rights.shown(), absences.now().stream().map(Absence::person).collect(Collectors.toSet()));
    }

    /** How far it was passed on. */
    public int escalated(Request request) {
        return requests.escalated(request.id().value());
    }
}
