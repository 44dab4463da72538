package dev.quartermaster.actions.request;

import dev.quartermaster.actions.Sha256;
import dev.quartermaster.actions.json.Json;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a person wrote and how it was read.
 *
 * @param words as written
 * @param reader {@code slash}, {@code embedded} or {@code model}; empty: not known
 * @param version of the reader: a hash of what it learnt from, or the model's name
 * @param prompt hash of everything the model was told but the words; empty where no model read them
 * @param slots what was found in the words; they quote them, so they are erased with them
 */
public record OriginalWords(String words, String reader, String version, String prompt, List<Slot> slots) {
    private static final Json JSON = new Json();

    public OriginalWords {
        slots = List.copyOf(slots);
    }

    /** One thing found. @param words those it came from; empty: assumed */
    public record Slot(String name, String value, String words) {}

    /** Words of which nobody knows who read them. */
    public static OriginalWords plainly(String words) {
        return new OriginalWords(words, "", "", "", List.of());
    }

    /** For the chain: nobody's own words, only their hashes. */
    public Map<String, String> fact() {
        Map<String, String> fact = new TreeMap<>(Map.of("words", Sha256.hex(words)));
        if (!reader.isEmpty()) {
            fact.putAll(Map.of("reader", reader, "version", version));
        }
        if (!prompt.isEmpty()) {
            fact.put("prompt", prompt);
        }
        if (!slots.isEmpty()) {
            fact.put("slots", Sha256.hex(written()));
        }
        return fact;
    }

    /** The slots as text, to be kept beside the words. */
    public String written() {
        return JSON.write(slots);
    }
}
