/** When something runs again and again: a line of five fields, the words that mean one, and what comes next. Knows nothing else. */
@NullMarked
package dev.quartermaster.intents.schedule;

import org.jspecify.annotations.NullMarked;
