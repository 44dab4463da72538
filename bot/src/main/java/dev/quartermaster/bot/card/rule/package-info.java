/** The cards and the form of the rules and of a proposed change of them. Points to {@code card}. */
@NullMarked
package dev.quartermaster.bot.card.rule;

import org.jspecify.annotations.NullMarked;
