/** What Slack delivered, stored before it is answered and worked once, whatever is killed; knows not what is talked about. */
@NullMarked
package dev.quartermaster.bot.slack.inbox;

import org.jspecify.annotations.NullMarked;
