package dev.quartermaster.bot.slack.inbox;

import dev.quartermaster.bot.slack.identity.Accounts;
import dev.quartermaster.bot.slack.text.MarkupText;
import dev.quartermaster.bot.slack.web.BotIdentity;
import dev.quartermaster.intents.people.PersonId;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Turns Slack's text into plain text: escapes undone and mentions turned into names. Looks names up in Slack, so it is
 * not called inside a transaction.
 */
@Component
final class PlainText {
    private final Accounts accounts;
    private final BotIdentity botIdentity;

    PlainText(Accounts accounts, BotIdentity botIdentity) {
        this.accounts = accounts;
        this.botIdentity = botIdentity;
    }

    String of(InboundEvent event) {
        String text = event.text();
        if (text.isEmpty()) return "";
        String bot = botIdentity.know().user();
        return MarkupText.plain(text, user -> user.equals(bot) ? Optional.of("") : name(user));
    }

    private Optional<String> name(String user) {
        return accounts.mentioned(user).map(PersonId::value);
    }
}
