package dev.quartermaster.actions.provider;

import dev.quartermaster.intents.plan.LeaseId;

/**
 * Something that carries our name and belongs to nothing that is handed out.
 *
 * @param lease as it says; there may never have been one
 * @param key tells it from every other one, for ever
 * @param removed whether it was ours, and is on its way out; what isn't surely ours is left for people
 */
public record Leftover(LeaseId lease, String key, String what, boolean removed) {}
