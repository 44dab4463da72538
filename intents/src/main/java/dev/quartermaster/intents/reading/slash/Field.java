package dev.quartermaster.intents.reading.slash;

/**
 * Something a command takes: a word in its place, or an option {@code --name value}.
 *
 * @param slot its name in the contract with the outside
 */
record Field(String name, String slot, Kind kind, boolean required, String about) {

    /** What a value must look like. */
    enum Kind {
        PATH,
        DATASET,
        ACCESS,
        TARGET,
        TEAM,
        PERSON,
        LENGTH,
        /** What stands after "for": how long, or whose it becomes. */
        LENGTH_OR_PERSON,
        END,
        START,
        PERIOD,
        /** A team, or the word for one's own. */
        SCOPE,
        /** What is to be listed, where that is not everything. */
        LISTED,
        /** The word that says that it was refused. */
        REFUSED,
        TOPIC,
        TEXT
    }

    static Field required(String name, Kind kind, String about) {
        return new Field(name, name, kind, true, about);
    }

    static Field optional(String name, Kind kind, String about) {
        return new Field(name, name, kind, false, about);
    }

    Field into(String otherSlot) {
        return new Field(name, otherSlot, kind, required, about);
    }
}
