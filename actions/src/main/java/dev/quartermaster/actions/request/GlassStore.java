package dev.quartermaster.actions.request;

import dev.quartermaster.actions.RequestId;
import dev.quartermaster.actions.audit.Audit;
import dev.quartermaster.intents.people.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code break_glass}; what people wrote stands in {@code words}, here is its hash. */
@Component
class GlassStore {
    private static final String SELECT = """
            select b.*, coalesce((select text from words where request = b.request and hash = b.reason limit 1), '') as why,
              coalesce((select text from words where request = b.request and hash = b.note limit 1), '') as remark
            from break_glass b
            """;

    private final JdbcClient jdbc;
    private final Audit audit;

    GlassStore(JdbcClient jdbc, Audit audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    void insert(Request request, String reason) {
        jdbc.sql("insert into break_glass (request, person, reason, at) values (:request, :person, :reason, qm_now())")
                .param("request", request.id().value())
                .param("person", request.by().value())
                .param("reason", audit.words(request.id().value(), reason))
                .update();
    }

    Optional<BreakGlass.Used> of(RequestId request) {
        return jdbc.sql(SELECT + "where b.request = :request")
                .param("request", request.value())
                .query(GlassStore::used)
                .optional();
    }

    Optional<BreakGlass.Used> lock(RequestId request) {
        return jdbc.sql(SELECT + "where b.request = :request for update of b")
                .param("request", request.value())
                .query(GlassStore::used)
                .optional();
    }

    List<BreakGlass.Used> unreviewed() {
        return jdbc.sql(SELECT + """
                where b.reviewed_at is null and b.review_at <= qm_now() - interval '24 hours' order by b.at limit 50""").query(GlassStore::used).list();
    }

    List<BreakGlass.Used> toReview() {
        return jdbc.sql(SELECT + "where b.reviewed_at is null and b.review_at is not null order by b.at limit 200")
                .query(GlassStore::used)
                .list();
    }

    /** Over, or a day old: time to look at it. */
    List<RequestId> due() {
        return jdbc.sql("""
                select b.request from break_glass b join request r on r.id = b.request
                where b.review_at is null
                  and (r.state in ('ended', 'failed') or b.at <= qm_now() - interval '24 hours')
                order by b.at limit 200""").query(String.class).list().stream()
                .map(RequestId::new)
                .toList();
    }

    /** @return false: another replica was quicker */
    boolean ask(RequestId request) {
        return jdbc.sql("update break_glass set review_at = qm_now() where request = :request and review_at is null")
                        .param("request", request.value())
                        .update()
                == 1;
    }

    void reviewed(RequestId request, PersonId by, boolean inOrder, String note) {
        jdbc.sql("""
                update break_glass set reviewed_at = qm_now(), reviewed_by = :by, in_order = :inOrder, note = :note,
                  review_at = coalesce(review_at, qm_now())
                where request = :request and reviewed_at is null""")
                .param("by", by.value())
                .param("inOrder", inOrder)
                .param("note", note.isBlank() ? "" : audit.words(request.value(), note))
                .param("request", request.value())
                .update();
    }

    private static BreakGlass.Used used(ResultSet row, int index) throws SQLException {
        OffsetDateTime asked = row.getObject("review_at", OffsetDateTime.class);
        OffsetDateTime reviewed = row.getObject("reviewed_at", OffsetDateTime.class);
        return new BreakGlass.Used(
                new RequestId(row.getString("request")),
                new PersonId(row.getString("person")),
                row.getString("why"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                asked == null ? null : asked.toInstant(),
                reviewed == null
                        ? null
                        : new BreakGlass.Review(
                                new PersonId(row.getString("reviewed_by")),
                                row.getBoolean("in_order"),
                                row.getString("remark"),
                                reviewed.toInstant()));
    }
}
