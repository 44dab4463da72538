package dev.quartermaster.actions.lease;

import dev.quartermaster.actions.provider.ProvisioningLog;

/** What was done for one part, and what its end will do. @param ref what its provider calls it */
public record PartProvisioning(String part, String provider, String ref, ProvisioningLog deeds) {}
