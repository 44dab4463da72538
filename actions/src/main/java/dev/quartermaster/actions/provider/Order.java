package dev.quartermaster.actions.provider;

import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.people.TeamId;
import dev.quartermaster.intents.plan.LeaseId;
import dev.quartermaster.intents.plan.Part;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One part to be made for one lease. Everything in it stands on the lease: no file is read for it, so that what was made
 * can be undone whatever became of the files and the people since.
 *
 * @param until the lease's end
 * @param epoch of the worker's claim: a write with an older one than the last seen must be refused by the thing written
 *     to, because a stalled worker may come back late
 */
public record Order(LeaseId lease, Part part, Owner owner, Team team, Instant until, long epoch) {
    /** Whose it is. */
    public record Owner(PersonId id) {}

    /** Which team's it is, and where that team's things were made in the cluster when it was agreed. */
    public record Team(TeamId id, @Nullable String namespace) {
        /** @throws IllegalStateException when nobody knows: it is of an earlier version, and its files name no such team */
        @Override
        public String namespace() {
            if (namespace == null) {
                throw new IllegalStateException("Nothing says in which namespace things of " + id + " were made");
            }
            return namespace;
        }
    }
}
