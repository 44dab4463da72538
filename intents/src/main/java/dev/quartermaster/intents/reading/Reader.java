package dev.quartermaster.intents.reading;

import dev.quartermaster.intents.catalogue.Catalogue;
import dev.quartermaster.intents.people.ImageRules;
import dev.quartermaster.intents.people.People;
import dev.quartermaster.intents.reading.slots.Found;
import java.util.List;
import java.util.Optional;

/** One way of reading: slash grammar, embedded, model. Behind all three stands the same bounds check. */
public interface Reader {
    /** Empty: this reader has nothing to say, ask the next one. */
    Optional<Outcome> read(Utterance utterance, Context context, Known known);

    /** The same, with what the grammars found in exactly these words, so that nobody looks for it again. */
    default Optional<Outcome> read(Utterance utterance, Context context, Known known, Found found) {
        return read(utterance, context, known);
    }

    /** The same without asking any language model: each question to one costs money. */
    default Reader withoutModel() {
        return this;
    }

    /** What a reader may know besides the words. */
    record Known(Catalogue catalogue, People people, ImageRules images) {
        /** Where no tool is to be told apart. */
        public Known(Catalogue catalogue, People people) {
            this(catalogue, people, ImageRules.NONE);
        }
    }

    sealed interface Outcome {
        record Found(Evidence evidence) implements Outcome {}

        /** Unsure between candidates, or a fault in what was clearly a command: said in words with the next step. */
        record Unsure(String question, List<Reading.Option> options, Evidence evidence) implements Outcome {}
    }
}
