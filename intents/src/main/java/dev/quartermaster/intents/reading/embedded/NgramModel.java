package dev.quartermaster.intents.reading.embedded;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A support vector machine on n-grams: sure about wordings it has seen, and about typing errors in them.
 *
 * @param rows by feature, its row of weights; 0: no example has it
 * @param weights rows of as many numbers as there are labels, from row 1 on
 */
record NgramModel(char[] rows, float[] weights, int labels) {

    /** Crammer and Singer's: on ten thousand sentences of 77 labels more right than one-against-all, and many times faster. */
    private static final SolverType SOLVER = SolverType.MCSVM_CS;

    private static final double COST = 3;
    private static final double PRECISION = 0.2;

    /** @param classWeights how much each label's examples count */
    static NgramModel train(List<Ngrams> examples, int[] labels, double[] classWeights) {
        Linear.disableDebugOutput();
        var problem = new Problem();
        problem.l = examples.size();
        problem.n = Ngrams.DIMENSIONS;
        problem.x = examples.stream().map(NgramModel::nodes).toArray(Feature[][]::new);
        problem.y = IntStream.of(labels).asDoubleStream().toArray();
        var parameter = new Parameter(SOLVER, COST, PRECISION);
        parameter.setWeights(
                classWeights, IntStream.range(0, classWeights.length).toArray());
        return compact(Linear.train(problem, parameter), classWeights.length);
    }

    private static Feature[] nodes(Ngrams ngrams) {
        var nodes = new Feature[ngrams.features().length];
        for (var i = 0; i < nodes.length; i++) {
            nodes[i] = new FeatureNode(ngrams.features()[i] + 1, ngrams.weights()[i]);
        }
        return nodes;
    }

    /** The library's own form is two hundred megabytes for a hundred labels: most rows are empty. */
    private static NgramModel compact(Model model, int labels) {
        var all = model.getFeatureWeights();
        var columns = model.getLabels();
        var trained = model.getNrClass();
        var rows = new char[Ngrams.DIMENSIONS];
        var weights = new float[Ngrams.DIMENSIONS * labels];
        var used = 1;
        for (var feature = 0; feature < rows.length; feature++) {
            var any = false;
            for (var column = 0; column < trained; column++) {
                any |= all[feature * trained + column] != 0;
            }
            if (any && used < Ngrams.DIMENSIONS) {
                for (var column = 0; column < trained; column++) {
                    weights[used * labels + columns[column]] = (float) all[feature * trained + column];
                }
                rows[feature] = (char) used++;
            }
        }
        return new NgramModel(rows, Arrays.copyOf(weights, used * labels), labels);
    }

    /** How much the words speak for each label: of no unit, higher is more. */
    float[] margins(Ngrams ngrams) {
        var margins = new float[labels];
        for (var i = 0; i < ngrams.features().length; i++) {
            var row = rows[ngrams.features()[i]] * labels;
            var weight = ngrams.weights()[i];
            for (var label = 0; label < labels && row > 0; label++) {
                margins[label] += weight * weights[row + label];
            }
        }
        return margins;
    }
}
