/**
 * Reads sentences by asking a language model, within limits; may not decide, may not know who asks but to count, and may
 * not show the model more than the message, its own last reading and the catalogue's names.
 */
@NullMarked
package dev.quartermaster.intents.reading.model;

import org.jspecify.annotations.NullMarked;
