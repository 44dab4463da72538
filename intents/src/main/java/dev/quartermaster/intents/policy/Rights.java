package dev.quartermaster.intents.policy;

import dev.quartermaster.intents.catalogue.Catalogue;
import dev.quartermaster.intents.catalogue.Dataset;
import dev.quartermaster.intents.catalogue.GoldenPath;
import dev.quartermaster.intents.catalogue.Job;
import dev.quartermaster.intents.catalogue.PathName;
import dev.quartermaster.intents.people.People;
import dev.quartermaster.intents.people.Person;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.people.Team;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who may decide what, from people as read a moment ago. Whoever asks is nobody's decider, however the role names them.
 *
 * @param covers who stands in for whom while they are away, as read a moment ago
 */
public record Rights(People people, Catalogue catalogue, Map<PersonId, PersonId> covers) {
    public Rights {
        covers = Map.copyOf(covers);
    }

    /** Where nobody is absent, so that nobody stands in for another. */
    public Rights(People people, Catalogue catalogue) {
        this(people, catalogue, Map.of());
    }

    /** The persons who may fill a seat of {@code deciders} for something {@code asker} wants; sorted, without the asker. */
    public Set<PersonId> of(Deciders deciders, PersonId asker) {
        return of(deciders, Set.of(asker));
    }

    /** The same where one asks for another: neither of them decides. */
    public Set<PersonId> of(Deciders deciders, Set<PersonId> askers) {
        Set<PersonId> found = byRole(deciders, askers);
        found.addAll(standIns(deciders, askers).keySet());
        return found;
    }

    /** Of those, who has it from their role, and not from somebody who is away. */
    public Set<PersonId> byRole(Deciders deciders, Set<PersonId> askers) {
        Set<PersonId> found = new TreeSet<>(named(deciders));
        found.removeAll(askers);
        found.removeIf(
                person -> people.find(person).filter(each -> !each.service()).isEmpty());
        return found;
    }

    /** Whether {@code deciders} names this person, whoever asks. */
    public boolean holds(Deciders deciders, PersonId person) {
        return people.find(person).isPresent() && named(deciders).contains(person);
    }

    /**
     * Of those, who stands in, and for whom. Never for who asks: they would choose their own decider; and never by
     * standing in for somebody who stands in themselves.
     */
    public Map<PersonId, PersonId> standIns(Deciders deciders, Set<PersonId> askers) {
        Set<PersonId> role = byRole(deciders, askers);
        Map<PersonId, PersonId> found = new TreeMap<>();
        for (PersonId away : role) {
            PersonId cover = covers.get(away);
            if (cover != null
                    && !askers.contains(cover)
                    && !role.contains(cover)
                    && people.find(cover).isPresent()) {
                found.putIfAbsent(cover, away);
            }
        }
        return found;
    }

    private Set<PersonId> named(Deciders deciders) {
        return switch (deciders) {
            case Deciders.OwnerOfData(var dataset) ->
                catalogue.covered(dataset).stream()
                        .map(this::owners)
                        .reduce(Rights::both)
                        .orElse(Set.of());
            case Deciders.OwnerOfBudget(var team) ->
                people.team(team)
                        .map(Team::budget)
                        .map(budget -> present(budget.owner(), budget.deputy()))
                        .orElse(Set.of());
            case Deciders.ManagerOf(var person) ->
                people.teamOf(person).map(team -> present(team.manager(), null)).orElse(Set.of());
            case Deciders.SponsorOf(var person) ->
                people.find(person).map(Person::sponsor).map(Set::of).orElse(Set.of());
            case Deciders.OwnerOfPath(var path) ->
                catalogue
                        .path(path)
                        .map(GoldenPath::owner)
                        .map(this::personTeamOrGroup)
                        .map(owners -> withDeputy(owners, path))
                        .orElse(Set.of());
            case Deciders.AnyOf(var each) -> {
                Set<PersonId> any = new TreeSet<>();
                each.forEach(one -> any.addAll(named(one)));
                yield any;
            }
            case Deciders.Group(var name) -> people.group(name);
            case Deciders.Named(var person) -> Set.of(person);
        };
    }

    /** A job has a deputy who decides as well. */
    private Set<PersonId> withDeputy(Set<PersonId> owners, PathName path) {
        Set<PersonId> all = new TreeSet<>(owners);
        catalogue.job(path).map(Job::deputy).ifPresent(all::add);
        return all;
    }

    private Set<PersonId> personTeamOrGroup(String owner) {
        Optional<Person> person = people.persons().values().stream()
                .filter(each -> each.id().value().equals(owner))
                .findFirst();
        Optional<Set<PersonId>> team = people.teams().values().stream()
                .filter(each -> each.id().value().equals(owner))
                .map(Team::members)
                .findFirst();
        return person.map(found -> Set.of(found.id())).or(() -> team).orElseGet(() -> people.group(owner));
    }

    private Set<PersonId> owners(Dataset dataset) {
        return present(dataset.owner(), dataset.deputy());
    }

    /** A name over several datasets is decided by who may decide each of them. */
    private static Set<PersonId> both(Set<PersonId> one, Set<PersonId> other) {
        Set<PersonId> kept = new TreeSet<>(one);
        kept.retainAll(other);
        return kept;
    }

    private static Set<PersonId> present(PersonId owner, @Nullable PersonId deputy) {
        return new TreeSet<>(
                Stream.ofNullable(deputy).collect(() -> new TreeSet<>(Set.of(owner)), Set::add, Set::addAll));
    }
}
