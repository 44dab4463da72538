/** Things named in a sentence: sizes, datasets, paths, people, targets, purposes; may not know which verb is meant until told. */
@NullMarked
package dev.quartermaster.intents.reading.slots;

import org.jspecify.annotations.NullMarked;
