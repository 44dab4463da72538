/** From a Slack account to a person and back, by the profile's e-mail and nothing else; knows no rights. */
@NullMarked
package dev.quartermaster.bot.slack.identity;

import org.jspecify.annotations.NullMarked;
