/**
 * One class for each kind of intent that a sentence can mean: launch and grant, stop and withdraw, decide, show, who
 * has access, why. Door: {@code IntentHandler}, which has a case for every intent. Points to {@code dialogue}, {@code spend} and
 * {@code command}; decides nothing itself.
 */
@NullMarked
package dev.quartermaster.bot.conversation.verb;

import org.jspecify.annotations.NullMarked;
