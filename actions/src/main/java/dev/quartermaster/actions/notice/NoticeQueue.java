package dev.quartermaster.actions.notice;

import dev.quartermaster.actions.RequestId;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The queue in its table; {@code skip locked} lets replicas share it without waiting for each other. */
@Component
class NoticeQueue implements Notices {
    private final JdbcClient jdbc;

    NoticeQueue(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void say(RequestId request, Notice.Kind kind, String words) {
        jdbc.sql("insert into notice (request, kind, words) values (:request, :kind, :words)")
                .param("request", request.value())
                .param("kind", kind.name())
                .param("words", words)
                .update();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Notice> claim(int limit) {
        return jdbc.sql("""
                select id, request, kind, words, at from notice
                where said_at is null order by id limit :limit for update skip locked""")
                .param("limit", limit)
                .query((row, index) -> new Notice(
                        row.getLong("id"),
                        new RequestId(row.getString("request")),
                        Notice.Kind.valueOf(row.getString("kind")),
                        row.getString("words"),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .list();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void done(long id) {
        jdbc.sql("update notice set said_at = qm_now() where id = :id and said_at is null")
                .param("id", id)
                .update();
    }
}
