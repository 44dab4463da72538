package dev.quartermaster.intents.reading.embedded;

import dev.quartermaster.intents.reading.text.Nearest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Mends typing errors in words that are in no dictionary, for the classifier only: slots keep what was written. The
 * dictionary is the embedding model's own list of whole words.
 */
final class Spelling {

    private static final Pattern WORD = Pattern.compile("(?<![\\w.@#/:-])\\p{L}{4,24}(?![\\w.@/:-])");
    private static final Pattern ENTRY = Pattern.compile("\"(\\p{Lower}{2,24})\":\\s*\\d+");
    private static final double NEAR = 0.7;

    private final Set<String> known;
    private final Map<String, Integer> ours;
    /** Our words by first letter: what a typing error most rarely hits. */
    private final Map<Character, List<String>> byLetter;

    /** @param ours words that examples use, and how often */
    Spelling(Map<String, Integer> ours) {
        this.known = dictionary();
        this.ours = new TreeMap<>(ours);
        this.ours.entrySet().removeIf(entry -> entry.getValue() < 2 && !known.contains(entry.getKey()));
        this.byLetter = this.ours.keySet().stream().collect(Collectors.groupingBy(word -> word.charAt(0)));
        known.addAll(this.ours.keySet());
    }

    /** A word of the examples counts when the dictionary has it or it stands there twice: some are there misspelt. */
    static Spelling of(Collection<String> texts) {
        var counts = new HashMap<String, Integer>();
        for (var text : texts) {
            var words = WORD.matcher(text.toLowerCase(Locale.ROOT));
            while (words.find()) {
                counts.merge(words.group(), 1, Integer::sum);
            }
        }
        return new Spelling(counts);
    }

    Map<String, Integer> ours() {
        return ours;
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
        for (var candidate : byLetter.getOrDefault(lower.charAt(0), List.of())) {
            if (Math.abs(candidate.length() - lower.length()) <= 2) {
                var longer = Math.max(candidate.length(), lower.length());
                var likeness = 1 - (double) Nearest.distance(lower, candidate) / longer;
                var score = likeness + 0.001 * Math.min(20, ours.getOrDefault(candidate, 0));
                if (score > bestScore) {
                    best = candidate;
                    bestScore = score;
                }
            }
        }
        return best;
    }
}
