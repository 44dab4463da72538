package dev.quartermaster.actions.request;

import dev.quartermaster.intents.intent.Intent.Decide.Choice;
import dev.quartermaster.intents.people.PersonId;

/** What can happen to a request. */
sealed interface Input {
    /** Just asked. @param words hash of what was written */
    record Filed(String words) implements Input {}

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
