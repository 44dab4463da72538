package dev.quartermaster.bot.announce;

/** What of the surroundings is simulated, so that every card can say so. */
public interface Simulation {
    boolean cluster();
}
