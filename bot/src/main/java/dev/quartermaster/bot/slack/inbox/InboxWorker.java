package dev.quartermaster.bot.slack.inbox;

import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.request.builtin.EventRequest;
import com.slack.api.bolt.response.Response;
import dev.quartermaster.actions.attempt.Attempts;
import dev.quartermaster.actions.attempt.Passing;
import dev.quartermaster.bot.slack.Speaker;
import dev.quartermaster.bot.slack.UnreadSentence;
import dev.quartermaster.bot.slack.app.InteractionContext;
import dev.quartermaster.bot.slack.app.SlackApp;
import dev.quartermaster.bot.slack.identity.Account;
import dev.quartermaster.bot.slack.identity.Account.Doubtful;
import dev.quartermaster.bot.slack.identity.Account.Known;
import dev.quartermaster.bot.slack.identity.Account.Machine;
import dev.quartermaster.bot.slack.identity.Accounts;
import dev.quartermaster.bot.slack.inbox.InboxQueries.Row;
import dev.quartermaster.bot.slack.outbox.DirectMessages;
import dev.quartermaster.bot.slack.outbox.Message;
import dev.quartermaster.bot.slack.outbox.MessageKey;
import dev.quartermaster.bot.slack.outbox.Outbox;
import dev.quartermaster.bot.slack.outbox.Recipient;
import dev.quartermaster.bot.slack.web.Unreachable;
import dev.quartermaster.intents.reading.EventKey;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Works one inbox item: the sender is looked up first, outside any transaction; then one transaction holds the row,
 * whatever the conversation does, and the note that it is done. Killed anywhere, either all of that is there or none.
 */
@Component
final class InboxWorker {
    private static final Logger LOG = LoggerFactory.getLogger(InboxWorker.class);
    private static final String UNDECIDED =
            "I could not ask Slack just now whether your account is still in use, so nothing was decided. Try again in a"
                    + " minute.";
    private static final String KIND = "inbox";
    /** A message is read once; once more for each part that is read by itself, and should the context change meanwhile. */
    private static final int MOST_READINGS = 10;

    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration SOON = Duration.ofSeconds(1);

    private final InboxQueries rows;
    private final Accounts accounts;
    private final PlainText plainText;
    private final SlackApp app;
    private final Outbox outbox;
    private final DirectMessages directMessages;
    private final FailedItems parking;
    private final Attempts attempts;
    private final TransactionTemplate transaction;

    InboxWorker(
            InboxQueries rows,
            Accounts accounts,
            PlainText plainText,
            SlackApp app,
            Outbox outbox,
            DirectMessages directMessages,
            FailedItems parking,
            Attempts attempts,
            PlatformTransactionManager transactions) {
        this.rows = rows;
        this.accounts = accounts;
        this.plainText = plainText;
        this.app = app;
        this.outbox = outbox;
        this.directMessages = directMessages;
        this.parking = parking;
        this.attempts = attempts;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** @return false: another replica is at it, or the database is away; asking again at once would only spin */
    boolean work(long id) {
        try {
            return rows.peek(id).map(this::attempt).orElse(true);
        } catch (Throwable e) {
            // The row could not even be read, or its failure not be noted. Where it was begun, that is counted.
            LOG.warn("Inbox item {} waits for the next look", id, e);
            return false;
        }
    }

    /** What is logged meanwhile says for which item. */
    private boolean attempt(Row row) {
        try (var _ = MDC.putCloseable("inbox", "" + row.id())) {
            return tried(row);
        }
    }

    private boolean tried(Row row) {
        String item = "" + row.id();
        int number = attempts.begin(KIND, item);
        // Beginnings that neither failed nor ended; another replica that looks at the same moment makes it one too
        // many.
        if (number - row.tries() > Attempts.MOST) {
            park(row, "its process ended while it was worked");
            return true;
        }
        try {
            InboundEvent event = rows.event(row);
            return handled(row, event, accounts.of(event.user(), event.team()));
        } catch (Speaker.Unconfirmed decision) {
            return decision(row);
        } catch (Unreachable e) {
            LOG.warn("Inbox item {} waits for Slack: {}", row.id(), e.getMessage());
            attempts.uncounted(KIND, item);
            rows.later(row.id(), e.after());
        } catch (Throwable e) {
            failed(row, e);
        }
        return true;
    }

    private boolean handled(Row row, InboundEvent event, Account account) {
        if (account instanceof Known(var speaker)) {
            new InteractionContext(new EventKey(event.key()), speaker, row.at(), plainText.of(event), false)
                    .into(event.request().getContext());
        }
        boolean worked = Boolean.TRUE.equals(worked(row, event, account));
        if (!worked) attempts.uncounted(KIND, "" + row.id());
        return worked;
    }

    /** What has to be read by a model is read between two transactions, and the second finds it read. */
    private @Nullable Boolean worked(Row row, InboundEvent event, Account account) {
        for (int reading = 0; ; reading++) {
            try {
                return transaction.execute(status -> handle(row, event, account));
            } catch (UnreadSentence sentence) {
                if (reading == MOST_READINGS) throw sentence;
                sentence.read();
            }
        }
    }

    /** Somebody decides: Slack is asked about them now, whatever is remembered. Where it cannot be, nobody has decided. */
    private boolean decision(Row row) {
        try {
            InboundEvent event = rows.event(row);
            return handled(row, event, accounts.now(event.user(), event.team()));
        } catch (Unreachable e) {
            LOG.warn("A decision, inbox item {}, is not taken: Slack cannot be asked ({})", row.id(), e.getMessage());
            return Boolean.TRUE.equals(transaction.execute(status -> undecided(row)));
        } catch (Throwable e) {
            failed(row, e);
            return true;
        }
    }

    private boolean undecided(Row row) {
        if (!rows.lock(row)) return false;
        outbox.post(new MessageKey("undecided:" + row.id()), new Recipient.User(row.user()), Message.text(UNDECIDED));
        rows.done(row.id());
        attempts.ended(KIND, "" + row.id());
        return true;
    }

    private boolean handle(Row row, InboundEvent event, Account account) {
        if (!rows.lock(row)) return false;
        switch (account) {
            case Known(var speaker) -> {
                direct(event.request()).ifPresent(channel -> directMessages.seen(speaker, channel));
                Response ignored = app.run(event.request());
            }
            case Doubtful(String words) ->
                outbox.post(new MessageKey("doubt:" + row.id()), new Recipient.User(event.user()), Message.text(words));
            case Machine machine -> LOG.debug("A bot's item {} is let go", row.id());
        }
        rows.done(row.id());
        attempts.ended(KIND, "" + row.id());
        return true;
    }

    private static Optional<String> direct(Request<?> request) {
        return request instanceof EventRequest event
                ? Optional.ofNullable(event.getContext().getChannelId()).filter(channel -> channel.startsWith("D"))
                : Optional.empty();
    }

    private void failed(Row row, Throwable why) {
        int number = row.tries() + 1;
        if (Passing.is(why)) {
            LOG.warn("Inbox item {} waits for the database", row.id(), why);
            attempts.passed(KIND, "" + row.id());
            rows.later(row.id(), SOON);
            return;
        }
        LOG.warn("Inbox item {} failed, try {} of {}", row.id(), number, Attempts.MOST, why);
        String trouble = why.getClass().getName();
        attempts.failed(KIND, "" + row.id(), trouble);
        if (number < Attempts.MOST) {
            // 0.5 s, 1.5 s, 4.5 s, 13.5 s
            rows.failed(row, trouble, FIRST_PAUSE.multipliedBy((long) Math.pow(3, number - 1)));
        } else {
            park(row, trouble);
        }
    }

    private void park(Row row, String trouble) {
        transaction.executeWithoutResult(status -> parking.park(row, trouble));
    }
}
