package dev.quartermaster.actions.cluster.simulated;

/** Where an object lives. {@code namespace} is empty for a kind that has none. */
record Key(Kind kind, String namespace, String name) {}
