/** The closed set of things a person can want, typed; knows not how it was said. */
@NullMarked
package dev.quartermaster.intents.intent;

import org.jspecify.annotations.NullMarked;
