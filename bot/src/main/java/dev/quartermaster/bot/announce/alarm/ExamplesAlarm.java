package dev.quartermaster.bot.announce.alarm;

import dev.quartermaster.actions.bundle.BundleActivated;
import dev.quartermaster.actions.bundle.Bundles;
import dev.quartermaster.bot.slack.outbox.Message;
import dev.quartermaster.bot.slack.outbox.MessageKey;
import dev.quartermaster.bot.slack.outbox.Outbox;
import dev.quartermaster.bot.slack.outbox.Recipient;
import dev.quartermaster.bot.slack.text.Mrkdwn;
import dev.quartermaster.intents.config.Bundle;
import dev.quartermaster.intents.people.People;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.reading.Reader;
import dev.quartermaster.intents.reading.embedded.EmbeddedReader;
import dev.quartermaster.intents.reading.embedded.Finding;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Learns a changed bundle's examples before anybody writes, and tells the platform leads' channel which of those that
 * are new the reader takes for something else: once a bundle, whichever replica is first.
 */
@Component
class ExamplesAlarm {
    private static final Logger LOG = LoggerFactory.getLogger(ExamplesAlarm.class);
    private static final int MOST = 9;

    private final EmbeddedReader reader;
    private final Bundles bundles;
    private final Outbox outbox;
    private final TransactionTemplate transaction;
    private @Nullable Set<String> before;

    ExamplesAlarm(EmbeddedReader reader, Bundles bundles, Outbox outbox, PlatformTransactionManager transactions) {
        this.reader = reader;
        this.bundles = bundles;
        this.outbox = outbox;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** What the files at start come to is what later ones are compared with. */
    @EventListener(ApplicationReadyEvent.class)
    void started() {
        start(bundles.current());
    }

    /** On a thread of its own: learning takes seconds, and other replicas' bundles are followed meanwhile. */
    @EventListener
    void activated(BundleActivated activated) {
        start(activated.bundle());
    }

    private void start(Bundle bundle) {
        Thread.ofPlatform().daemon().name("examples").start(() -> look(bundle));
    }

    /** What was so before is not said again: whoever changed a team's budget wrote none of these examples. */
    private synchronized void look(Bundle bundle) {
        try {
            List<Finding> findings = reader.check(new Reader.Known(bundle.catalogue(), bundle.people()));
            Set<String> words = findings.stream().map(Finding::words).collect(Collectors.toSet());
            Set<String> old = before == null ? words : before;
            List<Finding> fresh = findings.stream()
                    .filter(finding -> !old.contains(finding.words()))
                    .toList();
            before = words;
            LOG.info("Configuration {}: {} examples do not help its reader", bundle.hash(), findings.size());
            if (!fresh.isEmpty()) {
                fresh.forEach(finding -> LOG.warn("Configuration {}: {}", bundle.hash(), finding.words()));
                tell(bundle, fresh);
            }
        } catch (RuntimeException failed) {
            LOG.warn("The examples of configuration {} could not be looked at: {}", bundle.hash(), failed.toString());
        }
    }

    private void tell(Bundle bundle, List<Finding> findings) {
        Mrkdwn text = Mrkdwn.ours(":mag: The new configuration is in force. These examples do not help its reader:");
        for (Finding finding : findings.stream().limit(MOST).toList()) {
            text = text.and("\n• ").and(Mrkdwn.theirs(finding.words()));
        }
        if (findings.size() > MOST) {
            text = text.and("\n• and " + (findings.size() - MOST) + " more, in the log");
        }
        Message message = Message.text(text.value());
        MessageKey key = new MessageKey("examples:" + bundle.hash());
        People people = bundle.people();
        people.group(People.PLATFORM_LEADS).stream()
                .min(Comparator.comparing(PersonId::value))
                .flatMap(people::teamOf)
                .map(team -> new Recipient.Channel(team.channel()))
                .ifPresent(channel -> transaction.executeWithoutResult(status -> outbox.post(key, channel, message)));
    }
}
