/**
 * Closed months: a team's spend of a month as it was when it was closed, frozen under a hash, and what is found out later
 * as corrections in the next. Its door: {@link MonthStatements}. Knows not who shows it.
 */
@NullMarked
package dev.quartermaster.actions.statement;

import org.jspecify.annotations.NullMarked;
