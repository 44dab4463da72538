/**
 * Everything people say, type, press or send in arrives here and is handed to the room that answers it. {@code
 * ConversationHandler} is where to begin reading: a sentence is read and goes to {@code verb} (what was spent, on to {@code spend}), a slash command to
 * {@code command}, an opened Home to {@code home}, an answer to an approver to {@code enquiry}. Points to its sub-folders; {@code request} and {@code rule} are
 * found by Spring as buttons and forms.
 */
@NullMarked
package dev.quartermaster.bot.conversation;

import org.jspecify.annotations.NullMarked;
