package dev.quartermaster.intents.catalogue;

/** What is still to be seen of a masked column. Nothing there stays nothing there. */
public enum Masking {
    /** That there is something. */
    HIDDEN,
    /** The first letter of each word. */
    INITIALS,
    /** Of a mail address its first letter and its host. */
    MAIL,
    /** The last four characters of what is longer than eight. */
    END
}
