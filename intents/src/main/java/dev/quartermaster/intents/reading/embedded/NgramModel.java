package dev.quartermaster.intents.reading.embedded;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.util.List;
import java.util.stream.IntStream;

/** Logistic regression on n-grams: sure about wordings it has seen, and about typing errors in them. */
final class NgramModel {

    private static final double COST = 30;
    private static final double PRECISION = 0.05;

    private final Model model;

    NgramModel(Model model) {
        this.model = model;
    }

    static NgramModel train(List<Example> examples, int[] labels, double[] classWeights) {
        Linear.disableDebugOutput();
        var problem = new Problem();
        problem.l = examples.size();
        problem.n = Ngrams.DIMENSIONS;
        problem.x = examples.stream().map(example -> Ngrams.of(example.text())).toArray(Feature[][]::new);
        problem.y = IntStream.of(labels).asDoubleStream().toArray();
        var parameter = new Parameter(SolverType.L2R_LR, COST, PRECISION);
        parameter.setWeights(
                classWeights, IntStream.range(0, classWeights.length).toArray());
        return new NgramModel(Linear.train(problem, parameter));
    }

    Model model() {
        return model;
    }

    /** A probability for every label, in the labels' own order. */
    double[] odds(String text) {
        var raw = new double[model.getNrClass()];
        Linear.predictProbability(model, Ngrams.of(text), raw);
        var ordered = new double[raw.length];
        var labels = model.getLabels();
        for (var i = 0; i < raw.length; i++) {
            ordered[labels[i]] = raw[i];
        }
        return ordered;
    }
}
