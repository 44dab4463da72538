/** Lengths, ends and periods of time in words; may not know what they are said about. */
@NullMarked
package dev.quartermaster.intents.reading.time;

import org.jspecify.annotations.NullMarked;
