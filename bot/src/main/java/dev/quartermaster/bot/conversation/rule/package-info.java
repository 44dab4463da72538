/**
 * Rules read and changed from chat: the commands that show them, the form of one rule, its trial on past requests, and
 * the buttons of a proposed change. Points to {@code command} and {@code dialogue}.
 */
@NullMarked
package dev.quartermaster.bot.conversation.rule;

import org.jspecify.annotations.NullMarked;
