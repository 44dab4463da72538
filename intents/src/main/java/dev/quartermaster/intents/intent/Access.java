package dev.quartermaster.intents.intent;

/** What may be done with data. */
public enum Access {
    READ,
    WRITE
}
