/**
 * The Home tab of each person, published again when something on it has changed, and the favourites that stand on it.
 * Door: {@code HomePage}. Points to {@code command} and {@code dialogue}.
 */
@NullMarked
package dev.quartermaster.bot.conversation.home;

import org.jspecify.annotations.NullMarked;
