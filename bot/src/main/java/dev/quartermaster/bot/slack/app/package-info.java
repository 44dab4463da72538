/**
 * The Bolt app: what Slack may send and which handler takes it. Door: {@code SlackApp}. Points to {@code outbox} and
 * {@code web}; knows not how anything is stored.
 */
@NullMarked
package dev.quartermaster.bot.slack.app;

import org.jspecify.annotations.NullMarked;
