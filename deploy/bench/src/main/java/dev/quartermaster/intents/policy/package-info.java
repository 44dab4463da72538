/** Measures how fast rules are judged; knows nothing that a rule file could not say. */
@NullMarked
package dev.quartermaster.intents.policy;

import org.jspecify.annotations.NullMarked;
