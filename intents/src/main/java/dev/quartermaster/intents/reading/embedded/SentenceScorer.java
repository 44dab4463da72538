package dev.quartermaster.intents.reading.embedded;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Scores sentences and remembers the last thousand: clauses, with names and times masked, are much the same from one
 * message to the next, and a sentence costs ten times what all the grammars do. Safe to share.
 */
final class SentenceScorer {

    private static final int REMEMBERED = 1_000;

    private final Embedder embedder;
    private final Trained trained;
    private final Distrust distrust;
    private final Map<String, Scored> scored = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Scored> eldest) {
            return size() > REMEMBERED;
        }
    });

    /** @param suspicion how likely it tries to make the bot do what its sender may not */
    record Scored(Scores scores, double suspicion) {}

    SentenceScorer(Embedder embedder, Trained trained, Distrust distrust) {
        this.embedder = embedder;
        this.trained = trained;
        this.distrust = distrust;
    }

    Scored of(String masked) {
        var before = scored.get(masked);
        if (before != null) {
            return before;
        }
        var vector = embedder.embed(masked);
        var now = new Scored(trained.score(masked, vector), distrust.odds(masked, vector));
        scored.put(masked, now);
        return now;
    }
}
