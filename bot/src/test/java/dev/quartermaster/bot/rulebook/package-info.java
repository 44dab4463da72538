/** Changing a rule from chat, over HTTP: typed, pressed and sent in as Slack would deliver it. */
@NullMarked
package dev.quartermaster.bot.rulebook;

import org.jspecify.annotations.NullMarked;
