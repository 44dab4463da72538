package dev.quartermaster.intents.reading.embedded;

import java.util.List;

/**
 * How much each view counts, so that the odds that come out are probabilities: of the readings at 80 %, four in five
 * are right. Fitted to examples that the models had not seen.
 */
record Fusion(float meaning, float words, float alike) {

    private static final int STEPS = 100;
    private static final double ENOUGH = 1e-8;
    /** Cosines differ by little; spread to the range of the others, what they weigh is found as quickly. */
    private static final float SPREAD = 10;

    static Fusion fitted(List<Signals> unseen, int[] labels) {
        Slopes slopes = (place, slope) -> slope(of(place), unseen, labels, slope);
        var place = Descent.of(slopes, 3, STEPS, ENOUGH);
        return new Fusion(Math.max(0, place[0]), Math.max(0, place[1]), Math.max(0, SPREAD * place[2]));
    }

    private static Fusion of(float[] place) {
        return new Fusion(place[0], place[1], SPREAD * place[2]);
    }

    private static double slope(Fusion fusion, List<Signals> unseen, int[] labels, float[] slope) {
        var sums = new double[3];
        var height = 0.0;
        for (var n = 0; n < labels.length; n++) {
            var signals = unseen.get(n);
            var odds = fusion.odds(signals);
            var right = labels[n];
            height -= Math.log(Math.max(1e-12, odds[right])) / labels.length;
            for (var label = 0; label < odds.length; label++) {
                var push = (odds[label] - (label == right ? 1 : 0)) / labels.length;
                sums[0] += push * Math.max(FLOOR, signals.meaning()[label]);
                sums[1] += push * signals.words()[label];
                sums[2] += push * SPREAD * signals.alike()[label];
            }
        }
        for (var view = 0; view < sums.length; view++) {
            slope[view] = (float) sums[view];
        }
        return height;
    }

    /** One view alone can speak against a label, but not rule it out. */
    private static final float FLOOR = -15;

    /** A probability for every label. */
    double[] odds(Signals signals) {
        var odds = new double[signals.meaning().length];
        var highest = Double.NEGATIVE_INFINITY;
        for (var label = 0; label < odds.length; label++) {
            odds[label] = meaning * Math.max(FLOOR, signals.meaning()[label])
                    + words * signals.words()[label]
                    + alike * signals.alike()[label];
            highest = Math.max(highest, odds[label]);
        }
        var total = 0.0;
        for (var label = 0; label < odds.length; label++) {
            odds[label] = Math.exp(odds[label] - highest);
            total += odds[label];
        }
        for (var label = 0; label < odds.length; label++) {
            odds[label] /= total;
        }
        return odds;
    }
}
