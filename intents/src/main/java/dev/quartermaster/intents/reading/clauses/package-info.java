/**
 * A message as clauses: where one ends, what form it has, which of them ask for something of their own, what each of
 * several things named as equals is said with, and what is said once for all. Knows no gate, and no score but those it is
 * given.
 */
@NullMarked
package dev.quartermaster.intents.reading.clauses;

import org.jspecify.annotations.NullMarked;
