package dev.quartermaster.intents.reading;

import dev.quartermaster.intents.intent.Intent;
import java.util.List;

/** What an utterance came to. */
public sealed interface Reading {
    Evidence evidence();

    /** Typed and inside the catalogue; at least one intent, in the order said. */
    record Understood(List<Intent> intents, Evidence evidence) implements Reading {
        public Understood {
            intents = List.copyOf(intents);
            if (intents.isEmpty()) {
                throw new IllegalArgumentException("Understood nothing");
            }
        }
    }

    /** One short question; at most five options. */
    record Ask(String question, List<Option> options, Evidence evidence) implements Reading {
        public Ask {
            options = List.copyOf(options);
            if (options.size() > 5) {
                throw new IllegalArgumentException("More than five options to one question");
            }
        }
    }

    /** Nothing to do but to answer: small talk, how-tos. Plain text. */
    record Answer(String text, Evidence evidence) implements Reading {}

    /** Not something this bot does. {@code why} is said to the person. */
    record NotOurs(String why, Evidence evidence) implements Reading {}

    /** A button: its label (at most 75 characters) and the slash command (without {@code /qm}) that pressing it means. */
    record Option(String label, String command) {}
}
