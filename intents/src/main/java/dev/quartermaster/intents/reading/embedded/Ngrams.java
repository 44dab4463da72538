package dev.quartermaster.intents.reading.embedded;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import java.util.Locale;
import java.util.TreeMap;

/** Words, pairs of words, and pieces of three to five letters, hashed into a sparse unit vector. */
final class Ngrams {

    static final int DIMENSIONS = 1 << 16;
    private static final int SHORTEST = 3;
    private static final int LONGEST = 5;
    /** Pieces of letters are many and overlap: together they weigh about as much as the words. */
    private static final double PIECE_WEIGHT = 0.4;

    private Ngrams() {}

    static Feature[] of(String text) {
        var weights = new TreeMap<Integer, Double>();
        var words = text.toLowerCase(Locale.ROOT)
                .replaceAll("\\d+", "0")
                .replaceAll("[^\\p{L}0:+'-]+", " ")
                .strip()
                .split(" ");
        var before = "^";
        var kindBefore = "^";
        var kindTwoBefore = "";
        for (var word : words) {
            var kind = Kinds.of(word);
            add(weights, "w " + word, 1);
            add(weights, "b " + before + " " + word, 1);
            add(weights, "k " + kind, 1);
            add(weights, "kb " + kindBefore + " " + kind, 1);
            add(weights, "kt " + kindTwoBefore + " " + kindBefore + " " + kind, 0.7);
            kindTwoBefore = kindBefore;
            kindBefore = kind;
            var padded = "<" + word + ">";
            for (var length = SHORTEST; length <= LONGEST; length++) {
                for (var at = 0; at + length <= padded.length(); at++) {
                    add(weights, padded.substring(at, at + length), PIECE_WEIGHT);
                }
            }
            before = word;
        }
        add(weights, "b " + before + " $", 1);
        var norm = Math.sqrt(
                weights.values().stream().mapToDouble(weight -> weight * weight).sum());
        return weights.entrySet().stream()
                .map(entry -> new FeatureNode(entry.getKey(), entry.getValue() / norm))
                .toArray(Feature[]::new);
    }

    private static void add(TreeMap<Integer, Double> weights, String feature, double weight) {
        weights.merge(Math.floorMod(mixed(feature.hashCode()), DIMENSIONS) + 1, weight, Math::max);
    }

    /** String hashes of short words differ in few bits; spread them. */
    private static int mixed(int hash) {
        var mixed = hash * 0x9E3779B9;
        return mixed ^ mixed >>> 15;
    }
}
