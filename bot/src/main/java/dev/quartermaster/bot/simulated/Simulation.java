package dev.quartermaster.bot.simulated;

import dev.quartermaster.actions.lease.Lease;

/** Tells which of the surroundings are simulated, so that every card can say so and no link leads nowhere. */
public interface Simulation {
    /** Whether provisioning goes to the simulated cluster instead of a real one. */
    boolean cluster();

    /** The lease with links people can open here: into a simulated cluster they lead to a page that says what would be there. */
    Lease reachable(Lease lease);
}
