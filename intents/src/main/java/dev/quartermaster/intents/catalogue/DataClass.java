package dev.quartermaster.intents.catalogue;

/** The sensitivity of a dataset, least first; the order counts: from {@link #INTERNAL} on its owner is asked. */
public enum DataClass {
    SYNTHETIC,
    PUBLIC,
    INTERNAL,
    CONFIDENTIAL
}
