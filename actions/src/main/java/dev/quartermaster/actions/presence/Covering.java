package dev.quartermaster.actions.presence;

import dev.quartermaster.intents.catalogue.Catalogue;
import dev.quartermaster.intents.people.People;
import dev.quartermaster.intents.people.Person;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.people.Team;
import java.util.Optional;

/**
 * Who may stand in for whom. A right must not wander to whoever its owner likes: only to a colleague of the same team, a
 * platform lead, or somebody who is their deputy anyway; never to an intern. Asked again each time rights are read, so
 * that a cover who changes teams has none any more.
 */
record Covering(People people, Catalogue catalogue) {
    private static final String INTERN = "intern";

    /** Empty when they may; otherwise why not, in words. */
    Optional<String> against(PersonId person, PersonId cover) {
        Optional<Person> found = people.find(cover);
        if (found.isEmpty()) {
            return Optional.of("I know nobody called " + cover + ". Name a colleague as in `omar covers`.");
        }
        String name = found.get().name();
        if (cover.equals(person)) {
            return Optional.of("You cannot cover for yourself. Name a colleague as in `omar covers`.");
        }
        if (found.get().role().equals(INTERN)) {
            return Optional.of(name + " is an intern and cannot decide for others. Name another colleague.");
        }
        return people.isPlatformLead(cover) || sameTeam(person, cover) || deputises(person, cover)
                ? Optional.empty()
                : Optional.of(name + " cannot cover for you: it takes somebody of your team, a deputy of yours or a"
                        + " platform lead. Name one of those.");
    }

    private boolean sameTeam(PersonId person, PersonId cover) {
        return people.teamOf(person)
                .filter(team -> team.members().contains(cover))
                .isPresent();
    }

    private boolean deputises(PersonId person, PersonId cover) {
        boolean money = people.teams().values().stream()
                .map(Team::budget)
                .anyMatch(budget -> budget.owner().equals(person) && cover.equals(budget.deputy()));
        return money
                || catalogue.datasets().values().stream()
                        .anyMatch(dataset -> dataset.owner().equals(person) && cover.equals(dataset.deputy()));
    }
}
