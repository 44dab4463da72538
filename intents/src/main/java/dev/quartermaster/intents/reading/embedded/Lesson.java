package dev.quartermaster.intents.reading.embedded;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Examples ready to be learnt from: numbered labels, n-grams, vectors. Costs some seconds for thousands of them. */
final class Lesson {

    private static final int FOLDS = 3;

    private final int labelCount;
    private final int[] labels;
    private final List<Ngrams> ngrams;
    private final float[][] vectors;
    private final int[] folds;
    private final boolean neighbours;

    Lesson(int labelCount, int[] labels, List<String> texts, float[][] vectors, boolean neighbours) {
        this.neighbours = neighbours;
        this.labelCount = labelCount;
        this.labels = labels;
        this.ngrams = texts.stream().map(Ngrams::of).toList();
        this.vectors = vectors;
        this.folds = folds(labels, labelCount);
    }

    /** Every label is in every fold, and neighbours in a file, often one thought in two wordings, are in the same. */
    private static int[] folds(int[] labels, int labelCount) {
        var met = new int[labelCount];
        return IntStream.of(labels).map(label -> met[label]++ / 2 % FOLDS).toArray();
    }

    /** @param unseen by example, read by models that had not learnt it */
    record Learned(Models models, List<Signals> unseen) {}

    /** The folds and the whole are learnt side by side, each on one core: what comes out depends on neither. */
    Learned learned() {
        var unseen = new Signals[labels.length];
        var models = IntStream.rangeClosed(0, FOLDS)
                .parallel()
                .mapToObj(fold -> {
                    var trained = without(fold);
                    for (var n = 0; n < labels.length; n++) {
                        if (folds[n] == fold) {
                            unseen[n] = trained.read(ngrams.get(n), vectors[n]);
                        }
                    }
                    return fold == FOLDS ? List.of(trained) : List.<Models>of();
                })
                .flatMap(List::stream)
                .toList();
        return new Learned(models.getFirst(), Arrays.asList(unseen));
    }

    private Models without(int fold) {
        var kept =
                IntStream.range(0, labels.length).filter(n -> folds[n] != fold).toArray();
        var keptNgrams = new ArrayList<Ngrams>(kept.length);
        var keptVectors = new float[kept.length][];
        var keptLabels = new int[kept.length];
        for (var i = 0; i < kept.length; i++) {
            keptNgrams.add(ngrams.get(kept[i]));
            keptVectors[i] = vectors[kept[i]];
            keptLabels[i] = labels[kept[i]];
        }
        return Models.train(keptNgrams, keptVectors, keptLabels, labelCount, neighbours);
    }
}
