/**
 * The REST API: reading, judging, requests, leases, spend, audit, for callers with a token. Door: {@code ApiTokens},
 * which the wiring fills. Points to {@code conversation.dialogue}, {@code limits} and {@code simulated}; knows no
 * Slack.
 */
@NullMarked
package dev.quartermaster.bot.api;

import org.jspecify.annotations.NullMarked;
