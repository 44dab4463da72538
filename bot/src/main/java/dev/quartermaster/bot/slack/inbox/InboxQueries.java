package dev.quartermaster.bot.slack.inbox;

import com.slack.api.bolt.request.Request;
import dev.quartermaster.bot.slack.app.SlackApp;
import dev.quartermaster.bot.slack.app.SlackRequests;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads and writes the table {@code slack_inbox}. */
@Component
final class InboxQueries {
    private final JdbcClient jdbc;
    private final SlackRequests requests;

    InboxQueries(JdbcClient jdbc, SlackApp app) {
        this.jdbc = jdbc;
        this.requests = app.requests();
    }

    /** @param body as stored: what cannot be read any more must still be parked and seen. @param user who sent it */
    record Row(long id, String user, String body, Instant at, int tries) {}

    InboundEvent event(Row row) {
        Request<?> request = requests.read(row.body());
        if (request == null) throw new IllegalStateException("what is stored is no request of Slack's");
        return InboundEvent.of(request);
    }

    boolean insert(InboundEvent event, boolean done) {
        return jdbc.sql("""
                        insert into slack_inbox (key, lane, body, state, at, worked_at)
                        values (:key, :lane, :body, :state, (select qm_now()), case when :done then now() end)
                        on conflict (key) do nothing""")
                        .param("key", event.key())
                        .param("lane", event.user())
                        .param("body", done ? null : StoredBody.of(event.request()))
                        .param("state", done ? "done" : "waiting")
                        .param("done", done)
                        .update()
                == 1;
    }

    void handBack(InboundEvent event) {
        jdbc.sql("update slack_inbox set state = 'waiting', body = :body, worked_at = null where key = :key")
                .param("body", StoredBody.of(event.request()))
                .param("key", event.key())
                .update();
    }

    /**
     * What may be worked now. A person's items start in order; one that failed no longer holds up the ones behind it.
     *
     * @param busy being worked on here already
     */
    List<Long> ready(Collection<Long> busy, int limit) {
        return jdbc.sql("""
                        select i.id from slack_inbox i
                        where i.state = 'waiting' and i.not_before <= now() and not (i.id = any (:busy))
                          and not exists (select 1 from slack_inbox e
                            where e.lane = i.lane and e.state = 'waiting' and e.tries = 0 and e.id < i.id)
                        order by i.id limit :limit""")
                .param("busy", busy.toArray(Long[]::new))
                .param("limit", limit)
                .query(Long.class)
                .list();
    }

    Optional<Row> peek(long id) {
        return jdbc.sql("select lane, body, at, tries from slack_inbox where id = :id and state = 'waiting'")
                .param("id", id)
                .query((row, n) -> new Row(
                        id,
                        row.getString("lane"),
                        row.getString("body"),
                        row.getTimestamp("at").toInstant(),
                        row.getInt("tries")))
                .optional();
    }

    /** Ours for the rest of the transaction; false when another replica has it, or had it since it was read. */
    boolean lock(Row row) {
        return jdbc.sql("""
                        select 1 from slack_inbox where id = :id and state = 'waiting' and tries = :tries
                        for update skip locked""")
                .param("id", row.id())
                .param("tries", row.tries())
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** What people wrote goes with the work; the key stays a week, for Slack's late retries. */
    void done(long id) {
        jdbc.sql("update slack_inbox set state = 'done', body = null, worked_at = now() where id = :id")
                .param("id", id)
                .update();
    }

    void later(long id, Duration after) {
        jdbc.sql("update slack_inbox set not_before = now() + :after * interval '1 millisecond' where id = :id")
                .param("after", after.toMillis())
                .param("id", id)
                .update();
    }

    /** Counts one try, though two replicas may have had it at once. */
    void failed(Row row, String trouble, Duration after) {
        jdbc.sql("""
                        update slack_inbox set tries = tries + 1, trouble = :trouble,
                          not_before = now() + :after * interval '1 millisecond'
                        where id = :id and state = 'waiting' and tries = :tries""")
                .param("trouble", trouble)
                .param("after", after.toMillis())
                .param("id", row.id())
                .param("tries", row.tries())
                .update();
    }

    void park(long id, String trouble) {
        jdbc.sql("""
                        update slack_inbox set state = 'parked', tries = tries + 1, trouble = :trouble, worked_at = now()
                        where id = :id""").param("trouble", trouble).param("id", id).update();
    }

    long parked() {
        return jdbc.sql("select count(*) from slack_inbox where state = 'parked'")
                .query(Long.class)
                .single();
    }

    int sweep() {
        return jdbc.sql("""
                        delete from slack_inbox where id in (select id from slack_inbox
                          where state = 'done' and worked_at < now() - interval '7 days' limit 1000)""").update();
    }
}
