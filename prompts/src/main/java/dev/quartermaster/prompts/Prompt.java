package dev.quartermaster.prompts;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A text and the SHA-256 of its bytes (64 hex digits), so that a decision can say which wording it was made with. */
public record Prompt(String name, String text, String hash) {

    private static final String BY = "# by ";

    /** Its lines without comments ({@code #} at the start) and empty ones. */
    public List<String> lines() {
        return text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .toList();
    }

    /** Its lines below those that say whose they are, {@code # by clerk}, by that name. */
    Map<String, List<String>> byHand() {
        var hands = new TreeMap<String, List<String>>();
        for (var part : text.split("(?m)^" + BY)) {
            var end = part.indexOf('\n');
            if (end > 0 && !text.startsWith(part)) {
                hands.put(part.substring(0, end).strip(), new Prompt(name, part.substring(end), hash).lines());
            }
        }
        return hands;
    }
}
