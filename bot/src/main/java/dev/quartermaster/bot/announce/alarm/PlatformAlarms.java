package dev.quartermaster.bot.announce.alarm;

import dev.quartermaster.actions.platform.PlatformAlarm;
import dev.quartermaster.bot.slack.outbox.Message;
import dev.quartermaster.bot.slack.outbox.MessageKey;
import dev.quartermaster.bot.slack.outbox.Outbox;
import dev.quartermaster.bot.slack.outbox.Recipient;
import dev.quartermaster.bot.slack.text.Mrkdwn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Tells the platform leads' channel what only they can mend; the same trouble (by its key) is told once. */
@Component
class PlatformAlarms {
    private static final Logger LOG = LoggerFactory.getLogger(PlatformAlarms.class);

    private final PlatformChannel channel;
    private final Outbox outbox;
    private final TransactionTemplate transaction;

    PlatformAlarms(PlatformChannel channel, Outbox outbox, PlatformTransactionManager transactions) {
        this.channel = channel;
        this.outbox = outbox;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Joins the publisher's transaction where there is one. Without a channel the log has it, and the next time says it. */
    @EventListener
    void raised(PlatformAlarm alarm) {
        MessageKey key = new MessageKey("platform:" + alarm.key());
        Mrkdwn text = Mrkdwn.ours(":warning: ").and(Mrkdwn.said(alarm.words()));
        channel.name()
                .ifPresentOrElse(
                        name -> transaction.executeWithoutResult(
                                status -> outbox.once(key, new Recipient.Channel(name), Message.text(text.value()))),
                        () -> LOG.warn("For the platform team ({}): {}", alarm.key(), alarm.words()));
    }
}
