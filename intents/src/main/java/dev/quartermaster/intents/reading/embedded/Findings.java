package dev.quartermaster.intents.reading.embedded;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Goes through the golden paths' examples as models read them that had not learnt them. */
final class Findings {

    private static final String PATH = "launch/";
    /** An example is misread when something else is this likely, and what it stands under is not even {@link #OWN}. */
    private static final double OTHER = 0.6;

    private static final double OWN = 0.2;
    /** Two paths are confusable when this share of their examples, and at least three, reads as the other's. */
    private static final double SHARE = 0.2;

    private static final int LEAST = 3;

    private Findings() {}

    private record Pair(String one, String other) {
        static Pair of(String left, String right) {
            return left.compareTo(right) < 0 ? new Pair(left, right) : new Pair(right, left);
        }
    }

    /**
     * The worst first: pairs of paths, then single examples by how surely they are misread.
     *
     * @param written the examples as people wrote them
     * @param unseen how each of them scores
     */
    static List<Finding> of(List<Example> written, List<Scores> unseen) {
        var sizes = new HashMap<String, Integer>();
        var mixed = new TreeMap<Pair, Integer>(Comparator.comparing(Pair::one).thenComparing(Pair::other));
        var misread = new ArrayList<Map.Entry<Double, Finding>>();
        for (var n = 0; n < written.size(); n++) {
            var label = written.get(n).label();
            if (label.startsWith(PATH)) {
                sizes.merge(label, 1, Integer::sum);
                var scores = unseen.get(n);
                var best = best(scores);
                var other = scores.labels().get(best);
                if (!other.equals(label) && other.startsWith(PATH)) {
                    mixed.merge(Pair.of(label, other), 1, Integer::sum);
                }
                var odds = scores.odds()[best];
                if (!other.equals(label)
                        && odds >= OTHER
                        && scores.odds()[scores.labels().indexOf(label)] < OWN) {
                    misread.add(Map.entry(
                            odds,
                            new Finding.Misread(name(label), written.get(n).text(), name(other))));
                }
            }
        }
        var findings = new ArrayList<Finding>();
        mixed.forEach((pair, count) -> {
            var all = sizes.getOrDefault(pair.one(), 0) + sizes.getOrDefault(pair.other(), 0);
            if (count >= LEAST && count >= SHARE * all) {
                findings.add(new Finding.Confusable(name(pair.one()), name(pair.other()), count, all));
            }
        });
        misread.stream()
                .sorted(Map.Entry.<Double, Finding>comparingByKey().reversed())
                .map(Map.Entry::getValue)
                .forEach(findings::add);
        return findings;
    }

    private static int best(Scores scores) {
        var best = 0;
        for (var label = 1; label < scores.odds().length; label++) {
            best = scores.odds()[label] > scores.odds()[best] ? label : best;
        }
        return best;
    }

    private static String name(String label) {
        return label.startsWith(PATH) ? label.substring(PATH.length()) : label;
    }
}
