/**
 * Budgets that fill up, told to whoever owns them, and what is stopped for it. Its door: {@link BudgetAlertCards}. Decides nothing.
 */
@NullMarked
package dev.quartermaster.bot.announce.budget;

import org.jspecify.annotations.NullMarked;
