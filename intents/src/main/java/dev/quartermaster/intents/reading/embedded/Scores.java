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
 * @param odds probabilities, in the labels' order: of the readings at 80 %, four in five are right
 * @param nearest cosine to the most alike example
 * @param beyond probability that it is nothing of ours, by how sure the models are and how near the nearest example is
 */
record Scores(List<String> labels, double[] odds, double nearest, double beyond) {

    private static final double CLEAR = 0.5;
    private static final double NAMED = 0.25;
    private static final String LAUNCH = "launch/";

    /** A path and its probability among all that a launch could name. */
    record Named(String path, double odds) {}

    /** By verb: a launch counts whatever it launches. */
    Map<Verb, Double> verbs() {
        var verbs = new EnumMap<Verb, Double>(Verb.class);
        for (var i = 0; i < odds.length; i++) {
            verbs.merge(Verb.valueOf(word(labels.get(i)).toUpperCase(Locale.ROOT)), odds[i], Double::sum);
        }
        return verbs;
    }

    /** A label's verb: what stands before the slash. */
    static String word(String label) {
        var slash = label.indexOf('/');
        return slash < 0 ? label : label.substring(0, slash);
    }

    /** The path that most speaks for, given that something is launched; its odds count launches that name none, too. */
    Optional<Named> named() {
        var all = 0.0;
        var best = -1;
        for (var i = 0; i < odds.length; i++) {
            var label = labels.get(i);
            all += word(label).equals("launch") ? odds[i] : 0;
            best = label.startsWith(LAUNCH) && (best < 0 || odds[i] > odds[best]) ? i : best;
        }
        return best < 0
                ? Optional.empty()
                : Optional.of(new Named(labels.get(best).substring(LAUNCH.length()), odds[best] / Math.max(1e-9, all)));
    }

    /** The path that most speaks for, where it is clear and the sentence is not of the kind that names none. */
    Optional<String> path() {
        var general = 0.0;
        var named = 0.0;
        var best = -1;
        for (var i = 0; i < odds.length; i++) {
            if (labels.get(i).equals("launch")) {
                general += odds[i];
            } else if (labels.get(i).startsWith(LAUNCH)) {
                named += odds[i];
                best = best < 0 || odds[i] > odds[best] ? i : best;
            }
        }
        var clear = best >= 0 && odds[best] >= CLEAR * named && named >= NAMED * (named + general);
        return clear ? Optional.of(labels.get(best).substring(LAUNCH.length())) : Optional.empty();
    }
}
