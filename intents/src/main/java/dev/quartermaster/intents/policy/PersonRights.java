package dev.quartermaster.intents.policy;

import dev.quartermaster.intents.people.People;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.people.Team;
import dev.quartermaster.intents.people.TeamId;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a person may do by being who they are, with nobody asked: end what runs, see what was spent. From people as
 * read a moment ago; somebody who is no longer among them may nothing.
 */
public record PersonRights(People people) {
    /** Stop, withdraw or shrink something of {@code owner}'s: the owner, their manager, platform leads. */
    public boolean mayStop(PersonId who, PersonId owner) {
        return known(who) && (who.equals(owner) || manages(who, owner) || people.isPlatformLead(who));
    }

    /**
     * Ask for something that becomes {@code whose}: oneself; their manager and their sponsor, for a newcomer; for a
     * service account its owner and platform leads.
     */
    public boolean mayAskFor(PersonId who, PersonId whose) {
        return known(who)
                && (who.equals(whose)
                        || manages(who, whose)
                        || people.find(whose)
                                .filter(person -> who.equals(person.sponsor())
                                        || person.service()
                                                && (who.equals(person.owner()) || people.isPlatformLead(who)))
                                .isPresent());
    }

    /** A team's usage and money: its members, its manager, its budget's owner and deputy, platform leads. */
    public boolean maySeeSpend(PersonId who, TeamId of) {
        return known(who)
                && people.team(of)
                        .map(team -> people.isPlatformLead(who) || belongs(who, team))
                        .orElse(false);
    }

    /** The teams of which they may see that. */
    public Set<TeamId> spendSeen(PersonId who) {
        return people.teams().keySet().stream()
                .filter(team -> maySeeSpend(who, team))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** What a team has and waits for: its members, its manager, platform leads. */
    public boolean maySeeTeam(PersonId who, TeamId of) {
        return known(who)
                && people.team(of)
                        .map(team -> people.isPlatformLead(who)
                                || team.members().contains(who)
                                || team.manager().equals(who))
                        .orElse(false);
    }

    private boolean known(PersonId who) {
        return people.find(who).isPresent();
    }

    private boolean manages(PersonId who, PersonId owner) {
        return people.teamOf(owner).filter(team -> team.manager().equals(who)).isPresent();
    }

    private static boolean belongs(PersonId who, Team team) {
        return team.members().contains(who)
                || team.manager().equals(who)
                || team.budget().owner().equals(who)
                || who.equals(team.budget().deputy());
    }
}
