package dev.quartermaster.intents.reading.embedded;

/**
 * The examples' vectors in a byte a number, by label, to find the most alike one. The cosine is right to about 0.002,
 * and only examples of the likeliest labels are looked at: all of 8,000 would cost as much as embedding the sentence.
 *
 * @param starts where each label's examples begin, counted in examples; one more than there are labels
 * @param scale what a number was multiplied with
 */
record Nearby(byte[] numbers, int[] starts, int size, float scale) {

    private static final int LIKELIEST = 3;

    /** Without examples, so that none is ever near. */
    static Nearby none(int labelCount) {
        return new Nearby(new byte[0], new int[labelCount + 1], 0, 1);
    }

    static Nearby of(float[][] vectors, int[] labels, int labelCount) {
        var size = vectors[0].length;
        var starts = new int[labelCount + 1];
        for (var label : labels) {
            starts[label + 1]++;
        }
        for (var label = 0; label < labelCount; label++) {
            starts[label + 1] += starts[label];
        }
        var scale = 127 / largest(vectors);
        var numbers = new byte[vectors.length * size];
        var next = starts.clone();
        for (var n = 0; n < vectors.length; n++) {
            var at = next[labels[n]]++ * size;
            for (var i = 0; i < size; i++) {
                numbers[at + i] = small(vectors[n][i], scale);
            }
        }
        return new Nearby(numbers, starts, size, scale);
    }

    private static float largest(float[][] vectors) {
        var largest = 1e-6f;
        for (var vector : vectors) {
            for (var number : vector) {
                largest = Math.max(largest, Math.abs(number));
            }
        }
        return largest;
    }

    private static byte small(float number, float scale) {
        return (byte) Math.round(Math.clamp(number * scale, -127f, 127f));
    }

    /** @param odds of the labels, in any unit; the highest are looked at */
    float nearest(float[] vector, float[] odds) {
        var sought = new byte[size];
        for (var i = 0; i < size; i++) {
            sought[i] = small(vector[i], scale);
        }
        var best = Integer.MIN_VALUE;
        for (var label : likeliest(odds)) {
            for (var n = starts[label]; n < starts[label + 1]; n++) {
                best = Math.max(best, dot(sought, n * size));
            }
        }
        return Math.max(-1, best / (scale * scale));
    }

    private static int[] likeliest(float[] odds) {
        var best = new int[Math.min(LIKELIEST, odds.length)];
        var left = odds.clone();
        for (var i = 0; i < best.length; i++) {
            for (var label = 1; label < left.length; label++) {
                best[i] = left[label] > left[best[i]] ? label : best[i];
            }
            left[best[i]] = Float.NEGATIVE_INFINITY;
        }
        return best;
    }

    private int dot(byte[] sought, int at) {
        var a = 0;
        var b = 0;
        for (var i = 0; i + 1 < size; i += 2) {
            a += sought[i] * numbers[at + i];
            b += sought[i + 1] * numbers[at + i + 1];
        }
        return a + b;
    }
}
