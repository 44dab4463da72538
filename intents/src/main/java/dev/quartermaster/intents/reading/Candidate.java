package dev.quartermaster.intents.reading;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a reader thinks is meant: a suggestion, never a command. {@code confidence} in 0..1; a slash command's is 1. */
public record Candidate(Verb verb, Map<SlotName, Slot> slots, double confidence) {
    public Candidate {
        slots = Collections.unmodifiableMap(new LinkedHashMap<>(slots));
    }
}
