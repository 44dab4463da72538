/** Slack's mark-up, built so that people's words stay words; knows no message. */
@NullMarked
package dev.quartermaster.bot.slack.text;

import org.jspecify.annotations.NullMarked;
