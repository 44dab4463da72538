package dev.quartermaster.intents.reading.embedded;

import java.util.List;

/**
 * What was learnt from examples, and how to score a sentence with it. Immutable, safe to share.
 *
 * @param labels in the order of all odds
 * @param vectors of the examples, for the nearest one
 */
record Trained(List<String> labels, List<Example> examples, float[][] vectors, Softmax softmax, NgramModel ngrams) {

    private static final double EMBEDDING_SHARE = 0.6;

    Trained {
        labels = List.copyOf(labels);
        examples = List.copyOf(examples);
    }

    static Trained from(List<Example> examples, float[][] vectors) {
        var labels = examples.stream().map(Example::label).distinct().toList();
        var numbers = examples.stream()
                .mapToInt(example -> labels.indexOf(example.label()))
                .toArray();
        var classWeights = weights(numbers, labels.size());
        var importance = new double[numbers.length];
        for (var i = 0; i < numbers.length; i++) {
            importance[i] = classWeights[numbers[i]];
        }
        return new Trained(
                labels,
                examples,
                vectors,
                Softmax.train(vectors, numbers, importance, labels.size()),
                NgramModel.train(examples, numbers, classWeights));
    }

    /** Rare labels count more, but not so much that few examples outshout many. */
    private static double[] weights(int[] numbers, int labelCount) {
        var counts = new double[labelCount];
        for (var number : numbers) {
            counts[number]++;
        }
        var weights = new double[labelCount];
        for (var label = 0; label < labelCount; label++) {
            weights[label] = Math.sqrt((double) numbers.length / labelCount / counts[label]);
        }
        return weights;
    }

    Scores score(String text, float[] vector) {
        var byMeaning = softmax.odds(vector);
        var byWords = ngrams.odds(text);
        var fused = new double[labels.size()];
        var highest = Double.NEGATIVE_INFINITY;
        for (var label = 0; label < fused.length; label++) {
            fused[label] = EMBEDDING_SHARE * Math.log(byMeaning[label] + 1e-9)
                    + (1 - EMBEDDING_SHARE) * Math.log(byWords[label] + 1e-9);
            highest = Math.max(highest, fused[label]);
        }
        return new Scores(labels, Softmax.normalised(fused, highest), nearest(vector));
    }

    private double nearest(float[] vector) {
        var best = -1.0;
        for (var example : vectors) {
            best = Math.max(best, Softmax.dot(example, vector));
        }
        return best;
    }
}
