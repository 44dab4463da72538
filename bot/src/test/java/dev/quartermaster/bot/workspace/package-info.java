/** Trials of the local workspace, with Slack's own library as the judge of every shape. */
@NullMarked
package dev.quartermaster.bot.workspace;

import org.jspecify.annotations.NullMarked;
