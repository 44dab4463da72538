package dev.quartermaster.intents.reading.clauses;

import dev.quartermaster.intents.reading.slots.Found;

/** Reads a stretch of the message that is being read. */
public interface ClauseReader {
    ScoredClause scored(String text);

    Found found(String text);
}
