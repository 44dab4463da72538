/** The way to Slack's Web API and who we are there; knows not what is asked of it. */
@NullMarked
package dev.quartermaster.bot.slack.web;

import org.jspecify.annotations.NullMarked;
