/** What a sentence says for parameters that only some golden paths have. */
@NullMarked
package dev.quartermaster.intents.reading.parameter;

import org.jspecify.annotations.NullMarked;
