package dev.quartermaster.bot.announce;

import dev.quartermaster.actions.bundle.BundleRefused;
import dev.quartermaster.actions.bundle.Bundles;
import dev.quartermaster.bot.slack.outbox.Message;
import dev.quartermaster.bot.slack.outbox.Outbox;
import dev.quartermaster.bot.slack.outbox.To;
import dev.quartermaster.bot.slack.text.Mrkdwn;
import dev.quartermaster.intents.people.People;
import dev.quartermaster.intents.people.PersonId;
import java.util.Comparator;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Tells the platform leads' channel when changed files were not put in force, and why. */
@Component
class BundleAlarm {
    private static final int MOST = 10;

    private final ObjectProvider<Bundles> bundles;
    private final Outbox outbox;
    private final TransactionTemplate transaction;

    BundleAlarm(ObjectProvider<Bundles> bundles, Outbox outbox, PlatformTransactionManager transactions) {
        this.bundles = bundles;
        this.outbox = outbox;
        this.transaction = new TransactionTemplate(transactions);
    }

    @EventListener
    void refused(BundleRefused refused) {
        Mrkdwn text = Mrkdwn.ours(":warning: The changed configuration was *not* put in force, the one before stays:");
        for (String problem : refused.problems().stream().limit(MOST).toList()) {
            text = text.and("\n• ").and(Mrkdwn.theirs(problem));
        }
        String words = text.value();
        channel()
                .ifPresent(channel -> transaction.executeWithoutResult(
                        status -> outbox.say(new To.Channel(channel), Message.text(words))));
    }

    /** Empty while the program starts: then the log says it, and nobody could read Slack yet. */
    private Optional<String> channel() {
        Bundles current = bundles.getIfAvailable();
        if (current == null) {
            return Optional.empty();
        }
        People people = current.current().people();
        return people.group(People.PLATFORM_LEADS).stream()
                .min(Comparator.comparing(PersonId::value))
                .flatMap(people::teamOf)
                .map(team -> team.channel());
    }
}
