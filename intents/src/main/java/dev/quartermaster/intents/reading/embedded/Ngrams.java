package dev.quartermaster.intents.reading.embedded;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Words, pairs of words, and pieces of three to five letters, hashed into a sparse unit vector.
 *
 * @param features ascending, from 0 to below {@link #DIMENSIONS}
 */
record Ngrams(int[] features, float[] weights) {

    static final int DIMENSIONS = 1 << 16;
    private static final int SHORTEST = 3;
    private static final int LONGEST = 5;
    /** Pieces of letters are many and overlap: together they weigh about as much as the words. */
    private static final float PIECE_WEIGHT = 0.4f;

    private static final Pattern DIGITS = Pattern.compile("\\d+");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}0:+'?-]+");

    static Ngrams of(String text) {
        var plain = BETWEEN.matcher(
                        DIGITS.matcher(text.toLowerCase(Locale.ROOT)).replaceAll("0"))
                .replaceAll(" ");
        var found = new Collected();
        var before = "^";
        var kindBefore = "^";
        var kindTwoBefore = "";
        for (var word : plain.replace("?", " ? ").strip().split(" +")) {
            var kind = Kinds.of(word);
            found.add("w " + word, 1);
            found.add("b " + before + " " + word, 1);
            found.add("k " + kind, 1);
            found.add("kb " + kindBefore + " " + kind, 1);
            found.add("kt " + kindTwoBefore + " " + kindBefore + " " + kind, 0.7f);
            kindTwoBefore = kindBefore;
            kindBefore = kind;
            found.pieces(word);
            before = word;
        }
        found.add("b " + before + " $", 1);
        return found.merged();
    }

    /** Features as they are met; the same one met twice counts once, at its highest weight. */
    private static final class Collected {

        private long[] pairs = new long[256];
        private int size;

        void add(String feature, float weight) {
            add(feature.hashCode(), weight);
        }

        private void add(int hash, float weight) {
            if (size == pairs.length) {
                pairs = Arrays.copyOf(pairs, 2 * size);
            }
            var feature = Math.floorMod(mixed(hash), DIMENSIONS);
            pairs[size++] = (long) feature << 32 | Float.floatToIntBits(weight);
        }

        void pieces(String word) {
            var padded = "<" + word + ">";
            for (var start = 0; start + SHORTEST <= padded.length(); start++) {
                var hash = 0;
                for (var end = start; end < Math.min(padded.length(), start + LONGEST); end++) {
                    hash = 31 * hash + padded.charAt(end);
                    if (end - start + 1 >= SHORTEST) {
                        add(hash, PIECE_WEIGHT);
                    }
                }
            }
        }

        /** String hashes of short words differ in few bits; spread them. */
        private static int mixed(int hash) {
            var mixed = hash * 0x9E3779B9;
            return mixed ^ mixed >>> 15;
        }

        Ngrams merged() {
            Arrays.sort(pairs, 0, size);
            var features = new int[size];
            var weights = new float[size];
            var kept = 0;
            var sum = 0.0;
            for (var i = 0; i < size; i++) {
                var feature = (int) (pairs[i] >>> 32);
                if (i + 1 == size || (int) (pairs[i + 1] >>> 32) != feature) {
                    features[kept] = feature;
                    weights[kept] = Float.intBitsToFloat((int) pairs[i]);
                    sum += weights[kept] * weights[kept];
                    kept++;
                }
            }
            var length = (float) Math.sqrt(sum);
            for (var i = 0; i < kept; i++) {
                weights[i] /= length;
            }
            return new Ngrams(Arrays.copyOf(features, kept), Arrays.copyOf(weights, kept));
        }
    }
}
