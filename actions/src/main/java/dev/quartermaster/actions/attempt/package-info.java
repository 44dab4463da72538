/** Counts the tries of work in the background, and says which work is parked; knows not what the work is. */
@NullMarked
package dev.quartermaster.actions.attempt;

import org.jspecify.annotations.NullMarked;
