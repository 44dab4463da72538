package dev.quartermaster.intents.yaml;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** The word somebody probably meant, for the "did you mean" of a problem. */
public final class NearestWord {
    private NearestWord() {}

    /** The nearest of {@code valid}; empty when none is within a third of the word's length (at least two) edits. */
    public static Optional<String> nearest(String word, Collection<String> valid) {
        String lower = word.toLowerCase(Locale.ROOT);
        int reach = Math.max(2, lower.length() / 3);
        return valid.stream()
                .filter(each -> edits(lower, each.toLowerCase(Locale.ROOT)) <= reach)
                .min(Comparator.comparingInt((String each) -> edits(lower, each.toLowerCase(Locale.ROOT)))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** A next step for an unknown word: the nearest, or everything there is to choose from. */
    public static String todo(String word, Collection<String> valid) {
        return nearest(word, valid)
                .map(near -> "Did you mean " + near + "?")
                .orElseGet(() -> valid.isEmpty()
                        ? "There is none yet: add it first."
                        : "Use one of: "
                                + String.join(", ", valid.stream().sorted().toList()) + ".");
    }

    /** Levenshtein's distance, two rows at a time. */
    private static int edits(String one, String other) {
        int[] above = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            above[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int[] row = new int[other.length() + 1];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int replaced = above[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, Math.min(above[j], row[j - 1]) + 1);
            }
            above = row;
        }
        return above[other.length()];
    }
}
