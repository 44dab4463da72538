/**
 * A Slack workspace for one machine: Slack's Web API with memory and Slack's real limits, and a page to be its people.
 * Knows nothing of requests, policy or prices; the bot behind it is reached through signed HTTP only, as Slack reaches
 * it. Door: {@code LocalWorkspace}, the Spring configuration. Points to its sub-folders.
 */
@NullMarked
package dev.quartermaster.bot.workspace;

import org.jspecify.annotations.NullMarked;
