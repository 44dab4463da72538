/**
 * What the local workspace remembers: people, channels, messages, open forms, Home tabs, and the journal that keeps
 * them over a restart. Door: {@code WorkspaceSettings}, what the wiring hands in, {@code Conversations} and {@code
 * WorkspaceViews}. Points to {@code blocks}.
 */
@NullMarked
package dev.quartermaster.bot.workspace.state;

import org.jspecify.annotations.NullMarked;
