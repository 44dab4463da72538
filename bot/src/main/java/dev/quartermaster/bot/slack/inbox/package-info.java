/**
 * The durable queue of what Slack delivered: stored before it is answered and worked once, whatever is killed. Door:
 * {@code Inbox}. Points to {@code app}, {@code identity}, {@code outbox}, {@code text}, {@code web} and {@code work};
 * knows not what is talked about.
 */
@NullMarked
package dev.quartermaster.bot.slack.inbox;

import org.jspecify.annotations.NullMarked;
