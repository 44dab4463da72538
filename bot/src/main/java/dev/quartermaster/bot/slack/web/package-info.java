/**
 * The client of Slack's Web API ({@code SlackWebClient}), and what it is asked everywhere: who the bot is, which channels there
 * are. Knows not what is said.
 */
@NullMarked
package dev.quartermaster.bot.slack.web;

import org.jspecify.annotations.NullMarked;
