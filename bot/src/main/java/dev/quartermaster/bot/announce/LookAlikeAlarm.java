package dev.quartermaster.bot.announce;

import dev.quartermaster.actions.bundle.BundleActivated;
import dev.quartermaster.actions.bundle.Bundles;
import dev.quartermaster.bot.slack.outbox.Key;
import dev.quartermaster.bot.slack.outbox.Message;
import dev.quartermaster.bot.slack.outbox.Outbox;
import dev.quartermaster.bot.slack.outbox.To;
import dev.quartermaster.bot.slack.text.Mrkdwn;
import dev.quartermaster.intents.config.Bundle;
import dev.quartermaster.intents.config.LookAlikeNames;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Warns of names that look alike, in the log at every load and in the platform leads' channel when there are others than before. */
@Component
class LookAlikeAlarm {
    private static final Logger LOG = LoggerFactory.getLogger(LookAlikeAlarm.class);
    private static final int MOST = 10;

    private final Bundles bundles;
    private final PlatformChannel channel;
    private final Outbox outbox;
    private final TransactionTemplate transaction;

    LookAlikeAlarm(Bundles bundles, PlatformChannel channel, Outbox outbox, PlatformTransactionManager transactions) {
        this.bundles = bundles;
        this.channel = channel;
        this.outbox = outbox;
        this.transaction = new TransactionTemplate(transactions);
    }

    @EventListener(ApplicationReadyEvent.class)
    void started() {
        look(bundles.current());
    }

    @EventListener
    void activated(BundleActivated activated) {
        look(activated.bundle());
    }

    private void look(Bundle bundle) {
        List<String> alike =
                LookAlikeNames.in(bundle).stream().map(Object::toString).toList();
        alike.forEach(each -> LOG.warn("Configuration {}: {}", bundle.hash(), each));
        if (alike.isEmpty()) {
            return;
        }
        Mrkdwn text = Mrkdwn.ours(":mag: Names in the configuration that look alike; both are in force:");
        for (String each : alike.stream().limit(MOST).toList()) {
            text = text.and("\n• ").and(Mrkdwn.theirs(each));
        }
        Message message = Message.text(text.value());
        Key key = new Key("look-alikes:" + Integer.toHexString(alike.hashCode()));
        channel.name()
                .ifPresent(name -> transaction.executeWithoutResult(status -> {
                    if (outbox.where(key).isEmpty() && !outbox.onItsWay(key)) {
                        outbox.post(key, new To.Channel(name), message);
                    }
                }));
    }
}
