package dev.quartermaster.intents.reading.evaluation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One request in the words of the contract. Values are Strings, Numbers, or a List: for {@code path} any of them is right,
 * else all are wanted.
 */
public record Wanted(String intent, Map<String, Object> slots) {
    /** What nobody has to say back: a question of ours. */
    static final String ASK = "ask";

    /** @param line with {@code intent} and {@code slots}. @throws RuntimeException where it has none */
    public static Wanted of(Map<?, ?> line) {
        Map<String, Object> slots = new LinkedHashMap<>();
        if (line.get("slots") instanceof Map<?, ?> given) {
            given.forEach((name, value) -> {
                if (value != null) {
                    slots.put(name.toString(), value);
                }
            });
        }
        return new Wanted(line.get("intent").toString(), slots);
    }

    /** One for each of several that are named in one request: it is carried out, and counted, for each. */
    public List<Wanted> each() {
        return NamedSeveral.each(slots).stream()
                .map(one -> new Wanted(intent, one))
                .toList();
    }
}
