/** Socket Mode: the same deliveries over a connection we open, for workspaces that cannot reach us; knows not what they mean. */
@NullMarked
package dev.quartermaster.bot.slack.socket;

import org.jspecify.annotations.NullMarked;
