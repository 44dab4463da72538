/** Words become candidates, candidates become intents within the catalogue's bounds; may not decide, spend or do anything. */
@NullMarked
package dev.quartermaster.intents.reading;

import org.jspecify.annotations.NullMarked;
