package dev.quartermaster.intents.reading;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the message may be an answer to. */
public sealed interface Context {
    record None() implements Context {}

    /** The last reading, or our last question with what it offered. */
    record Last(Candidate candidate, List<String> offered) implements Context {
        public Last {
            offered = List.copyOf(offered);
        }
    }

    /** The thread of exactly one waiting request. @param target its id, when known */
    record Waiting(@Nullable String target) implements Context {}
}
