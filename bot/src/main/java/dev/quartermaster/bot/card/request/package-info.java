/**
 * The cards and forms of one request and what came of it: status, approval, questions asked back, explanation, what if,
 * preapproval, break-glass and its review, credentials. Points to {@code card}.
 */
@NullMarked
package dev.quartermaster.bot.card.request;

import org.jspecify.annotations.NullMarked;
