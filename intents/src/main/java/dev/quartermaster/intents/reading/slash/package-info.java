/** The commands people may type, declared once; parser, help and faults come from the declaration. Knows no sentence. */
@NullMarked
package dev.quartermaster.intents.reading.slash;

import org.jspecify.annotations.NullMarked;
