package dev.quartermaster.intents.reading.model;

import dev.quartermaster.intents.reading.SlotName;
import dev.quartermaster.intents.reading.Verb;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a model's text came to, by its form alone. */
sealed interface Answer {

    record Requests(List<Said> requests) implements Answer {
        public Requests {
            requests = List.copyOf(requests);
        }
    }

    /** @param problem in our words only, never the answer's: it goes back to the model and into nothing else */
    record Unusable(String problem) implements Answer {}

    record Said(Verb verb, List<Filled> slots) {
        public Said {
            slots = List.copyOf(slots);
        }
    }

    /** @param value one of the slot's list or a whole number; null where the words are the value */
    record Filled(SlotName slot, @Nullable Object value, String words) {}
}
