package dev.quartermaster.intents.reading.embedded;

/**
 * Softmax regression on embeddings: the same examples give the same weights.
 *
 * @param weights one row a number of the vector, as long as there are labels, and a last row of biases: so laid out,
 *     every inner loop runs over neighbours; and since what is summed up is double and what is read is float, the compiler
 *     knows that one is not the other and makes wide instructions of it
 */
record Softmax(float[] weights, int labels) {

    private static final int STEPS = 50;
    private static final double ENOUGH = 1e-4;
    private static final float DECAY = 1e-4f;
    /** Unit vectors of one model lie close together; stretched, they are easier to part. */
    private static final float SCALE = 4;
    /** Examples, or numbers of a vector (whose length this divides), that pass through what is summed up at once. */
    private static final int UNROLLED = 4;

    /** @param importance of each example; one is usual */
    static Softmax train(float[][] vectors, int[] labels, double[] importance, int labelCount) {
        var size = (vectors[0].length + 1) * labelCount;
        Slopes slopes = (place, slope) -> slope(new Softmax(place, labelCount), vectors, labels, importance, slope);
        return new Softmax(Descent.of(slopes, size, STEPS, ENOUGH), labelCount);
    }

    private static double slope(Softmax model, float[][] vectors, int[] labels, double[] importance, float[] slope) {
        var weights = model.weights;
        var penalised = weights.length - model.labels;
        var height = 0.0;
        for (var i = 0; i < slope.length; i++) {
            slope[i] = i < penalised ? DECAY * weights[i] : 0;
            height += i < penalised ? 0.5 * DECAY * weights[i] * weights[i] : 0;
        }
        var sums = new double[slope.length];
        var logs = new double[model.labels];
        var pushes = new float[UNROLLED][model.labels];
        for (var n = 0; n < vectors.length; n += UNROLLED) {
            var end = Math.min(vectors.length, n + UNROLLED);
            for (var each = n; each < end; each++) {
                model.logs(vectors[each], logs);
                var share = (float) (importance[each] / vectors.length);
                height += share * pushes(logs, labels[each], share, pushes[each - n]);
            }
            if (end - n == UNROLLED) {
                model.add(sums, vectors, n, pushes);
            } else {
                for (var each = n; each < end; each++) {
                    model.add(sums, vectors[each], pushes[each - n]);
                }
            }
        }
        for (var i = 0; i < slope.length; i++) {
            slope[i] += (float) sums[i];
        }
        return height;
    }

    /** How far each label is off, times a share. @return the loss of the example */
    private static double pushes(double[] logs, int right, float share, float[] pushes) {
        var highest = Double.NEGATIVE_INFINITY;
        for (var log : logs) {
            highest = Math.max(highest, log);
        }
        var total = 0.0;
        var wanted = logs[right] - highest;
        for (var label = 0; label < logs.length; label++) {
            logs[label] = Math.exp(logs[label] - highest);
            total += logs[label];
        }
        for (var label = 0; label < logs.length; label++) {
            pushes[label] = (float) (logs[label] * share / total);
        }
        pushes[right] -= share;
        return Math.log(total) - wanted;
    }

    /** The sums are more than the nearest cache holds: several examples at a time pass through them once. */
    private void add(double[] sums, float[][] vectors, int first, float[][] pushes) {
        var one = pushes[0];
        var two = pushes[1];
        var three = pushes[2];
        var four = pushes[3];
        for (var i = 0; i < vectors[first].length; i++) {
            double ofOne = SCALE * vectors[first][i];
            double ofTwo = SCALE * vectors[first + 1][i];
            double ofThree = SCALE * vectors[first + 2][i];
            double ofFour = SCALE * vectors[first + 3][i];
            var row = i * labels;
            for (var label = 0; label < labels; label++) {
                sums[row + label] +=
                        ofOne * one[label] + ofTwo * two[label] + ofThree * three[label] + ofFour * four[label];
            }
        }
        var row = vectors[first].length * labels;
        for (var label = 0; label < labels; label++) {
            sums[row + label] += (double) one[label] + two[label] + three[label] + four[label];
        }
    }

    private void add(double[] sums, float[] vector, float[] pushes) {
        for (var i = 0; i < vector.length; i++) {
            double number = SCALE * vector[i];
            var row = i * labels;
            for (var label = 0; label < labels; label++) {
                sums[row + label] += number * pushes[label];
            }
        }
        var row = vector.length * labels;
        for (var label = 0; label < labels; label++) {
            sums[row + label] += pushes[label];
        }
    }

    /** Unnormalised logarithms of the odds. */
    private void logs(float[] vector, double[] logs) {
        var biases = vector.length * labels;
        for (var label = 0; label < labels; label++) {
            logs[label] = weights[biases + label];
        }
        for (var i = 0; i < vector.length; i += UNROLLED) {
            double first = SCALE * vector[i];
            double second = SCALE * vector[i + 1];
            double third = SCALE * vector[i + 2];
            double fourth = SCALE * vector[i + 3];
            var one = i * labels;
            var two = one + labels;
            var three = two + labels;
            var four = three + labels;
            for (var label = 0; label < labels; label++) {
                logs[label] += first * weights[one + label]
                        + second * weights[two + label]
                        + third * weights[three + label]
                        + fourth * weights[four + label];
            }
        }
    }

    /** Logarithms of the probability of every label. */
    float[] logs(float[] vector) {
        var logs = new double[labels];
        logs(vector, logs);
        var highest = Double.NEGATIVE_INFINITY;
        for (var log : logs) {
            highest = Math.max(highest, log);
        }
        var total = 0.0;
        for (var log : logs) {
            total += Math.exp(log - highest);
        }
        var shift = highest + Math.log(total);
        var normalised = new float[labels];
        for (var label = 0; label < labels; label++) {
            normalised[label] = (float) (logs[label] - shift);
        }
        return normalised;
    }
}
