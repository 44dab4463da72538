package dev.quartermaster.actions.bundle;

import dev.quartermaster.intents.config.Bundle;

/** Published in each process that changes over to another bundle; not for the one it starts with. */
public record BundleActivated(Bundle bundle) {}
