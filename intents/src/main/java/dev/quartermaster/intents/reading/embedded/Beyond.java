package dev.quartermaster.intents.reading.embedded;

import java.util.List;

/**
 * The probability that a sentence is nothing of ours, from how sure the models are, how near the nearest example is and
 * how loudly the words claim it. A logistic regression on examples that the models had not seen.
 *
 * @param weights one a clue, then a bias; empty where nothing was learnt about what is not ours
 */
record Beyond(float[] weights) {

    private static final int STEPS = 200;
    private static final double ENOUGH = 1e-7;
    /** Cosines and margins differ by little; spread, all clues are of about one size. */
    private static final float SPREAD = 4;

    private static final float DECAY = 1e-4f;

    /** @param nothing the label of what is not ours; -1: there is none */
    static Beyond fitted(List<Signals> unseen, List<double[]> odds, int[] labels, int nothing) {
        if (nothing < 0) {
            return new Beyond(new float[0]);
        }
        var clues = new float[labels.length][];
        var foreign = new boolean[labels.length];
        var count = 0;
        for (var n = 0; n < labels.length; n++) {
            clues[n] = clues(unseen.get(n), odds.get(n), nothing);
            foreign[n] = labels[n] == nothing;
            count += foreign[n] ? 1 : 0;
        }
        var ours = Math.max(1, labels.length - count);
        double[] shares = {0.5 / ours, 0.5 / count};
        Slopes slopes = (place, slope) -> slope(place, slope, clues, foreign, shares);
        var weights = Descent.of(slopes, clues[0].length + 1, STEPS, ENOUGH);
        weights[clues[0].length] += (float) Math.log((double) count / ours);
        return new Beyond(weights);
    }

    /** Both kinds weigh the same here, however few there are of one: the bias is put right afterwards. */
    private static double slope(float[] place, float[] slope, float[][] clues, boolean[] foreign, double[] shares) {
        var height = 0.0;
        for (var i = 0; i < slope.length; i++) {
            slope[i] = DECAY * place[i];
            height += 0.5 * DECAY * place[i] * place[i];
        }
        var model = new Beyond(place);
        for (var n = 0; n < clues.length; n++) {
            var odds = model.odds(clues[n]);
            var share = shares[foreign[n] ? 1 : 0];
            height -= share * Math.log(Math.max(1e-12, foreign[n] ? odds : 1 - odds));
            var push = (float) (share * (odds - (foreign[n] ? 1 : 0)));
            for (var i = 0; i < clues[n].length; i++) {
                slope[i] += push * clues[n][i];
            }
            slope[clues[n].length] += push;
        }
        return height;
    }

    private double odds(float[] clues) {
        var sum = (double) weights[clues.length];
        for (var i = 0; i < clues.length; i++) {
            sum += weights[i] * clues[i];
        }
        return 1 / (1 + Math.exp(-sum));
    }

    double odds(Signals signals, double[] odds, int nothing) {
        return weights.length == 0 ? 0 : odds(clues(signals, odds, nothing));
    }

    private static float[] clues(Signals signals, double[] odds, int nothing) {
        var best = -1.0;
        var second = 0.0;
        var loudest = Float.NEGATIVE_INFINITY;
        var clearest = Float.NEGATIVE_INFINITY;
        var closest = -1f;
        for (var label = 0; label < odds.length; label++) {
            if (label != nothing) {
                second = Math.max(second, Math.min(best, odds[label]));
                best = Math.max(best, odds[label]);
                loudest = Math.max(loudest, signals.words()[label]);
                clearest = Math.max(clearest, signals.meaning()[label]);
                closest = Math.max(closest, signals.alike()[label]);
            }
        }
        return new float[] {
            logit(odds[nothing]),
            logit(best),
            logit(best / (best + second)),
            SPREAD * signals.nearest(),
            SPREAD * closest,
            SPREAD * signals.alike()[nothing],
            SPREAD * signals.words()[nothing],
            SPREAD * loudest,
            Math.max(-8, clearest)
        };
    }

    private static float logit(double odds) {
        var bounded = Math.clamp(odds, 1e-4, 1 - 1e-4);
        return (float) Math.log(bounded / (1 - bounded));
    }
}
