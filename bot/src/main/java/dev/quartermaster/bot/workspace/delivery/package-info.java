/**
 * What the local workspace posts to the bot, in Slack's shapes, signed, and repeated when the bot does not answer.
 * Door: {@code EventSender} and {@code Deliveries}. Points to {@code state}.
 */
@NullMarked
package dev.quartermaster.bot.workspace.delivery;

import org.jspecify.annotations.NullMarked;
