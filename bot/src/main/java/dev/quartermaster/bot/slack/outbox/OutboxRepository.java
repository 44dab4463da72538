package dev.quartermaster.bot.slack.outbox;

import dev.quartermaster.bot.slack.outbox.OutboxMessage.Act;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads and writes the tables {@code slack_outbox} and {@code slack_message}. */
@Component
final class OutboxRepository {
    private final JdbcClient jdbc;

    OutboxRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A message that stands in Slack. */
    record Standing(
            String lane,
            String channel,
            String ts,
            @Nullable String thread) {}

    /** @return false: something was posted under this card before */
    boolean insert(String lane, @Nullable String card, Act act, Address to, Message message) {
        return jdbc.sql("""
                        insert into slack_outbox (lane, card, act, to_kind, to_id, to_more, text, blocks)
                        values (:lane, :card, :act, :kind, :id, :more, :text, :blocks)
                        on conflict (card) where act = 'post' and card is not null do nothing""")
                        .param("lane", lane)
                        .param("card", card)
                        .param("act", act.name().toLowerCase(Locale.ROOT))
                        .param("kind", to.kind().word())
                        .param("id", to.id())
                        .param("more", to.more())
                        .param("text", message.text())
                        .param("blocks", message.blocks())
                        .update()
                == 1;
    }

    /** @return the row's id, for its files */
    long insertFiles(String lane, Address to, Message instead) {
        return jdbc.sql("""
                        insert into slack_outbox (lane, act, to_kind, to_id, to_more, text)
                        values (:lane, 'files', :kind, :id, :more, :text) returning id""")
                .param("lane", lane)
                .param("kind", to.kind().word())
                .param("id", to.id())
                .param("more", to.more())
                .param("text", instead.text())
                .query(Long.class)
                .single();
    }

    /** The newest word replaces one that has not begun its way. @return false: none is waiting */
    boolean replace(String card, Message message) {
        return jdbc.sql("""
                        update slack_outbox set text = :text, blocks = :blocks where id = (
                          select max(id) from slack_outbox where card = :card and state = 'waiting')
                          and state = 'waiting'""")
                        .param("text", message.text())
                        .param("blocks", message.blocks())
                        .param("card", card)
                        .update()
                == 1;
    }

    Optional<Standing> standing(String card) {
        return jdbc.sql("select lane, channel, ts, thread from slack_message where card = :card")
                .param("card", card)
                .query(Standing.class)
                .optional();
    }

    boolean onItsWay(String card) {
        return jdbc.sql("select exists (select 1 from slack_outbox"
                        + " where card = :card and act = 'post' and state in ('waiting', 'sending'))")
                .param("card", card)
                .query(Boolean.class)
                .single();
    }

    Optional<String> cardAt(String channel, String ts) {
        return jdbc.sql("select card from slack_message where channel = :channel and ts = :ts")
                .param("channel", channel)
                .param("ts", ts)
                .query(String.class)
                .optional();
    }

    /** The lane of a card that was posted or is to be; empty when nothing was ever written under it. */
    Optional<String> lane(String card) {
        return jdbc.sql("""
                        select lane from slack_message where card = :card
                        union all select lane from slack_outbox where card = :card and act = 'post' limit 1""").param("card", card).query(String.class).optional();
    }

    /** Where a card was to go, for an edit of one that never got there. */
    Optional<Address> address(String card) {
        return jdbc.sql("select to_kind, to_id, to_more from slack_outbox where card = :card and act = 'post'")
                .param("card", card)
                .query((row, n) -> new Address(
                        Address.Kind.of(row.getString("to_kind")), row.getString("to_id"), row.getString("to_more")))
                .optional();
    }

    /** Begins the oldest of a lane; from here until its end is noted it may be in Slack. */
    Optional<OutboxMessage> begin(String lane) {
        return jdbc.sql("""
                        update slack_outbox o set state = 'sending', tries = o.tries + 1
                        from (select id, state from slack_outbox where lane = :lane and state in ('waiting', 'sending')
                          order by id limit 1 for update) head
                        where o.id = head.id
                        returning o.*, head.state = 'sending' as doubtful""")
                .param("lane", lane)
                .query((row, n) -> new OutboxMessage(
                        row.getLong("id"),
                        row.getString("lane"),
                        row.getString("card"),
                        Act.valueOf(row.getString("act").toUpperCase(Locale.ROOT)),
                        new Address(
                                Address.Kind.of(row.getString("to_kind")),
                                row.getString("to_id"),
                                row.getString("to_more")),
                        row.getString("text"),
                        row.getString("blocks"),
                        row.getObject("mark", UUID.class),
                        row.getInt("tries"),
                        row.getBoolean("doubtful"),
                        row.getTimestamp("written_at").toInstant()))
                .optional();
    }

    /** What was said stays in Slack only. */
    void sent(OutboxMessage outgoing, @Nullable String trouble) {
        jdbc.sql("""
                        update slack_outbox set state = 'sent', text = null, blocks = null, trouble = :trouble,
                          sent_at = now() where id = :id""").param("trouble", trouble).param("id", outgoing.id()).update();
        jdbc.sql("delete from slack_file where outbox = :id")
                .param("id", outgoing.id())
                .update();
    }

    void stands(String card, Standing where) {
        jdbc.sql("""
                        insert into slack_message (card, lane, channel, ts, thread)
                        values (:card, :lane, :channel, :ts, :thread)
                        on conflict (card) do update set channel = excluded.channel, ts = excluded.ts""")
                .param("card", card)
                .param("lane", where.lane())
                .param("channel", where.channel())
                .param("ts", where.ts())
                .param("thread", where.thread())
                .update();
    }

    /** Slack certainly did not take it: it waits again, and may be replaced. */
    void untouched(OutboxMessage outgoing, String trouble) {
        jdbc.sql("update slack_outbox set state = 'waiting', tries = tries - 1, trouble = :trouble where id = :id")
                .param("trouble", trouble)
                .param("id", outgoing.id())
                .update();
    }

    void trouble(OutboxMessage outgoing, String trouble) {
        jdbc.sql("update slack_outbox set trouble = :trouble where id = :id")
                .param("trouble", trouble)
                .param("id", outgoing.id())
                .update();
    }

    void park(OutboxMessage outgoing, String trouble) {
        jdbc.sql("update slack_outbox set state = 'parked', trouble = :trouble, sent_at = now() where id = :id")
                .param("trouble", trouble)
                .param("id", outgoing.id())
                .update();
    }

    void sweep() {
        jdbc.sql("""
                        delete from slack_outbox where id in (select id from slack_outbox
                          where state = 'sent' and sent_at < now() - interval '7 days' limit 1000)""").update();
    }
}
