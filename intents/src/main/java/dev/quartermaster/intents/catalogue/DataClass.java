package dev.quartermaster.intents.catalogue;

/** How careful one must be with a dataset, from not at all to very. */
public enum DataClass {
    SYNTHETIC,
    PUBLIC,
    INTERNAL,
    CONFIDENTIAL
}
