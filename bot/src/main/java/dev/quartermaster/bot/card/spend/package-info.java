/**
 * What a team spent: the answer with its table and buttons, the budget's line and the forecast, the same as a picture
 * and as CSV, and a budget that fills up. Door: {@code SpendCard}, {@code SpendChart}, {@code SpendCsv},
 * {@code BudgetAlertCard}, and {@code SpendView}, which buttons carry. Points to {@code card}; judges no right.
 */
@NullMarked
package dev.quartermaster.bot.card.spend;

import org.jspecify.annotations.NullMarked;
