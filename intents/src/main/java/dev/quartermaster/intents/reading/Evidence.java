package dev.quartermaster.intents.reading;

import java.util.List;

/** Which reader said it, of which version (hash of what it learnt from), and its candidates. */
public record Evidence(By by, String version, List<Candidate> candidates) {
    public Evidence {
        candidates = List.copyOf(candidates);
    }

    public enum By {
        SLASH,
        EMBEDDED,
        MODEL
    }
}
