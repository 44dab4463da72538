package dev.quartermaster.intents.reading;

/**
 * One thing found in the words.
 *
 * @param value what the contract says: a String, a Long, or a List of Strings
 * @param words the words it came from, for the person to check
 * @param resolved false: the catalogue does not know it, {@code value} is the words as written
 */
public record Slot(Object value, String words, boolean resolved) {}
