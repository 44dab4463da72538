/** A sentence as tokens that know where they stood; knows nothing of what any of them means. */
@NullMarked
package dev.quartermaster.intents.reading.text;

import org.jspecify.annotations.NullMarked;
