package dev.quartermaster.actions.preapproval;

import dev.quartermaster.actions.audit.Audit;
import dev.quartermaster.actions.bundle.Bundles;
import dev.quartermaster.actions.preapproval.PreapprovalRequest.State;
import dev.quartermaster.actions.presence.RightsNow;
import dev.quartermaster.actions.time.DatabaseTime;
import dev.quartermaster.intents.config.Bundle;
import dev.quartermaster.intents.people.People;
import dev.quartermaster.intents.people.PeopleSource;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.people.TeamId;
import dev.quartermaster.intents.policy.Deciders;
import dev.quartermaster.intents.policy.Preapproval;
import dev.quartermaster.intents.policy.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Yeses beforehand. Who may decide is read at the click; whoever asked is nobody's decider. */
@Component
@Transactional
class PreapprovalService implements Preapprovals {
    private static final Duration LONGEST = Duration.ofDays(31);

    private final PreapprovalStore store;
    private final Bundles bundles;
    private final RightsNow rights;
    private final Audit audit;
    private final DatabaseTime time;

    PreapprovalService(PreapprovalStore store, Bundles bundles, RightsNow rights, Audit audit, DatabaseTime time) {
        this.store = store;
        this.bundles = bundles;
        this.rights = rights;
        this.audit = audit;
        this.time = time;
    }

    @Override
    public List<Preapproval> inForce(TeamId team, PersonId asker, Instant now) {
        return store.agreed(team, now).stream()
                .filter(each -> !each.yeses().contains(asker))
                .map(each -> new Preapproval(
                        each.id(),
                        team,
                        each.window().gpus(),
                        each.window().gpuKind(),
                        each.window().until(),
                        each.deciders()))
                .toList();
    }

    @Override
    public Answer ask(PersonId by, Window window, String key) {
        Optional<PreapprovalRequest> filed = store.byKey(key);
        if (filed.isPresent()) {
            return new Answer.Done(filed.get());
        }
        Bundle bundle = bundles.current();
        Instant now = time.now();
        if (bundle.people()
                        .teamOf(by)
                        .filter(team -> team.id().equals(window.team()))
                        .isEmpty()
                && bundle.people()
                        .team(window.team())
                        .filter(team -> team.manager().equals(by))
                        .isEmpty()) {
            return new Answer.Declined("Only somebody of " + window.team() + " can ask for this; ask one of them.");
        }
        if (!window.until().isAfter(now) || window.until().isAfter(now.plus(LONGEST))) {
            return new Answer.Declined("Say an end within the next 31 days, such as: until Friday.");
        }
        return switch (new Sample(bundle).stage(by, window, now)) {
            case Sample.Found.None(var words) -> new Answer.Declined(words);
            case Sample.Found.Of(Stage stage) -> filed(by, window, stage, key);
        };
    }

    private Answer filed(PersonId by, Window window, Stage stage, String key) {
        PreapprovalRequest asked = store.insert(by, window, stage, key);
        audit.record(
                asked.id(),
                by,
                "preapproval-asked",
                Map.of("what", asked.words(), "until", window.until().toString()));
        return new Answer.Done(asked);
    }

    @Override
    public Answer decide(String id, PersonId by, boolean yes) {
        Optional<PreapprovalRequest> found = store.lock(id);
        if (found.isEmpty()) {
            return unknown(id);
        }
        PreapprovalRequest asked = found.get();
        if (asked.state() != State.WAITING || !asked.window().until().isAfter(time.now())) {
            return new Answer.Declined("This is decided already, or its time is over.");
        }
        try {
            if (!mayDecide(asked, by)) {
                audit.record(id, by, "decision-refused", Map.of("yes", yes));
                return new Answer.Declined("This is not yours to decide. It waits for " + names(asked) + ".");
            }
        } catch (PeopleSource.Broken broken) {
            return new Answer.Declined(String.valueOf(broken.getMessage()));
        }
        Set<PersonId> yeses = new HashSet<>(asked.yeses());
        yeses.add(by);
        State after = !yes ? State.DENIED : yeses.size() >= asked.needed() ? State.AGREED : State.WAITING;
        audit.record(id, by, yes ? "approved" : "denied", Map.of("what", asked.words()));
        return new Answer.Done(store.move(asked, after, yes ? yeses : asked.yeses()));
    }

    @Override
    public Answer stop(String id, PersonId by) {
        Optional<PreapprovalRequest> found = store.lock(id);
        if (found.isEmpty()) {
            return unknown(id);
        }
        PreapprovalRequest asked = found.get();
        try {
            if (!asked.by().equals(by) && !mayDecide(asked, by)) {
                return new Answer.Declined(
                        "Whoever asked for it or may decide on it can stop it: " + names(asked) + ".");
            }
        } catch (PeopleSource.Broken broken) {
            return new Answer.Declined(String.valueOf(broken.getMessage()));
        }
        if (asked.state() != State.WAITING && asked.state() != State.AGREED) {
            return new Answer.Declined("It is over already.");
        }
        audit.record(id, by, "preapproval-stopped", Map.of("what", asked.words()));
        return new Answer.Done(store.move(asked, State.STOPPED, asked.yeses()));
    }

    @Override
    public Optional<PreapprovalRequest> find(String id) {
        return store.find(id);
    }

    @Override
    public List<PreapprovalRequest> visibleTo(PersonId person) {
        Bundle bundle = bundles.current();
        return store.open(time.now()).stream()
                .filter(each -> each.by().equals(person)
                        || bundle.people()
                                .teamOf(person)
                                .filter(team -> team.id().equals(each.window().team()))
                                .isPresent()
                        || may(bundle.people(), each).contains(person))
                .toList();
    }

    private boolean mayDecide(PreapprovalRequest asked, PersonId by) throws PeopleSource.Broken {
        return may(bundles.read(), asked).contains(by);
    }

    private Set<PersonId> may(People people, PreapprovalRequest asked) {
        Deciders deciders = asked.deciders();
        return rights.of(people).of(deciders, asked.by());
    }

    private String names(PreapprovalRequest asked) {
        People people = bundles.current().people();
        return may(people, asked).stream().map(people::name).collect(Collectors.joining(" or "));
    }

    private static Answer unknown(String id) {
        return new Answer.Declined("There is no " + id + ". /qm preapprovals shows what there is.");
    }
}
