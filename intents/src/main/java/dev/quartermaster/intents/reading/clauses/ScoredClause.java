package dev.quartermaster.intents.reading.clauses;

import dev.quartermaster.intents.reading.Candidate;
import dev.quartermaster.intents.reading.KnownSlot;
import dev.quartermaster.intents.reading.Slot;
import dev.quartermaster.intents.reading.Verb;
import dev.quartermaster.intents.reading.slots.Filling;
import dev.quartermaster.intents.reading.slots.Found;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A text, what stands in it, and how likely it asks for what.
 *
 * @param path the golden path whose examples it is most like; null where none stands out
 * @param beyond probability that it asks for nothing of ours
 * @param verbs with their probabilities, the likeliest first; never without one
 */
public record ScoredClause(
        String text, Found found, @Nullable String path, double beyond, List<Map.Entry<Verb, Double>> verbs) {

    public ScoredClause {
        verbs = List.copyOf(verbs);
    }

    public Verb verb() {
        return verbs.getFirst().getKey();
    }

    public double odds() {
        return verbs.getFirst().getValue();
    }

    public double second() {
        return verbs.size() > 1 ? verbs.get(1).getValue() : 0;
    }

    /** The same scores over other words. */
    ScoredClause in(String words, Found there) {
        return new ScoredClause(words, there, path, beyond, verbs);
    }

    /** The same words, meaning something else than was likeliest. */
    ScoredClause meaning(Verb verb) {
        return new ScoredClause(text, found, path, beyond, List.of(Map.entry(verb, 0.5)));
    }

    /** What it asks for, if it asks for that. */
    public Candidate as(Verb verb, double odds) {
        var slots = new LinkedHashMap<>(Filling.of(verb, found));
        if (verb == Verb.LAUNCH && path != null) {
            slots.putIfAbsent(KnownSlot.PATH, new Slot(path, text, true));
        }
        return new Candidate(verb, slots, odds);
    }
}
