package dev.quartermaster.actions.cluster.simulated.object;

/** Where an object lives. {@code namespace} is empty for a kind that has none. */
public record Key(Kind kind, String namespace, String name) {}
