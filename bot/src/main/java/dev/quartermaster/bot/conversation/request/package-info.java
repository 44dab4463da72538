/**
 * The buttons and forms on a request's cards: approve, approve less, deny, ask back, answer, withdraw and stop,
 * details, credentials, review of a break-glass. Found by Spring as {@code ButtonHandler} and {@code Form}; every right
 * is judged again when one comes in. Points to {@code dialogue}.
 */
@NullMarked
package dev.quartermaster.bot.conversation.request;

import org.jspecify.annotations.NullMarked;
