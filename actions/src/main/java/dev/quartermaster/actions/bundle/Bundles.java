package dev.quartermaster.actions.bundle;

import dev.quartermaster.intents.config.Bundle;
import dev.quartermaster.intents.people.PeopleSource;
import dev.quartermaster.intents.people.Team;
import dev.quartermaster.intents.people.TeamId;
import java.util.Optional;

/** The configuration in force; also where people are read from at each decision. */
public interface Bundles extends PeopleSource {
    /** The active bundle; the same for all replicas within seconds. */
    Bundle current();

    /** An earlier one, for leases and decisions made under it. @throws IllegalArgumentException when never activated */
    Bundle byHash(String hash);

    /**
     * Where a team's things were made under an earlier bundle, read as it stands and not checked: what was valid once may
     * not be by now. Where that bundle does not say, what is in force does; empty where neither knows the team.
     */
    default Optional<String> namespace(String hash, TeamId team) {
        return current().people().team(team).map(Team::namespace);
    }
}
