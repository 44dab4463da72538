/**
 * What a team spent: the answer with its table and buttons, the budget's line and the forecast, and the
 * same as a picture and as CSV. Door: {@code SpendCard}, {@code SpendChart}, {@code SpendCsv}, and {@code SpendView}, which buttons carry. Points to {@code card}; judges no right.
 */
@NullMarked
package dev.quartermaster.bot.card.spend;

import org.jspecify.annotations.NullMarked;
