/** What is to be said in Slack: written in the caller's transaction, sent in order, edited not repeated; knows not what it says. */
@NullMarked
package dev.quartermaster.bot.slack.outbox;

import org.jspecify.annotations.NullMarked;
