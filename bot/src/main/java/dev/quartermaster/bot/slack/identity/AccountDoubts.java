package dev.quartermaster.bot.slack.identity;

import dev.quartermaster.bot.slack.identity.Account.Doubtful;
import dev.quartermaster.bot.slack.identity.Account.Machine;
import dev.quartermaster.bot.slack.web.BotIdentity.Us;
import java.util.Optional;

/**
 * Reasons not to trust an account although it has a person's address (guest, foreign workspace, unconfirmed e-mail),
 * and what its holder is told to do.
 */
final class AccountDoubts {
    static final Doubtful FOREIGN = new Doubtful(
            "I serve members of one workspace, and your account belongs to another. Ask a colleague who is a member to ask me.");
    static final Doubtful UNKNOWN = new Doubtful(
            "I don't know you yet: the e-mail of your Slack profile is not on the list of people I serve. Ask the platform"
                    + " team to add it, then write to me again.");
    private static final Doubtful GUEST = new Doubtful(
            "I can't serve guest accounts. Ask the member who invited you to ask me, or your workspace's admins for a full"
                    + " account.");
    private static final Doubtful GONE =
            new Doubtful("Your Slack account is deactivated, so I do nothing for it. Ask your workspace's admins.");
    private static final Doubtful UNCONFIRMED = new Doubtful(
            "The e-mail of your Slack profile is not confirmed yet, so I can't be sure that it is yours. Confirm it by the"
                    + " link in Slack's mail to you, then write to me again.");
    private static final Doubtful INVITED = new Doubtful(
            "Your Slack account is still an invitation, so I can't be sure whose it is. Accept the invitation in Slack's"
                    + " mail to you, then write to me again.");

    private AccountDoubts() {}

    static Optional<Account> of(Profile profile, Us us) {
        if (profile.machine()) return Optional.of(new Machine());
        if (profile.stranger() || !ours(profile, us)) return Optional.of(FOREIGN);
        if (profile.guest()) return Optional.of(GUEST);
        if (profile.deactivated()) return Optional.of(GONE);
        if (profile.invited()) return Optional.of(INVITED);
        return profile.unconfirmed() ? Optional.of(UNCONFIRMED) : Optional.empty();
    }

    /** On Enterprise Grid a member's home workspace may be a sister of ours; elsewhere it must be ours. */
    private static boolean ours(Profile profile, Us us) {
        return profile.team().filter(team -> !team.equals(us.team())).isEmpty()
                || us.enterprise() != null
                        && profile.enterprise().filter(us.enterprise()::equals).isPresent();
    }
}
