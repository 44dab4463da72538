package dev.quartermaster.intents.reading.embedded;

import java.util.ArrayDeque;

/**
 * Limited-memory BFGS (Nocedal and Wright, Numerical Optimization, algorithm 7.5) from zero. The same slopes give the
 * same place; for what is convex, as everything learnt here is, a few dozen steps are enough.
 */
final class Descent {

    private static final int REMEMBERED = 8;
    private static final int HALVINGS = 12;

    /** One step taken: how the place changed, how the slope did, and one over their product. */
    private record Step(float[] place, float[] slope, double product) {}

    private Descent() {}

    /**
     * @param steps at most
     * @param enough it is over when a step gains less than this share of the height
     */
    static float[] of(Slopes slopes, int size, int steps, double enough) {
        var place = new float[size];
        var slope = new float[size];
        var height = slopes.at(place, slope);
        var last = new ArrayDeque<Step>();
        var nextPlace = new float[size];
        var nextSlope = new float[size];
        for (var step = 0; step < steps; step++) {
            var direction = direction(slope, last);
            var downhill = dot(direction, slope);
            var length = last.isEmpty() ? 1 / Math.sqrt(Math.max(1e-12, dot(slope, slope))) : 1.0;
            var nextHeight = Double.POSITIVE_INFINITY;
            for (var halving = 0; halving < HALVINGS; halving++) {
                for (var i = 0; i < size; i++) {
                    nextPlace[i] = (float) (place[i] + length * direction[i]);
                }
                nextHeight = slopes.at(nextPlace, nextSlope);
                if (nextHeight <= height + 1e-4 * length * downhill) {
                    break;
                }
                length /= 2;
            }
            if (!(nextHeight < height)) {
                return place;
            }
            remember(last, place, nextPlace, slope, nextSlope);
            var gained = height - nextHeight;
            System.arraycopy(nextPlace, 0, place, 0, size);
            System.arraycopy(nextSlope, 0, slope, 0, size);
            height = nextHeight;
            if (gained < enough * height) {
                return place;
            }
        }
        return place;
    }

    private static void remember(ArrayDeque<Step> last, float[] place, float[] next, float[] slope, float[] nextSlope) {
        var moved = new float[place.length];
        var bent = new float[place.length];
        for (var i = 0; i < place.length; i++) {
            moved[i] = next[i] - place[i];
            bent[i] = nextSlope[i] - slope[i];
        }
        var product = dot(moved, bent);
        if (product > 1e-12) {
            last.addLast(new Step(moved, bent, 1 / product));
            if (last.size() > REMEMBERED) {
                last.removeFirst();
            }
        }
    }

    private static float[] direction(float[] slope, ArrayDeque<Step> last) {
        var direction = slope.clone();
        var shares = new double[last.size()];
        var at = last.size();
        for (var steps = last.descendingIterator(); steps.hasNext(); ) {
            var step = steps.next();
            at--;
            shares[at] = step.product() * dot(step.place(), direction);
            add(direction, step.slope(), -shares[at]);
        }
        if (!last.isEmpty()) {
            var newest = last.getLast();
            var scale = 1 / (newest.product() * dot(newest.slope(), newest.slope()));
            for (var i = 0; i < direction.length; i++) {
                direction[i] *= (float) scale;
            }
        }
        for (var step : last) {
            add(direction, step.place(), shares[at++] - step.product() * dot(step.slope(), direction));
        }
        for (var i = 0; i < direction.length; i++) {
            direction[i] = -direction[i];
        }
        return direction;
    }

    private static void add(float[] to, float[] what, double times) {
        var factor = (float) times;
        for (var i = 0; i < to.length; i++) {
            to[i] += factor * what[i];
        }
    }

    private static double dot(float[] one, float[] other) {
        var a = 0.0;
        var b = 0.0;
        var i = 0;
        for (; i + 1 < one.length; i += 2) {
            a += one[i] * other[i];
            b += one[i + 1] * other[i + 1];
        }
        return i < one.length ? a + b + one[i] * other[i] : a + b;
    }
}
