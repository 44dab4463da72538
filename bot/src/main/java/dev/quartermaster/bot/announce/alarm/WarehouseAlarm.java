package dev.quartermaster.bot.announce.alarm;

import dev.quartermaster.actions.provider.grant.WarehouseNotice;
import dev.quartermaster.bot.slack.outbox.Message;
import dev.quartermaster.bot.slack.outbox.MessageKey;
import dev.quartermaster.bot.slack.outbox.Outbox;
import dev.quartermaster.bot.slack.outbox.Recipient;
import dev.quartermaster.bot.slack.text.Mrkdwn;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Tells the platform leads' channel what of an ended grant could not be undone in the warehouse, with the statement, and
 * once more in the same message when it is. Joins the transaction that notes it as told.
 */
@Component
class WarehouseAlarm {
    private static final int MOST = 10;

    private final PlatformChannel channel;
    private final Outbox outbox;

    WarehouseAlarm(PlatformChannel channel, Outbox outbox) {
        this.channel = channel;
        this.outbox = outbox;
    }

    @EventListener
    void noticed(WarehouseNotice notice) {
        Message message = Message.text(text(notice).value());
        channel.name().map(Recipient.Channel::new).ifPresent(to -> {
            switch (notice) {
                case WarehouseNotice.Stands stands -> outbox.post(key(stands.role()), to, message);
                case WarehouseNotice.Undone undone -> outbox.post(key(undone.role()), to, message);
                case WarehouseNotice.PutAway found -> outbox.say(to, message);
            }
        });
    }

    static Mrkdwn text(WarehouseNotice notice) {
        return switch (notice) {
            case WarehouseNotice.Stands stands -> stands(stands);
            case WarehouseNotice.Undone undone ->
                Mrkdwn.ours(":white_check_mark: Undone in the warehouse: `" + undone.role() + "`.");
            case WarehouseNotice.PutAway found -> putAway(found);
        };
    }

    private static MessageKey key(String role) {
        return new MessageKey("warehouse:" + role);
    }

    private static Mrkdwn stands(WarehouseNotice.Stands stands) {
        Mrkdwn head = stands.ended()
                ? Mrkdwn.ours(":broom: A grant has ended and nobody reads by it any more, but its role `"
                        + stands.role() + "` cannot be removed yet.")
                : Mrkdwn.ours(":rotating_light: *A grant could not be ended* for over a minute: `" + stands.role()
                        + "` may still be used.");
        return head.and(" The warehouse said: ")
                .and(Mrkdwn.theirs(stands.said()))
                .and("\n```" + Mrkdwn.escape(stands.statement().replace('`', '\'')) + "```\n")
                .and("It is tried again until it works, and this message then says so; run the statement by hand"
                        + " if it cannot wait, or mend what it names.");
    }

    private static Mrkdwn putAway(WarehouseNotice.PutAway found) {
        Mrkdwn text = Mrkdwn.ours(":package: When the grant of `" + found.role() + "` ended, `" + found.owner()
                + "` owned this in the database `" + found.database() + "`. It now belongs to `" + found.keeper()
                + "` and nobody else reaches it; give back or drop what you find there:");
        List<String> objects = found.objects();
        for (String object : objects.stream().limit(MOST).toList()) {
            text = text.and("\n• ").and(Mrkdwn.theirs(object));
        }
        return objects.size() > MOST ? text.and("\n• and " + (objects.size() - MOST) + " more") : text;
    }
}
