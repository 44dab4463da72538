package dev.quartermaster.intents.reading;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the message may be an answer to. */
public sealed interface Context {
    record None() implements Context {}

    /**
     * The last reading, or our last question with what it offered.
     *
     * @param done carried out already, refused, or left: nothing of it may happen again without a click. Not done: it was
     *     only shown, and a message may be the answer
     */
    record Last(Candidate candidate, List<String> offered, boolean done) implements Context {
        public Last {
            offered = List.copyOf(offered);
        }

        /** What offered nothing was no question. */
        public Last(Candidate candidate, List<String> offered) {
            this(candidate, offered, offered.isEmpty());
        }
    }

    /** The thread of exactly one waiting request. @param target its id, when known */
    record Waiting(@Nullable String target) implements Context {}
}
