package dev.quartermaster.bot.announce;

import dev.quartermaster.actions.lease.Lease;

/** What of the surroundings is simulated, so that every card can say so and no link leads nowhere. */
public interface Simulation {
    boolean cluster();

    /** The lease with links people can open here: into a simulated cluster they lead to a page that says what would be there. */
    Lease reachable(Lease lease);
}
