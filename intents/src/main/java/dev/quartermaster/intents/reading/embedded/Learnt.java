package dev.quartermaster.intents.reading.embedded;

import dev.quartermaster.intents.reading.Reader.Known;
import dev.quartermaster.intents.reading.slots.Names;

/** Everything the reader needs for one catalogue and one list of people. @param version hash of what was learnt from */
record Learnt(Known known, Names names, Spelling spelling, Trained trained, String version) {}
