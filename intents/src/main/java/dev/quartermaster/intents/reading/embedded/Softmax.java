package dev.quartermaster.intents.reading.embedded;

/**
 * Softmax regression on embeddings, trained by full-batch Adam from zero: the same examples give the same weights.
 *
 * @param weights one row a label, the last number its bias
 */
record Softmax(float[][] weights) {

    private static final int STEPS = 100;
    private static final double RATE = 0.15;
    private static final double DECAY = 2e-4;
    /** Unit vectors of one model lie close together; stretched, they are easier to part. */
    private static final float SCALE = 4;

    static Softmax train(float[][] vectors, int[] labels, double[] importance, int labelCount) {
        var size = vectors[0].length + 1;
        var weights = new float[labelCount][size];
        var mean = new double[labelCount][size];
        var spread = new double[labelCount][size];
        for (var step = 1; step <= STEPS; step++) {
            var slope = slope(new Softmax(weights), vectors, labels, importance);
            var rate = RATE * Math.sqrt(1 - Math.pow(0.999, step)) / (1 - Math.pow(0.9, step));
            for (var label = 0; label < labelCount; label++) {
                for (var i = 0; i < size; i++) {
                    var g = slope[label][i] + DECAY * weights[label][i];
                    mean[label][i] = 0.9 * mean[label][i] + 0.1 * g;
                    spread[label][i] = 0.999 * spread[label][i] + 0.001 * g * g;
                    weights[label][i] -= (float) (rate * mean[label][i] / (Math.sqrt(spread[label][i]) + 1e-8));
                }
            }
        }
        return new Softmax(weights);
    }

    private static float[][] slope(Softmax model, float[][] vectors, int[] labels, double[] importance) {
        var slope = new float[model.weights.length][model.weights[0].length];
        for (var n = 0; n < vectors.length; n++) {
            var odds = model.odds(vectors[n]);
            odds[labels[n]] -= 1;
            for (var label = 0; label < slope.length; label++) {
                var push = (float) (odds[label] * importance[n] / vectors.length);
                if (Math.abs(push) > 1e-9) {
                    add(slope[label], vectors[n], push);
                }
            }
        }
        return slope;
    }

    private static void add(float[] slope, float[] vector, float push) {
        var scaled = push * SCALE;
        for (var i = 0; i < vector.length; i++) {
            slope[i] += scaled * vector[i];
        }
        slope[vector.length] += push;
    }

    /** A probability for every label. */
    double[] odds(float[] vector) {
        var odds = new double[weights.length];
        var highest = Double.NEGATIVE_INFINITY;
        for (var label = 0; label < weights.length; label++) {
            var row = weights[label];
            odds[label] = dot(row, vector) * SCALE + row[vector.length];
            highest = Math.max(highest, odds[label]);
        }
        return normalised(odds, highest);
    }

    /** Four sums side by side: the compiler may not reorder one, and training is little else than this. */
    static float dot(float[] row, float[] vector) {
        var a = 0f;
        var b = 0f;
        var c = 0f;
        var d = 0f;
        for (var i = 0; i + 3 < vector.length; i += 4) {
            a += row[i] * vector[i];
            b += row[i + 1] * vector[i + 1];
            c += row[i + 2] * vector[i + 2];
            d += row[i + 3] * vector[i + 3];
        }
        return a + b + c + d;
    }

    static double[] normalised(double[] logs, double highest) {
        var total = 0.0;
        for (var label = 0; label < logs.length; label++) {
            logs[label] = Math.exp(logs[label] - highest);
            total += logs[label];
        }
        for (var label = 0; label < logs.length; label++) {
            logs[label] /= total;
        }
        return logs;
    }
}
