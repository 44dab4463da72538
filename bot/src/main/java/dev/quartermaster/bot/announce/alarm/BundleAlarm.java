package dev.quartermaster.bot.announce.alarm;

import dev.quartermaster.actions.bundle.BundleRefused;
import dev.quartermaster.bot.slack.outbox.Message;
import dev.quartermaster.bot.slack.outbox.Outbox;
import dev.quartermaster.bot.slack.outbox.Recipient;
import dev.quartermaster.bot.slack.text.Mrkdwn;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Tells the platform leads' channel when changed files were not put in force, and why. */
@Component
class BundleAlarm {
    private static final int MOST = 10;

    private final PlatformChannel channel;
    private final Outbox outbox;
    private final TransactionTemplate transaction;

    BundleAlarm(PlatformChannel channel, Outbox outbox, PlatformTransactionManager transactions) {
        this.channel = channel;
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
        channel.name()
                .ifPresent(name -> transaction.executeWithoutResult(
                        status -> outbox.say(new Recipient.Channel(name), Message.text(words))));
    }
}
