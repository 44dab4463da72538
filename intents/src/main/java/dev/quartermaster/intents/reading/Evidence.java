package dev.quartermaster.intents.reading;

import java.util.List;

/**
 * Which reader said it, of which version (hash of what it learnt from), and its candidates.
 *
 * @param remark something about the reading that the person should know, in one short sentence; empty: nothing
 */
public record Evidence(By by, String version, List<Candidate> candidates, String remark) {
    public Evidence {
        candidates = List.copyOf(candidates);
    }

    public Evidence(By by, String version, List<Candidate> candidates) {
        this(by, version, candidates, "");
    }

    public enum By {
        SLASH,
        EMBEDDED,
        MODEL
    }
}
