/**
 * Plays conversations whose right end is known against the running program, and counts what they came to; knows no class
 * that answers.
 */
@NullMarked
package dev.quartermaster.bot.evaluation;

import org.jspecify.annotations.NullMarked;
