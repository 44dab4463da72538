/**
 * Slack's mark-up: {@code Mrkdwn} writes it so that people's words stay words, {@code MarkupText} reads it back. Needs no
 * other room.
 */
@NullMarked
package dev.quartermaster.bot.slack.text;

import org.jspecify.annotations.NullMarked;
