package dev.quartermaster.intents.reading;

import java.util.Locale;

/** The intents' words in the contract with the outside (design: section 8). */
public enum Verb {
    LAUNCH,
    GRANT,
    EXTEND,
    RESIZE,
    STOP,
    RESUME,
    WITHDRAW,
    TRANSFER,
    LIST,
    STATUS,
    SPEND,
    APPROVE,
    DENY,
    RUN,
    FIND,
    WHY,
    HELP,
    SMALLTALK,
    OUTOFSCOPE;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
