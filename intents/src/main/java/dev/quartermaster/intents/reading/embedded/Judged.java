package dev.quartermaster.intents.reading.embedded;

import dev.quartermaster.intents.reading.Verb;
import dev.quartermaster.intents.reading.slots.Found;
import java.util.List;
import java.util.Map;

/** A text, what stands in it, and how its verbs score, best first; never without one. */
record Judged(String text, Found found, Scores scores, List<Map.Entry<Verb, Double>> verbs) {

    static Judged of(String text, Found found, Scores scores, Map<Verb, Double> verbs) {
        return new Judged(
                text,
                found,
                scores,
                verbs.entrySet().stream()
                        .sorted(Map.Entry.<Verb, Double>comparingByValue().reversed())
                        .toList());
    }

    Verb verb() {
        return verbs.getFirst().getKey();
    }

    double odds() {
        return verbs.getFirst().getValue();
    }

    double second() {
        return verbs.size() > 1 ? verbs.get(1).getValue() : 0;
    }

    /** The same scores over a text with more around it. */
    Judged in(String wider, Found there) {
        return new Judged(wider, there, scores, verbs);
    }
}
