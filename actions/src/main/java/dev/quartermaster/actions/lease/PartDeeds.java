package dev.quartermaster.actions.lease;

import dev.quartermaster.actions.provider.Deeds;

/** What was done for one part, and what its end will do. @param ref what its provider calls it */
public record PartDeeds(String part, String provider, String ref, Deeds deeds) {}
