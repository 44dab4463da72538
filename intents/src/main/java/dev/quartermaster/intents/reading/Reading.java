package dev.quartermaster.intents.reading;

import dev.quartermaster.intents.intent.Intent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an utterance came to. */
public sealed interface Reading {
    Evidence evidence();

    /**
     * Typed and inside the catalogue; at least one intent, in the order said.
     *
     * @param from what each intent was read from and what is to be said of it, in the same order
     * @param said answers to what the message asked besides. Plain text
     */
    record Understood(List<Intent> intents, Evidence evidence, List<From> from, List<String> said) implements Reading {
        public Understood {
            intents = List.copyOf(intents);
            from = List.copyOf(from);
            said = List.copyOf(said);
            if (intents.isEmpty() || from.size() != intents.size()) {
                throw new IllegalArgumentException("Understood nothing, or not from where");
            }
        }

        /** Read without a doubt, and all of it can be had. */
        public Understood(List<Intent> intents, Evidence evidence) {
            this(
                    intents,
                    evidence,
                    intents.stream()
                            .map(intent -> new From(null, false, List.of(), List.of()))
                            .toList(),
                    List.of());
        }
    }

    /**
     * What stands behind one intent.
     *
     * @param candidate what the intent says, with the words it came from; a slot without words is assumed; null: not known
     * @param confirm nothing is done before the asker has seen it and said yes
     * @param notes what is assumed, or was asked for and is not part of it. Plain sentences
     * @param others other readings worth a button beside yes
     * @param why the form of the message keeps it from being done at once, in one sentence; empty: it does not
     */
    record From(@Nullable Candidate candidate, boolean confirm, List<String> notes, List<Option> others, String why) {
        public From {
            notes = List.copyOf(notes);
            others = List.copyOf(others);
        }

        public From(@Nullable Candidate candidate, boolean confirm, List<String> notes, List<Option> others) {
            this(candidate, confirm, notes, others, "");
        }
    }

    /**
     * One short question; at most five options.
     *
     * @param between whether the evidence's candidates are alternatives, rather than what was asked for
     */
    record Ask(String question, List<Option> options, Evidence evidence, boolean between) implements Reading {
        public Ask(String question, List<Option> options, Evidence evidence) {
            this(question, options, evidence, false);
        }

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
