package dev.quartermaster.actions.request.service;

import dev.quartermaster.actions.bundle.Bundles;
import dev.quartermaster.actions.presence.RightsNow;
import dev.quartermaster.actions.request.ApprovalTally;
import dev.quartermaster.actions.request.Request;
import dev.quartermaster.actions.request.store.RequestStore;
import dev.quartermaster.intents.intent.Intent.Decide.Choice;
import dev.quartermaster.intents.people.People;
import dev.quartermaster.intents.people.PeopleSource;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.people.Team;
import dev.quartermaster.intents.people.TeamId;
import dev.quartermaster.intents.policy.Rights;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Who sees which requests. */
@Component
class RequestVisibility {
    /** Of those waiting, the newest that are looked through for one person. */
    private static final int WAITING = 500;

    private final RequestStore store;
    private final Bundles bundles;
    private final RightsNow now;

    RequestVisibility(RequestStore store, Bundles bundles, RightsNow now) {
        this.store = store;
        this.bundles = bundles;
        this.now = now;
    }

    List<Request> visibleTo(PersonId person, int limit) {
        People people = bundles.current().people();
        List<TeamId> managed = people.teams().values().stream()
                .filter(team -> team.manager().equals(person))
                .map(Team::id)
                .toList();
        return Stream.concat(
                        store.concerning(person, managed, people.isPlatformLead(person), limit).stream(),
                        waitingFor(person).stream())
                .distinct()
                .sorted(Comparator.comparing(Request::at).reversed())
                .limit(limit)
                .toList();
    }

    /** Nobody while the source of people is broken: they could not decide. */
    List<Request> waitingFor(PersonId person) {
        try {
            Rights rights = now.read();
            return store.waiting(WAITING).stream()
                    .filter(request -> waitsFor(request, person, rights))
                    .toList();
        } catch (PeopleSource.Broken broken) {
            return List.of();
        }
    }

    /**
     * Whether somebody may know that there is such a request: who asked or has it, their team, its manager, platform
     * leads, and who decides or decided. To everybody else it is as if there were none.
     */
    boolean sees(Request request, PersonId person) {
        People people = bundles.current().people();
        Rights rights = now.shown();
        return request.askers().contains(person)
                || people.isPlatformLead(person)
                || people.teamOf(person)
                        .map(Team::id)
                        .filter(request.team()::equals)
                        .isPresent()
                || people.team(request.team())
                        .map(Team::manager)
                        .filter(person::equals)
                        .isPresent()
                || request.clicks().stream().anyMatch(click -> click.by().equals(person))
                || request.stages().stream()
                        .anyMatch(stage ->
                                rights.of(stage.deciders(), request.askers()).contains(person));
    }

    private static boolean waitsFor(Request request, PersonId person, Rights rights) {
        return !ApprovalTally.said(request.clicks(), person, Choice.APPROVE)
                && request.asked().stream()
                        .map(request.stages()::get)
                        .anyMatch(stage ->
                                rights.of(stage.deciders(), request.askers()).contains(person));
    }
}
