package dev.quartermaster.intents.reading.embedded;

import dev.quartermaster.intents.reading.Verb;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How a sentence compares with what was learnt.
 *
 * @param odds sum to one, in the labels' order
 * @param nearest cosine to the most alike example
 */
record Scores(List<String> labels, double[] odds, double nearest) {

    private static final double CLEAR = 0.5;
    private static final double NAMED = 0.25;

    /** By verb: a launch counts whatever it launches. */
    Map<Verb, Double> verbs() {
        var verbs = new EnumMap<Verb, Double>(Verb.class);
        for (var i = 0; i < odds.length; i++) {
            var word = labels.get(i).split("/")[0];
            verbs.merge(Verb.valueOf(word.toUpperCase(Locale.ROOT)), odds[i], Double::sum);
        }
        return verbs;
    }

    /** The path that most speaks for, where it is clear and the sentence is not of the kind that names none. */
    Optional<String> path() {
        var general = 0.0;
        var named = 0.0;
        var best = -1;
        for (var i = 0; i < odds.length; i++) {
            if (labels.get(i).equals("launch")) {
                general += odds[i];
            } else if (labels.get(i).startsWith("launch/")) {
                named += odds[i];
                best = best < 0 || odds[i] > odds[best] ? i : best;
            }
        }
        var clear = best >= 0 && odds[best] >= CLEAR * named && named >= NAMED * (named + general);
        return clear ? Optional.of(labels.get(best).substring("launch/".length())) : Optional.empty();
    }
}
