package dev.quartermaster.intents.reading;

import dev.quartermaster.intents.intent.Intent;
import dev.quartermaster.intents.intent.Target;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What an utterance came to. */
public sealed interface Reading {
    Evidence evidence();

    /** How the note begins that names what of the words is in no request. */
    String LEFT_OUT = "Left out: ";

    /** The words that are in no request, as a note; none where there are none. */
    static List<String> leftOut(List<String> words) {
        return words.isEmpty() ? List.of() : List.of(LEFT_OUT + "“" + String.join("”, “", words) + "”.");
    }

    /** What a next message may be an answer to or a change of; empty where nothing was read. */
    default Optional<Candidate> last() {
        return evidence().candidates().stream().findFirst();
    }

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
     * @param changes it is what was said before with other values, meant in its place and not besides it
     */
    record From(
            @Nullable Candidate candidate,
            boolean confirm,
            List<String> notes,
            List<Option> others,
            String why,
            boolean changes) {
        public From {
            notes = List.copyOf(notes);
            others = List.copyOf(others);
        }

        public From(@Nullable Candidate candidate, boolean confirm, List<String> notes, List<Option> others) {
            this(candidate, confirm, notes, others, "", false);
        }

        /** Shown with these notes first, and done only after a yes. */
        From noting(List<String> first) {
            return new From(
                    candidate,
                    true,
                    Stream.concat(first.stream(), notes.stream()).toList(),
                    others,
                    why,
                    changes);
        }

        /** Shown, and done only after a yes. */
        From shown() {
            return new From(candidate, true, notes, others, why, changes);
        }
    }

    /**
     * One short question; at most five options.
     *
     * @param between whether the evidence's candidates are alternatives, rather than what was asked for
     * @param besides what else the message asks for: offered beside the question, nothing of it done before a yes
     * @param about which of several requests is asked about; null: the first
     * @param changes what is offered is what was said before with other values, meant in its place and not besides it
     * @param left what of the words is in none of it, or not in all, in sentences
     */
    record Ask(
            String question,
            List<Option> options,
            Evidence evidence,
            boolean between,
            List<Reading> besides,
            @Nullable Candidate about,
            boolean changes,
            List<String> left)
            implements Reading {
        public Ask(String question, List<Option> options, Evidence evidence) {
            this(question, options, evidence, false);
        }

        public Ask(String question, List<Option> options, Evidence evidence, boolean between) {
            this(question, options, evidence, between, List.of(), null, false, List.of());
        }

        /** The question with what is left out, where it is told in one piece. */
        public String told() {
            return Stream.concat(Stream.of(question), left.stream()).collect(Collectors.joining(" "));
        }

        Ask with(List<Reading> more) {
            return new Ask(question, options, evidence, between, more, about, changes, left);
        }

        Ask asking(String other, List<Option> among) {
            return new Ask(other, among, evidence, between, besides, about, changes, left);
        }

        Ask changing(boolean former) {
            return new Ask(question, options, evidence, between, besides, about, former, left);
        }

        Ask noting(List<String> notes) {
            return new Ask(question, options, evidence, between, besides, about, changes, notes);
        }

        @Override
        public Optional<Candidate> last() {
            return about == null ? Reading.super.last() : Optional.of(about);
        }

        public Ask {
            options = List.copyOf(options);
            besides = List.copyOf(besides);
            left = List.copyOf(left);
            if (options.size() > 5) {
                throw new IllegalArgumentException("More than five options to one question");
            }
        }
    }

    /**
     * Nothing to do but to answer: small talk, how-tos.
     *
     * @param text plain; what is said where nothing better is known
     * @param topic what whoever knows more can answer better; null: nothing
     */
    record Answer(String text, Evidence evidence, @Nullable Topic topic) implements Reading {
        public Answer(String text, Evidence evidence) {
            this(text, evidence, null);
        }
    }

    /** What a message is about that asks for nothing to be done. */
    sealed interface Topic {
        /** What something would cost that nobody has asked for. */
        record Price(Intent wish) implements Topic {}

        /** Whose yes something would need that nobody has asked for. */
        record Approvers(Intent wish) implements Topic {}

        /** Whose yes what was asked for still waits for. */
        record Deciders() implements Topic {}

        /** How much is free. */
        record Capacity() implements Topic {}

        record Thanks() implements Topic {}

        /** @param target what does not do what it should */
        record Complaint(Target target) implements Topic {}
    }

    /** Not something this bot does. {@code why} is said to the person. */
    record NotOurs(String why, Evidence evidence) implements Reading {}

    /** A button: its label (at most 75 characters) and the slash command (without {@code /qm}) that pressing it means. */
    record Option(String label, String command) {}
}
