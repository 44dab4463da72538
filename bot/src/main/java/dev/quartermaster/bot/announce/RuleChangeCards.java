package dev.quartermaster.bot.announce;

import dev.quartermaster.actions.bundle.Bundles;
import dev.quartermaster.actions.rulebook.ChangeDesk;
import dev.quartermaster.actions.rulebook.ChangeId;
import dev.quartermaster.actions.rulebook.RuleChange;
import dev.quartermaster.bot.card.rule.ChangeCard;
import dev.quartermaster.bot.slack.outbox.Message;
import dev.quartermaster.bot.slack.outbox.MessageKey;
import dev.quartermaster.bot.slack.outbox.Outbox;
import dev.quartermaster.bot.slack.outbox.Recipient;
import dev.quartermaster.intents.people.PersonId;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Draws and edits every message that shows a change of rules: the author's draft, and the approval card in the channel
 * and to at most 10 deciders, from the change as it is now. Joins the caller's transaction.
 */
@Component
public class RuleChangeCards {
    private static final int MOST_COPIES = 10;

    private final ChangeDesk desk;
    private final Bundles bundles;
    private final Outbox outbox;
    private final JdbcClient database;

    RuleChangeCards(ChangeDesk desk, Bundles bundles, Outbox outbox, JdbcClient database) {
        this.desk = desk;
        this.bundles = bundles;
        this.outbox = outbox;
        this.database = database;
    }

    /** The draft to who wrote it; nobody else reads it. */
    public void draft(RuleChange change, ChangeCard.Tried tried) {
        outbox.post(own(change.id()), new Recipient.Person(change.by()), ChangeCard.draft(shown(change), tried));
    }

    /** Cards to the approvals channel and to each who may decide. */
    public void post(RuleChange change) {
        Set<PersonId> deciders = desk.deciders(change);
        Message card = ChangeCard.approval(shown(change), deciders);
        show(change, "#", new Recipient.Channel(bundles.current().organisation().approvalsChannel()), card);
        deciders.stream()
                .limit(MOST_COPIES)
                .forEach(person -> show(change, person.value(), new Recipient.Person(person), card));
        outbox.edit(own(change.id()), ChangeCard.own(shown(change)));
    }

    /** Draws every copy again and tells who wrote it, once it is over. */
    public void over(RuleChange change) {
        Message card = ChangeCard.approval(shown(change), Set.of());
        cards(change.id()).forEach(key -> outbox.edit(key, card));
        Message own = ChangeCard.own(shown(change));
        outbox.edit(own(change.id()), own);
        boolean byThemselves = change.by().equals(change.decidedBy());
        if (!byThemselves) {
            outbox.post(
                    new MessageKey("rule-over:" + change.id()),
                    new Recipient.Person(change.by()),
                    Message.text(own.text()));
        }
    }

    /** Whether this message is one of ours that shows this change. */
    public boolean shows(ChangeId change, MessageKey card) {
        return cards(change).contains(card);
    }

    /** Whether one of its cards is on its way still, so that nobody can know yet where it stands. */
    public boolean onItsWay(ChangeId change) {
        return cards(change).stream().anyMatch(outbox::onItsWay);
    }

    private void show(RuleChange change, String copy, Recipient to, Message card) {
        MessageKey key = new MessageKey("rule:" + change.id() + ":" + copy);
        outbox.post(key, to, card);
        database.sql("insert into rule_change_card (change, card) values (?, ?) on conflict do nothing")
                .params(change.id().value(), key.value())
                .update();
    }

    private List<MessageKey> cards(ChangeId change) {
        return database
                .sql("select card from rule_change_card where change = ? order by card")
                .param(change.value())
                .query(String.class)
                .list()
                .stream()
                .map(MessageKey::new)
                .toList();
    }

    private ChangeCard.Shown shown(RuleChange change) {
        return new ChangeCard.Shown(change, bundles.current().people());
    }

    private static MessageKey own(ChangeId change) {
        return new MessageKey("rule-draft:" + change);
    }
}
