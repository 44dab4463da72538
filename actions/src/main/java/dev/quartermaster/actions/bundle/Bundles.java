package dev.quartermaster.actions.bundle;

import dev.quartermaster.intents.config.Bundle;
import dev.quartermaster.intents.people.PeopleSource;

/** The configuration in force; also where people are read from at each decision. */
public interface Bundles extends PeopleSource {
    /** The active bundle; the same for all replicas within seconds. */
    Bundle current();

    /** An earlier one, for leases and decisions made under it. @throws IllegalArgumentException when never activated */
    Bundle byHash(String hash);
}
