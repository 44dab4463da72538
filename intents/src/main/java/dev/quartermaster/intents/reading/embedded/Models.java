package dev.quartermaster.intents.reading.embedded;

import java.util.List;

/** Two views of the same examples, one of meaning and one of wording, and the examples' own vectors. */
record Models(Softmax softmax, NgramModel ngrams, Nearby nearby) {

    /** About what the views come to weigh; here they only choose whose examples are looked at. */
    private static final double PROMISE = 5;

    /** @param neighbours whether the most alike examples count: with few labels, looking for them costs more than all the rest */
    static Models train(List<Ngrams> ngrams, float[][] vectors, int[] labels, int labelCount, boolean neighbours) {
        var classWeights = weights(labels, labelCount);
        var importance = new double[labels.length];
        for (var i = 0; i < labels.length; i++) {
            importance[i] = classWeights[labels[i]];
        }
        return new Models(
                Softmax.train(vectors, labels, importance, labelCount),
                NgramModel.train(ngrams, labels, classWeights),
                neighbours ? Nearby.of(vectors, labels, labelCount) : Nearby.none(labelCount));
    }

    /** Rare labels count more, but not so much that few examples outshout many. */
    private static double[] weights(int[] labels, int labelCount) {
        var counts = new double[labelCount];
        for (var label : labels) {
            counts[label]++;
        }
        var weights = new double[labelCount];
        for (var label = 0; label < labelCount; label++) {
            weights[label] = Math.sqrt((double) labels.length / labelCount / Math.max(1, counts[label]));
        }
        return weights;
    }

    Signals read(Ngrams said, float[] vector) {
        var meaning = softmax.logs(vector);
        var words = ngrams.margins(said);
        var promising = new double[meaning.length];
        for (var label = 0; label < promising.length; label++) {
            promising[label] = meaning[label] + PROMISE * words[label];
        }
        var first = new float[] {-1};
        var alike = nearby.alike(vector, promising, first);
        return new Signals(meaning, words, alike, first[0]);
    }
}
