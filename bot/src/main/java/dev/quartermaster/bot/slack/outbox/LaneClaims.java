package dev.quartermaster.bot.slack.outbox;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Locks on lanes (a lane is one channel or DM), so that one sender at a time works in each, over all replicas. A claim
 * lasts six seconds and is renewed every second, so that the lanes of a killed process go on in six. Worst case, a
 * process stalled for longer: one message twice.
 */
@Component
final class LaneClaims {
    private final JdbcClient jdbc;
    private final UUID self = UUID.randomUUID();

    LaneClaims(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(String lane) {
        jdbc.sql("insert into slack_lane (lane) values (:lane) on conflict do nothing")
                .param("lane", lane)
                .update();
    }

    List<String> claim(int most) {
        return jdbc.sql("""
                        update slack_lane set claim = :self, claimed_until = now() + interval '6 seconds' where lane in (
                          select l.lane from slack_lane l
                          where l.claimed_until < now() and l.not_before <= now() and exists (
                            select 1 from slack_outbox o where o.lane = l.lane and o.state in ('waiting', 'sending'))
                          order by l.not_before limit :most for update skip locked)
                        returning lane""")
                .param("self", self)
                .param("most", most)
                .query(String.class)
                .list();
    }

    void renew() {
        jdbc.sql("update slack_lane set claimed_until = now() + interval '6 seconds' where claim = :self")
                .param("self", self)
                .update();
    }

    void release(String lane) {
        jdbc.sql("""
                        update slack_lane set claim = null, claimed_until = '-infinity'
                        where lane = :lane and claim = :self""").param("lane", lane).param("self", self).update();
    }

    void pause(String lane, Duration pause) {
        jdbc.sql("update slack_lane set not_before = now() + :ms * interval '1 millisecond' where lane = :lane")
                .param("ms", pause.toMillis())
                .param("lane", lane)
                .update();
    }

    void hold(String method, Duration pause) {
        jdbc.sql("""
                        insert into slack_hold (method, held_until) values (:method, now() + :ms * interval '1 millisecond')
                        on conflict (method) do update set held_until = greatest(slack_hold.held_until, excluded.held_until)""").param("method", method).param("ms", pause.toMillis()).update();
    }

    /** How much longer Slack wants no call of this method from us; empty: it may be called. */
    Optional<Duration> held(String method) {
        return jdbc.sql("""
                        select ceil(extract(epoch from held_until - now()) * 1000)::bigint from slack_hold
                        where method = :method and held_until > now()""")
                .param("method", method)
                .query(Long.class)
                .optional()
                .map(Duration::ofMillis);
    }
}
