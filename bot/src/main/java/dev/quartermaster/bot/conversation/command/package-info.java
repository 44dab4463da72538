/**
 * Slash commands that no sentence can mean, one class each: away and back, again, break-glass, focus, preapprove,
 * what if.
 * Door: {@code CommandHandler}, implemented by each, and {@code CommandHandlers}, which finds the one that was typed.
 * Points to {@code dialogue}.
 */
@NullMarked
package dev.quartermaster.bot.conversation.command;

import org.jspecify.annotations.NullMarked;
