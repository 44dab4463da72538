package dev.quartermaster.actions.request.law;

import dev.quartermaster.intents.intent.Intent.Decide.Choice;
import dev.quartermaster.intents.people.PersonId;
import java.util.Map;

/** What can happen to a request. */
public sealed interface Input {
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

    /** Somebody's word on what they were shown. */
    sealed interface Ballot extends Input {
        PersonId by();

        Choice choice();

        /** Digest of the card on which this person decided. */
        String digest();

        /** As written; may be empty. */
        String reason();
    }

    record Decided(PersonId by, Choice choice, String digest, String reason) implements Ballot {}

    /** A yes to less than was shown; the judgement that comes with it is of the lesser wish. @param summary of that, in one line */
    record Lessened(PersonId by, String digest, String reason, String summary) implements Ballot {
        @Override
        public Choice choice() {
            return Choice.APPROVE;
        }
    }

    record Withdrawn(PersonId by) implements Input {}

    /** Time passed. */
    record Lapsed() implements Input {}

    /** What the rooms that make things say. @param words to the asker */
    record Told(Outcome outcome, String words) implements Input {}

    enum Outcome {
        PROGRESS,
        HANDED_OVER,
        INTERRUPTED,
        ENDING_SOON,
        ENDED,
        FAILED
    }
}
