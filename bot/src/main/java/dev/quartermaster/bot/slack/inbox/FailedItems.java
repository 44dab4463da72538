package dev.quartermaster.bot.slack.inbox;

import dev.quartermaster.actions.audit.Audit;
import dev.quartermaster.bot.slack.inbox.InboxQueries.Row;
import dev.quartermaster.bot.slack.outbox.Message;
import dev.quartermaster.bot.slack.outbox.MessageKey;
import dev.quartermaster.bot.slack.outbox.Outbox;
import dev.quartermaster.bot.slack.outbox.Recipient;
import dev.quartermaster.bot.slack.text.Mrkdwn;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Sets aside an inbox item that failed five times: kept, counted, audited, and its sender told. Joins the caller's
 * transaction.
 */
@Component
final class FailedItems {
    private static final int QUOTED = 80;

    private final InboxQueries rows;
    private final Outbox outbox;
    private final Audit audit;
    private final Counter parked;

    FailedItems(InboxQueries rows, Outbox outbox, Audit audit, MeterRegistry metrics) {
        this.rows = rows;
        this.outbox = outbox;
        this.audit = audit;
        this.parked = metrics.counter("quartermaster.slack.inbox.parked");
    }

    void park(Row row, String trouble) {
        if (!rows.lock(row)) return;
        rows.park(row.id(), trouble);
        audit.record("system", null, "parked", Map.of("inbox", row.id(), "trouble", trouble));
        String words = "Something went wrong on our side with " + what(row)
                + ". It is kept, and the platform team can see it; you can also ask again in other words.";
        outbox.post(new MessageKey("parked:" + row.id()), new Recipient.User(row.user()), Message.text(words));
        parked.increment();
    }

    private String what(Row row) {
        try {
            return what(rows.event(row));
        } catch (RuntimeException unreadable) {
            return "what you last asked for";
        }
    }

    private static String what(InboundEvent event) {
        return switch (event.request().getRequestType()) {
            case Command -> quoted("/qm " + event.text());
            case BlockAction -> "the button you pressed";
            case ViewSubmission -> "the form you sent";
            default -> event.text().isEmpty() ? "your Home page" : quoted(event.text());
        };
    }

    private static String quoted(String text) {
        String start = text.length() <= QUOTED
                ? text
                : text.substring(0, text.offsetByCodePoints(0, Math.min(QUOTED, text.codePointCount(0, text.length()))))
                        + "…";
        return "“" + Mrkdwn.theirs(start) + "”";
    }
}
