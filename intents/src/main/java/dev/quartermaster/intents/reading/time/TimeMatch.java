package dev.quartermaster.intents.reading.time;

/** What a rule of the grammar found, and the index of the first token after it. */
record TimeMatch<T>(T value, int next) {}
