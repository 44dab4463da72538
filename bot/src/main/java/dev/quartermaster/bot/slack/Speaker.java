package dev.quartermaster.bot.slack;

import dev.quartermaster.intents.people.PersonId;
import java.time.ZoneId;

/**
 * Who spoke, from the signed event and the profile's e-mail, never from what was said.
 *
 * @param user Slack's user id
 * @param team Slack's workspace id
 * @param zone of the Slack profile; UTC when the profile has none
 */
public record Speaker(PersonId person, String user, String team, ZoneId zone) {}
