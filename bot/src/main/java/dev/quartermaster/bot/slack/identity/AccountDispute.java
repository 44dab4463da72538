package dev.quartermaster.bot.slack.identity;

import dev.quartermaster.intents.people.PersonId;

/**
 * A Slack account that has somebody's address and is not taken for them; the platform team says whose it is.
 *
 * @param why what speaks against it, to the platform team
 */
public record AccountDispute(String account, String address, PersonId person, String why) {}
