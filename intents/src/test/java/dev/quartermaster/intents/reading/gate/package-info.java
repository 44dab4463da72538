/** The gate, and messages made at random that try to get past it. */
@NullMarked
package dev.quartermaster.intents.reading.gate;

import org.jspecify.annotations.NullMarked;
