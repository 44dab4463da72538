package dev.quartermaster.bot.announce;

import dev.quartermaster.bot.slack.identity.AccountDispute;
import dev.quartermaster.bot.slack.outbox.Key;
import dev.quartermaster.bot.slack.outbox.Message;
import dev.quartermaster.bot.slack.outbox.Outbox;
import dev.quartermaster.bot.slack.outbox.To;
import dev.quartermaster.bot.slack.text.Mrkdwn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Tells the platform leads' channel, once, of a Slack account that has somebody's address and is not taken for them. */
@Component
class AccountAlarm {
    private static final Logger LOG = LoggerFactory.getLogger(AccountAlarm.class);

    private final PlatformChannel channel;
    private final Outbox outbox;
    private final TransactionTemplate transaction;

    AccountAlarm(PlatformChannel channel, Outbox outbox, PlatformTransactionManager transactions) {
        this.channel = channel;
        this.outbox = outbox;
        this.transaction = new TransactionTemplate(transactions);
    }

    @EventListener
    void disputed(AccountDispute dispute) {
        Key key = new Key("account:" + dispute.account() + ":" + dispute.person());
        LOG.warn("Slack account {} is not taken for {}: {}", dispute.account(), dispute.person(), dispute.why());
        channel.name()
                .ifPresent(name -> transaction.executeWithoutResult(status -> {
                    if (outbox.where(key).isEmpty() && !outbox.onItsWay(key)) {
                        outbox.post(
                                key,
                                new To.Channel(name),
                                Message.text(words(dispute).value()));
                    }
                }));
    }

    private static Mrkdwn words(AccountDispute dispute) {
        return Mrkdwn.ours(":warning: The Slack account " + dispute.account() + " has the address ")
                .and(Mrkdwn.theirs(dispute.address()))
                .and(" of *" + dispute.person() + "*, but " + dispute.why()
                        + ". It is served nothing. If it is theirs, write"
                        + " `slack: [" + dispute.account() + "]` beside that address in people.yaml; if not, give it"
                        + " another address in Slack.");
    }
}
