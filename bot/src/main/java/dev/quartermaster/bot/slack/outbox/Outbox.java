package dev.quartermaster.bot.slack.outbox;

import dev.quartermaster.bot.slack.SlackInteraction.Card;
import java.util.List;
import java.util.Optional;

/**
 * The durable queue of what is to be said in Slack. Every call joins the caller's transaction and only writes; sending
 * comes after the commit, in the order of writing within a channel or DM, at least once: a crash between Slack's yes
 * and our note of it is looked up in the channel's history first, and repeats the message where that cannot be read.
 */
public interface Outbox {
    /** Posts once per key, however often it is called; a later call with the same key is an {@link #edit}. */
    void post(MessageKey key, Recipient to, Message message);

    /** Posts once per key and never again, wherever the first try ended: for what is said whenever it is seen. */
    void once(MessageKey key, Recipient to, Message message);

    /** Posts something that will never be edited. */
    void say(Recipient to, Message message);

    /**
     * Shares files in one message, once, in the order of everything else that is said there.
     *
     * @param instead said where Slack takes them not: what is missing, and where else it is to be had
     */
    void share(Recipient to, List<OutboxFile> files, Message instead);

    /** Changes the message of this key wherever it stands; of several edits waiting only the newest is sent. */
    void edit(MessageKey key, Message message);

    /** Seen by one user of a channel until they reload; may be lost or repeated. */
    void ephemeral(String channel, String user, Message message);

    /** Replaces a user's Home; only the newest waiting one is sent. @param view JSON of type {@code home} */
    void publishHome(String user, String view);

    /** Where the message of a key stands; empty until sent. */
    Optional<Card> where(MessageKey key);

    /** Slack has it perhaps, but has not said so yet. */
    boolean onItsWay(MessageKey key);

    /** Which key's message this is; empty when it is none of ours, and then no button on it counts. */
    Optional<MessageKey> at(String channel, String ts);
}
