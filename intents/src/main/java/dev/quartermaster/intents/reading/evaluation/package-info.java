/**
 * Scores readers on sentences whose meaning is known: slot by slot, and by what comes of them. Knows the gate and the
 * grammars whose values it compares, and no reader of sentences.
 */
@NullMarked
package dev.quartermaster.intents.reading.evaluation;

import org.jspecify.annotations.NullMarked;
