package dev.quartermaster.intents.reading.embedded;

/** A sentence, masked, and what it means: a verb's word, or {@code launch/<path>}. */
record Example(String label, String text) {}
