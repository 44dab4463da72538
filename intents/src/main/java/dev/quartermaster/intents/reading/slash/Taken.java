package dev.quartermaster.intents.reading.slash;

import dev.quartermaster.intents.reading.Reading;
import dev.quartermaster.intents.reading.Slot;
import dev.quartermaster.intents.reading.SlotName;
import java.util.List;

/** What a piece of a command came to in the place where it stands. */
sealed interface Taken {

    record Fits(SlotName slot, Slot value) implements Taken {}

    /** {@code fault} says what is wrong and what would be right; {@code instead} are whole commands. */
    record Wrong(String fault, List<Reading.Option> instead) implements Taken {
        public Wrong {
            instead = List.copyOf(instead);
        }

        static Wrong because(String fault) {
            return new Wrong(fault, List.of());
        }
    }
}
