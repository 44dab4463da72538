/** Scores readers on sentences whose meaning is known; may not know how any reader works. */
@NullMarked
package dev.quartermaster.intents.reading.evaluation;

import org.jspecify.annotations.NullMarked;
