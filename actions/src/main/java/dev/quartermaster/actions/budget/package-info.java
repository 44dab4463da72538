/**
 * What comes of a budget that fills up: who is told at which step, and what is stopped when it is used up. Its doors:
 * {@link BudgetAlerts} and {@link BudgetStops}. Knows not how people are told.
 */
@NullMarked
package dev.quartermaster.actions.budget;

import org.jspecify.annotations.NullMarked;
