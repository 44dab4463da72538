package dev.quartermaster.intents.reading.slash;

import dev.quartermaster.intents.reading.KnownSlot;

/**
 * Something a command takes: a word in its place, or an option {@code --name value}.
 *
 * @param slot what it fills
 */
record Field(String name, KnownSlot slot, Kind kind, boolean required, String about) {

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

    static Field required(KnownSlot slot, Kind kind, String about) {
        return new Field(slot.option(), slot, kind, true, about);
    }

    static Field optional(KnownSlot slot, Kind kind, String about) {
        return new Field(slot.option(), slot, kind, false, about);
    }

    /** The same by another name. */
    Field called(String otherName) {
        return new Field(otherName, slot, kind, required, about);
    }
}
