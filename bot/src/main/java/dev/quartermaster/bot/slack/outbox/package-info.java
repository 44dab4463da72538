/**
 * The durable queue of what is to be said in Slack: written in the caller's transaction, sent in order, edited and not
 * repeated. Door: {@code Outbox}, with {@code Message}, the key and the receiver of each. Points to {@code identity},
 * {@code text}, {@code web} and {@code work}; knows not what it says.
 */
@NullMarked
package dev.quartermaster.bot.slack.outbox;

import org.jspecify.annotations.NullMarked;
