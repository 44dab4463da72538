/**
 * {@code score FILE…}: scores the configured readers on sentences whose meaning is known; starts no server and changes
 * nothing.
 */
@NullMarked
package dev.quartermaster.bot.score;

import org.jspecify.annotations.NullMarked;
