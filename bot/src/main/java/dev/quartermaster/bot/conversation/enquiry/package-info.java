/**
 * Questions that an approver types under a request's card, and answers that the asker types where the question reached
 * them: the same as by form. Decides nothing. Points to {@code dialogue} and {@code command}.
 */
@NullMarked
package dev.quartermaster.bot.conversation.enquiry;

import org.jspecify.annotations.NullMarked;
