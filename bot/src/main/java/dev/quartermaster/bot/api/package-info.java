/** The REST contract: reading, judging, requests, leases, spend, audit, for callers with a token; knows no Slack. */
@NullMarked
package dev.quartermaster.bot.api;

import org.jspecify.annotations.NullMarked;
