/** The edge to Slack, as the rooms behind it see it: what was heard, who spoke, what can be said; may not know how a part is made. */
@NullMarked
package dev.quartermaster.bot.slack;

import org.jspecify.annotations.NullMarked;
