/**
 * From a Slack account to a person and back, by the profile's e-mail and by whose the account was first. Door: {@code
 * Accounts}. Points to {@code web}; knows no rights.
 */
@NullMarked
package dev.quartermaster.bot.slack.identity;

import org.jspecify.annotations.NullMarked;
