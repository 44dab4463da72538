package dev.quartermaster.actions.request;

import dev.quartermaster.intents.intent.Intent.Decide.Choice;
import dev.quartermaster.intents.people.PersonId;
import java.util.Map;

/** What can happen to a request. */
sealed interface Input {
    /** Just asked. @param said what the record keeps of the words and their reading: hashes and names, no words */
    record Filed(Map<String, String> said) implements Input {
        public Filed {
            said = Map.copyOf(said);
        }

        /** @param words hash of what was written */
        Filed(String words) {
            this(Map.of("words", words));
        }
    }

    /** @param digest of what this person was shown */
    record Decided(PersonId by, Choice choice, String digest, String reason) implements Input {}

    record Withdrawn(PersonId by) implements Input {}

    /** Time passed. */
    record Lapsed() implements Input {}

    /** What the rooms that make things say. @param words to the asker */
    record Told(Outcome outcome, String words) implements Input {}

    enum Outcome {
        PROGRESS,
        HANDED_OVER,
        ENDING_SOON,
        ENDED,
        FAILED
    }
}
