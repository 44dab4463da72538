/**
 * The one gate between what a reader proposes and what becomes of it: form, reference and coverage decide whether
 * something is done at once, shown with a button, or read without what was said before. Knows no reader and no score.
 */
@NullMarked
package dev.quartermaster.intents.reading.gate;

import org.jspecify.annotations.NullMarked;
