package dev.quartermaster.intents.reading;

/**
 * Something a command takes: a word in its place, or an option {@code --name value}.
 *
 * @param slot what it fills
 */
public record Field(String name, KnownSlot slot, CommandValue kind, boolean required, String about) {

    /** Something that is there already; the last one spoken of where nothing is said. */
    static final Field TARGET =
            optional(KnownSlot.TARGET, CommandValue.TARGET, "req-… or lease-…; the last one when left out");

    /** What is decided on, which is never the last one spoken of. */
    static final Field REQUEST = required(KnownSlot.TARGET, CommandValue.TARGET, "the request's id, req-…")
            .called("request");

    public static Field of(KnownSlot slot, KnownSlot.Option option) {
        return new Field(option.name(), slot, option.value(), false, option.about());
    }

    public static Field required(KnownSlot slot, CommandValue kind, String about) {
        return new Field(slot.called(), slot, kind, true, about);
    }

    public static Field optional(KnownSlot slot, CommandValue kind, String about) {
        return new Field(slot.called(), slot, kind, false, about);
    }

    /** The same by another name. */
    public Field called(String otherName) {
        return new Field(otherName, slot, kind, required, about);
    }
}
