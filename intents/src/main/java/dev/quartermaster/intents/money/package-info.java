/** Exact amounts and what things cost; knows nothing of who asks or why. */
@NullMarked
package dev.quartermaster.intents.money;

import org.jspecify.annotations.NullMarked;
