package dev.quartermaster.bot.slack;

import dev.quartermaster.intents.people.PersonId;
import java.time.ZoneId;

/**
 * Who spoke, from the signed event and the profile's e-mail, never from what was said.
 *
 * @param user Slack's user id
 * @param team Slack's workspace id
 * @param zone of the Slack profile; UTC when the profile has none
 * @param confirmed whether Slack was asked about the account for this very thing, and not a few minutes ago
 */
public record Speaker(PersonId person, String user, String team, ZoneId zone, boolean confirmed) {
    /**
     * Whose decision it is. An account deactivated a moment ago decides nothing, so whatever gives, takes or hands over a
     * yes takes its person from here.
     *
     * @throws Unconfirmed unless Slack was asked for this very thing; nothing has happened then, and whoever works it asks and begins anew
     */
    public PersonId deciding() {
        if (!confirmed) {
            throw new Unconfirmed();
        }
        return person;
    }

    /** Slack is to be asked about the account before its decision is taken. */
    public static final class Unconfirmed extends RuntimeException {
        private static final long serialVersionUID = 1;

        Unconfirmed() {
            super("Slack is asked about an account before it decides", null, false, false);
        }
    }
}
