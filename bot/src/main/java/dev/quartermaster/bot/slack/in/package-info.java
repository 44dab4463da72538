/** The door: nothing Slack did not sign gets past it; what does is stored, or answered while Slack waits; knows not what it means. */
@NullMarked
package dev.quartermaster.bot.slack.in;

import org.jspecify.annotations.NullMarked;
