package dev.quartermaster.bot.doctor;

import dev.quartermaster.actions.bundle.Bundles;
import dev.quartermaster.actions.doctor.DoctorReport;
import dev.quartermaster.bot.announce.alarm.PlatformChannel;
import dev.quartermaster.bot.conversation.command.CommandHandler;
import dev.quartermaster.bot.conversation.dialogue.IncomingMessage;
import dev.quartermaster.bot.slack.outbox.Message;
import dev.quartermaster.bot.slack.outbox.Outbox;
import dev.quartermaster.bot.slack.outbox.Recipient;
import dev.quartermaster.intents.people.People;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** {@code /qm doctor}: for platform leads what the setup lacks, looked at now; for others whom to ask. */
@Component
class DoctorAnswer implements CommandHandler {
    private static final Logger LOG = LoggerFactory.getLogger(DoctorAnswer.class);
    /** A message holds a few thousand characters; one that is cut would lose commands. */
    private static final int MOST_CHARACTERS = 2_500;

    private final SetupWatch watch;
    private final Bundles bundles;
    private final Outbox outbox;
    private final PlatformChannel channel;
    private final TransactionTemplate transaction;

    DoctorAnswer(
            SetupWatch watch,
            Bundles bundles,
            Outbox outbox,
            PlatformChannel channel,
            PlatformTransactionManager transactions) {
        this.watch = watch;
        this.bundles = bundles;
        this.outbox = outbox;
        this.channel = channel;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public List<String> words() {
        return List.of("doctor");
    }

    @Override
    public String usage() {
        return "";
    }

    @Override
    public String about() {
        return "what cluster, warehouse and the rest lack for golden paths; platform leads only";
    }

    /** Anything more is a sentence. */
    @Override
    public boolean takes(String rest) {
        return rest.isBlank();
    }

    @Override
    public void perform(IncomingMessage asking, String rest) {
        if (!bundles.current().people().group(People.PLATFORM_LEADS).contains(asking.person())) {
            outbox.say(
                    asking.privately(),
                    Message.said("The platform team looks after how this is set up"
                            + channel.name()
                                    .map(name -> "; ask them in #" + name.replaceFirst("^#", ""))
                                    .orElse("") + "."));
            return;
        }
        outbox.say(asking.privately(), Message.said("Looking at everything that is configured; this takes a moment."));
        Recipient to = asking.privately();
        after(() -> Thread.ofVirtual().name("doctor").start(() -> answer(to)));
    }

    /** The others are waited for, which no transaction may do. */
    private static void after(Runnable work) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            work.run();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                work.run();
            }
        });
    }

    private void answer(Recipient to) {
        try {
            DoctorReport report = watch.now();
            List<String> lines = new ArrayList<>(report.lines());
            List<String> unavailable = watch.unavailable();
            if (!unavailable.isEmpty()) {
                lines.add("Not available here:");
                unavailable.forEach(each -> lines.add("  - " + each));
            }
            lines.add(report.summary());
            transaction.executeWithoutResult(
                    status -> messages(lines).forEach(each -> outbox.say(to, Message.said(each))));
        } catch (RuntimeException fault) {
            LOG.warn("The doctor could not answer", fault);
        }
    }

    private static List<String> messages(List<String> lines) {
        List<String> messages = new ArrayList<>();
        StringBuilder next = new StringBuilder();
        for (String line : lines) {
            if (next.length() + line.length() > MOST_CHARACTERS && !next.isEmpty()) {
                messages.add(next.toString());
                next.setLength(0);
            }
            next.append(line).append('\n');
        }
        messages.add(next.toString());
        return messages;
    }
}
