package dev.quartermaster.intents.reading.embedded;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Where to be careful, measured on examples that the models had not seen, so that nobody sets a number by hand.
 *
 * @param ask below these odds of the best verb, readings were wrong at least half the time
 * @param margin closer than this to the next verb, readings were wrong at least half the time
 * @param act from these odds on, next to nothing that is not ours was taken for an action
 * @param beyond from this probability of being nothing of ours on, it is better to take it for that
 */
record Bars(double ask, double margin, double act, double beyond) {

    /** One in this many sentences that are not ours may pass the bar for acting. */
    private static final int PASSING = 200;

    /**
     * One held-out reading, by verb.
     *
     * @param ours whether the sentence is something of ours
     * @param action whether it was read as something to do
     */
    record Held(double odds, double margin, double beyond, boolean right, boolean ours, boolean action) {}

    static Bars of(List<Held> held) {
        return new Bars(doubtful(held, Held::odds), doubtful(held, Held::margin), act(held), beyond(held));
    }

    /** The highest value below which at least half of the readings are wrong. */
    private static double doubtful(List<Held> held, ToDoubleFunction<Held> value) {
        var sorted = held.stream().sorted(Comparator.comparingDouble(value)).toList();
        var wrong = 0;
        var bar = 0.0;
        for (var n = 0; n < sorted.size(); n++) {
            wrong += sorted.get(n).right() ? 0 : 1;
            if (2 * wrong >= n + 1) {
                bar = value.applyAsDouble(sorted.get(n));
            }
        }
        return bar;
    }

    private static double act(List<Held> held) {
        var foreign = held.stream().filter(each -> !each.ours()).count();
        var mistaken = new ArrayList<>(held.stream()
                .filter(each -> !each.ours() && each.action())
                .map(Held::odds)
                .sorted(Comparator.reverseOrder())
                .toList());
        var passing = (int) (foreign / PASSING);
        return mistaken.size() > passing ? mistaken.get(passing) : 0;
    }

    /** Where the share of ours that is kept and the share of the rest that is caught add up to most. */
    private static double beyond(List<Held> held) {
        var sorted = held.stream()
                .sorted(Comparator.comparingDouble(Held::beyond).reversed())
                .toList();
        var foreign = Math.max(1, held.stream().filter(each -> !each.ours()).count());
        var ours = Math.max(1, held.size() - foreign);
        var caught = 0.0;
        var lost = 0.0;
        var best = 0.0;
        var bar = 1.0;
        for (var each : sorted) {
            caught += each.ours() ? 0 : 1.0 / foreign;
            lost += each.ours() && each.right() ? 1.0 / ours : 0;
            if (caught - lost > best) {
                best = caught - lost;
                bar = each.beyond();
            }
        }
        return bar;
    }
}
