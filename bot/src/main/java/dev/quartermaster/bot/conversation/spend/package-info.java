/**
 * What a team spent: how it is asked ({@code SpendQuestion}), what of it is meant ({@code SpendSubject}), and the answer,
 * in words and by buttons; and the buttons of a budget's alert. Door: {@code SpendAnswer}. Points to {@code dialogue};
 * whose spend who may see is the ledger's to say.
 */
@NullMarked
package dev.quartermaster.bot.conversation.spend;

import org.jspecify.annotations.NullMarked;
