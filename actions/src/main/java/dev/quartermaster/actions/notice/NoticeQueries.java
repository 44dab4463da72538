package dev.quartermaster.actions.notice;

import dev.quartermaster.actions.RequestId;
import dev.quartermaster.intents.people.PersonId;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The queue in its table; {@code skip locked} lets replicas share it without waiting for each other. One request's
 * notices go one after the other: two replicas at once could draw its cards and the older drawing be the last written.
 */
@Component
class NoticeQueries implements Notices {
    private static final int TRIES = 5;
    /** A newer replica may have written others, and says them itself. */
    private static final List<String> KINDS =
            Stream.of(Notice.Kind.values()).map(Enum::name).toList();

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    NoticeQueries(JdbcClient jdbc, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void say(RequestId request, Notice.Kind kind, String words) {
        insert(request, kind, words, null);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void say(RequestId request, Notice.Kind kind, String words, PersonId to) {
        insert(request, kind, words, to.value());
    }

    private void insert(RequestId request, Notice.Kind kind, String words, @Nullable String to) {
        jdbc.sql("insert into notice (request, kind, words, person) values (:request, :kind, :words, :to)")
                .param("request", request.value())
                .param("kind", kind.name())
                .param("words", words)
                .param("to", to)
                .update();
        events.publishEvent(new Said());
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Notice> claim(int limit) {
        return jdbc.sql("""
                select id, request, kind, words, at, person from notice n
                where said_at is null and due <= (select qm_now()) and kind in (:kinds) and not exists (
                  select 1 from notice e
                  where e.request = n.request and e.id < n.id and e.said_at is null and e.tries = 0
                    and (e.kind in (:kinds) or e.at > (select qm_now()) - interval '1 minute'))
                order by id limit :limit for update skip locked""")
                .param("kinds", KINDS)
                .param("limit", limit)
                .query((row, index) -> new Notice(
                        row.getLong("id"),
                        new RequestId(row.getString("request")),
                        Notice.Kind.valueOf(row.getString("kind")),
                        row.getString("words"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("person") == null ? null : new PersonId(row.getString("person"))))
                .list();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void done(long id) {
        jdbc.sql("update notice set said_at = (select qm_now()) where id = :id and said_at is null")
                .param("id", id)
                .update();
    }

    @Override
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public boolean failed(long id, String trouble, boolean atOnce) {
        return jdbc.sql("""
                        update notice set tries = tries + 1, trouble = :trouble,
                            due = (select qm_now()) + interval '1 second' * power(4, tries),
                            said_at = case when :atOnce or tries + 1 >= :most then (select qm_now()) end
                        where id = :id and said_at is null returning said_at is not null""")
                .param("trouble", trouble)
                .param("atOnce", atOnce)
                .param("most", TRIES)
                .param("id", id)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    @Override
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void delayed(long id) {
        jdbc.sql("update notice set due = (select qm_now()) + interval '5 seconds' where id = :id and said_at is null")
                .param("id", id)
                .update();
    }
}
