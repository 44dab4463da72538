/**
 * The edge to Slack as the rooms behind it see it: what a person did ({@code SlackInteraction}), who it was ({@code
 * Speaker}), what takes it ({@code Conversation}, {@code ButtonHandler}, {@code Form}), and the settings. All its
 * sub-folders point here; may not know how a part is made.
 */
@NullMarked
package dev.quartermaster.bot.slack;

import org.jspecify.annotations.NullMarked;
