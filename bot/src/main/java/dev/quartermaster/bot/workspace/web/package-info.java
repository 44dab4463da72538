/**
 * Slack's Web API as the bot calls it: {@code chat.*}, {@code conversations.*}, {@code views.*}, {@code files.*},
 * {@code users.*} and response URLs, with Slack's rate limits. Door: {@code WebApi}. Points to {@code delivery}, {@code
 * state} and {@code blocks}.
 */
@NullMarked
package dev.quartermaster.bot.workspace.web;

import org.jspecify.annotations.NullMarked;
