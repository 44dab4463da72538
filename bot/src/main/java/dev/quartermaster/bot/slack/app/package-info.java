/** Slack Bolt's app: what Slack may send us and which handler takes it; knows not how it is stored, nor what is said to it. */
@NullMarked
package dev.quartermaster.bot.slack.app;

import org.jspecify.annotations.NullMarked;
