/**
 * Scores readers on sentences whose meaning is known: slot by slot, and by what comes of them; may not know how any reader
 * of sentences works.
 */
@NullMarked
package dev.quartermaster.intents.reading.evaluation;

import org.jspecify.annotations.NullMarked;
