package dev.quartermaster.intents.reading.embedded;

/**
 * Softmax regression on embeddings: the same examples give the same weights.
 *
 * @param weights one row a number of the vector, as long as there are labels, and a last row of biases: so laid out,
 *     every inner loop runs over neighbours and the compiler makes wide instructions of it
 */
record Softmax(float[] weights, int labels) {

    private static final int STEPS = 40;
    private static final float DECAY = 2e-4f;
    /** Unit vectors of one model lie close together; stretched, they are easier to part. */
    private static final float SCALE = 4;

    /** @param importance of each example; one is usual */
    static Softmax train(float[][] vectors, int[] labels, double[] importance, int labelCount) {
        var size = (vectors[0].length + 1) * labelCount;
        Slopes slopes = (place, slope) -> slope(new Softmax(place, labelCount), vectors, labels, importance, slope);
        return new Softmax(Descent.of(slopes, size, STEPS), labelCount);
    }

    private static double slope(Softmax model, float[][] vectors, int[] labels, double[] importance, float[] slope) {
        var weights = model.weights;
        var penalised = weights.length - model.labels;
        var height = 0.0;
        for (var i = 0; i < slope.length; i++) {
            slope[i] = i < penalised ? DECAY * weights[i] : 0;
            height += i < penalised ? 0.5 * DECAY * weights[i] * weights[i] : 0;
        }
        var logs = new float[model.labels];
        for (var n = 0; n < vectors.length; n++) {
            model.logs(vectors[n], logs);
            var share = (float) (importance[n] / vectors.length);
            height += share * pushes(logs, labels[n], share);
            model.add(slope, vectors[n], logs);
        }
        return height;
    }

    /** Turns logs into how far each label is off, times a share. @return the loss of the example */
    private static double pushes(float[] logs, int right, float share) {
        var highest = Float.NEGATIVE_INFINITY;
        for (var log : logs) {
            highest = Math.max(highest, log);
        }
        var total = 0f;
        var wanted = logs[right] - highest;
        for (var label = 0; label < logs.length; label++) {
            logs[label] = (float) Math.exp(logs[label] - highest);
            total += logs[label];
        }
        for (var label = 0; label < logs.length; label++) {
            logs[label] *= share / total;
        }
        logs[right] -= share;
        return Math.log(total) - wanted;
    }

    private void add(float[] slope, float[] vector, float[] pushes) {
        for (var i = 0; i < vector.length; i++) {
            var number = SCALE * vector[i];
            var row = i * labels;
            for (var label = 0; label < labels; label++) {
                slope[row + label] += number * pushes[label];
            }
        }
        var row = vector.length * labels;
        for (var label = 0; label < labels; label++) {
            slope[row + label] += pushes[label];
        }
    }

    /** Unnormalised logarithms of the odds. */
    void logs(float[] vector, float[] logs) {
        System.arraycopy(weights, vector.length * labels, logs, 0, labels);
        for (var i = 0; i + 1 < vector.length; i += 2) {
            var first = SCALE * vector[i];
            var second = SCALE * vector[i + 1];
            var row = i * labels;
            for (var label = 0; label < labels; label++) {
                logs[label] += first * weights[row + label] + second * weights[row + labels + label];
            }
        }
    }

    /** Logarithms of the probability of every label. */
    float[] logs(float[] vector) {
        var logs = new float[labels];
        logs(vector, logs);
        return normalised(logs);
    }

    static float[] normalised(float[] logs) {
        var highest = Float.NEGATIVE_INFINITY;
        for (var log : logs) {
            highest = Math.max(highest, log);
        }
        var total = 0.0;
        for (var log : logs) {
            total += Math.exp(log - highest);
        }
        var shift = (float) (highest + Math.log(total));
        for (var label = 0; label < logs.length; label++) {
            logs[label] -= shift;
        }
        return logs;
    }
}
