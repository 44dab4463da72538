package dev.quartermaster.bot.announce.alarm;

import dev.quartermaster.actions.bundle.OverlayRetired;
import dev.quartermaster.bot.slack.outbox.Message;
import dev.quartermaster.bot.slack.outbox.Outbox;
import dev.quartermaster.bot.slack.outbox.Recipient;
import dev.quartermaster.bot.slack.text.Mrkdwn;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Tells the platform leads' channel when a rule that was changed here follows its folder again. */
@Component
class OverlayAlarm {
    private final PlatformChannel channel;
    private final Outbox outbox;
    private final TransactionTemplate transaction;

    OverlayAlarm(PlatformChannel channel, Outbox outbox, PlatformTransactionManager transactions) {
        this.channel = channel;
        this.outbox = outbox;
        this.transaction = new TransactionTemplate(transactions);
    }

    @EventListener
    void retired(OverlayRetired retired) {
        Mrkdwn file = Mrkdwn.theirs(retired.file());
        Mrkdwn text = retired.arrived()
                ? file.and(" now says in the folder what `" + retired.change() + "` changed here.")
                : Mrkdwn.ours(":warning: ")
                        .and(file)
                        .and(" was changed in the folder, so what `" + retired.change()
                                + "` changed here is *no longer in force*. If it should be, write it into the folder.");
        channel.name()
                .ifPresent(name -> transaction.executeWithoutResult(
                        status -> outbox.say(new Recipient.Channel(name), Message.text(text.value()))));
    }
}
