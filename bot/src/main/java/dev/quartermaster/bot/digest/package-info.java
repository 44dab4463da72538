/**
 * The daily and the weekly digest, and how long approvers take as a metric. Has no door: it runs by schedule. Points to
 * {@code announce}, {@code card}, {@code slack} and {@code conversation.dialogue}; decides nothing.
 */
@NullMarked
package dev.quartermaster.bot.digest;

import org.jspecify.annotations.NullMarked;
