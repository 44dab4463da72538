/**
 * The form of a launch, of access to data, of an extension and of another size: made from the golden path's parameters,
 * filled in with what was understood, judged while it is filled in and again when it is sent in; what is sent in is the
 * command that means the same. Doors: {@code RequestForm}, {@code StartCommand}. Points to {@code command} and {@code dialogue}.
 */
@NullMarked
package dev.quartermaster.bot.conversation.request.form;

import org.jspecify.annotations.NullMarked;
