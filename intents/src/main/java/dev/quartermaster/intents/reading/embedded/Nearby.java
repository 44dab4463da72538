package dev.quartermaster.intents.reading.embedded;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The examples' vectors, by label, to find the most alike ones. Each number has been through a byte, so a cosine is right
 * to about 0.002; only examples of the likeliest labels are looked at, because all of ten thousand would cost a third of
 * embedding the sentence.
 *
 * @param numbers by label, by place in the vector, by example: so laid out the sums run side by side
 * @param starts where each label's examples begin, counted in examples; one more than there are labels
 */
record Nearby(float[] numbers, int[] starts) {

    /** At least so many labels' examples are looked at, and more while there are not {@link #LOOKED_AT} yet. */
    private static final int LIKELIEST = 8;

    private static final int LOOKED_AT = 2_000;
    private static final int CLOSEST = 3;
    /** The largest number seen in ten thousand unit vectors of this model is 0.58; those beyond two thirds would be cut. */
    static final float SCALE = 127 * 1.5f;

    /** Without examples, so that none is ever near. */
    static Nearby none(int labelCount) {
        return new Nearby(new float[0], new int[labelCount + 1]);
    }

    static Nearby of(float[][] vectors, int[] labels, int labelCount) {
        var starts = new int[labelCount + 1];
        for (var label : labels) {
            starts[label + 1]++;
        }
        for (var label = 0; label < labelCount; label++) {
            starts[label + 1] += starts[label];
        }
        var numbers = new float[vectors.length * Vectors.SIZE];
        var met = new int[labelCount];
        for (var n = 0; n < vectors.length; n++) {
            var label = labels[n];
            var count = starts[label + 1] - starts[label];
            var at = starts[label] * Vectors.SIZE + met[label]++;
            for (var i = 0; i < Vectors.SIZE; i++) {
                numbers[at + i * count] = Math.clamp(Math.round(vectors[n][i] * SCALE), -127, 127) / SCALE;
            }
        }
        return new Nearby(numbers, starts);
    }

    /**
     * How alike the closest examples of each label are: the mean of their cosines. Labels that are not looked at get the
     * lowest mean found.
     *
     * @param first where the highest of all cosines is put
     */
    float[] alike(float[] vector, double[] promising, float[] first) {
        var alike = new float[starts.length - 1];
        Arrays.fill(alike, 2);
        var lowest = 1f;
        for (var label : likeliest(promising)) {
            var closest = closest(vector, label);
            alike[label] = (float) Arrays.stream(closest).average().orElse(-1);
            first[0] = (float) Math.max(first[0], closest.length == 0 ? -1 : closest[closest.length - 1]);
            lowest = Math.min(lowest, alike[label]);
        }
        for (var label = 0; label < alike.length; label++) {
            alike[label] = Math.min(alike[label], alike[label] > 1 ? lowest : 1);
        }
        return alike;
    }

    private int[] likeliest(double[] promising) {
        var ordered = IntStream.range(0, promising.length)
                .boxed()
                .sorted((one, other) -> Double.compare(promising[other], promising[one]))
                .mapToInt(Integer::intValue)
                .toArray();
        var looked = 0;
        var taken = 0;
        while (taken < ordered.length && (taken < LIKELIEST || looked < LOOKED_AT)) {
            looked += starts[ordered[taken] + 1] - starts[ordered[taken]];
            taken++;
        }
        return Arrays.copyOf(ordered, taken);
    }

    /** Ascending; fewer where the label has fewer examples. */
    private double[] closest(float[] vector, int label) {
        var count = starts[label + 1] - starts[label];
        var cosines = new double[count];
        for (var i = 0; i < Vectors.SIZE; i++) {
            double number = vector[i];
            var row = starts[label] * Vectors.SIZE + i * count;
            for (var n = 0; n < count; n++) {
                cosines[n] += number * numbers[row + n];
            }
        }
        return highest(cosines);
    }

    /** Without sorting all of a thousand for three of them. */
    private static double[] highest(double[] cosines) {
        var highest = new double[Math.min(CLOSEST, cosines.length)];
        Arrays.fill(highest, Double.NEGATIVE_INFINITY);
        for (var cosine : cosines) {
            if (highest.length > 0 && cosine > highest[0]) {
                highest[0] = cosine;
                Arrays.sort(highest);
            }
        }
        return highest;
    }
}
