package dev.quartermaster.intents.reading.embedded;

import dev.quartermaster.intents.reading.text.Nearest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Mends typing errors in words that are in no dictionary, for the classifier only: slots keep what was written. The
 * dictionary is the embedding model's own list of whole words.
 */
final class Spelling {

    private static final Pattern WORD = Pattern.compile("(?<![\\w.@#/:-])\\p{L}{4,24}(?![\\w.@/:-])");
    private static final Pattern ENTRY = Pattern.compile("\"(\\p{Lower}{2,24})\":\\s*\\d+");
    private static final double NEAR = 0.7;

    private final Set<String> known = new HashSet<>();
    private final Map<String, Integer> ours = new HashMap<>();

    /** A word of the examples counts when the dictionary has it or it stands there twice: some are there misspelt. */
    Spelling(Collection<String> texts) {
        known.addAll(dictionary());
        for (var text : texts) {
            var words = WORD.matcher(text.toLowerCase(Locale.ROOT));
            while (words.find()) {
                ours.merge(words.group(), 1, Integer::sum);
            }
        }
        ours.entrySet().removeIf(entry -> entry.getValue() < 2 && !known.contains(entry.getKey()));
        known.addAll(ours.keySet());
    }

    private static Set<String> dictionary() {
        try (var in = Spelling.class.getResourceAsStream("/bge-small-en-v1.5-q-tokenizer.json")) {
            var words = new HashSet<String>();
            if (in != null) {
                var entry = ENTRY.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8));
                while (entry.find()) {
                    words.add(entry.group(1));
                }
            }
            return words;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    String mended(String text) {
        var match = WORD.matcher(text);
        return match.replaceAll(found -> mendedWord(found.group()));
    }

    private String mendedWord(String word) {
        var lower = word.toLowerCase(Locale.ROOT);
        if (known.contains(lower)) {
            return word;
        }
        var best = word;
        var bestScore = NEAR;
        for (var entry : ours.entrySet()) {
            var candidate = entry.getKey();
            if (Math.abs(candidate.length() - lower.length()) <= 2 && candidate.charAt(0) == lower.charAt(0)) {
                var score = Nearest.likeness(lower, candidate) + 0.001 * Math.min(20, entry.getValue());
                if (score > bestScore) {
                    best = candidate;
                    bestScore = score;
                }
            }
        }
        return best;
    }
}
