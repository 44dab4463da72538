/** Reads sentences by what they resemble, in process and without a network; may not approve, deny or look anything up. */
@NullMarked
package dev.quartermaster.intents.reading.embedded;

import org.jspecify.annotations.NullMarked;
