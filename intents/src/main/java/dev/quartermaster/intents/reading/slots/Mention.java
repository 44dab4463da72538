package dev.quartermaster.intents.reading.slots;

import dev.quartermaster.intents.reading.KnownSlot;
import dev.quartermaster.intents.reading.Slot;
import dev.quartermaster.intents.reading.text.Words;

/**
 * Something named in a sentence.
 *
 * @param slot what kind of thing it is
 * @param value a String, a Long or a List of Strings
 * @param resolved whether the catalogue or the people know it; always so for plain numbers
 */
public record Mention(KnownSlot slot, Object value, Words words, boolean resolved) {

    Slot asSlot() {
        return new Slot(value, words.text(), resolved);
    }
}
