package dev.quartermaster.actions.request;

import dev.quartermaster.actions.RequestId;
import dev.quartermaster.actions.request.Enquiries.Enquiry;
import dev.quartermaster.intents.people.PersonId;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code enquiry}. Joins the caller's transaction. */
@Component
class EnquiryRows {
    private final JdbcClient jdbc;

    EnquiryRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void ask(RequestId request, int number, PersonId by, String hash, Instant at) {
        jdbc.sql("insert into enquiry (request, number, person, question, at) values (?, ?, ?, ?, ?)")
                .params(request.value(), number, by.value(), hash, Timestamp.from(at))
                .update();
    }

    /** @return false: there is no such question, or it has its answer */
    boolean answer(RequestId request, int number, String hash, Instant at) {
        return jdbc.sql("""
                        update enquiry set answer = ?, answered_at = ?
                        where request = ? and number = ? and answered_at is null""")
                        .params(hash, Timestamp.from(at), request.value(), number)
                        .update()
                == 1;
    }

    List<Enquiry> of(RequestId request) {
        return jdbc.sql("""
                        select e.number, e.person, e.at, e.answered_at,
                          coalesce((select text from words w where w.request = e.request and w.hash = e.question limit 1), '')
                            as question,
                          coalesce((select text from words w where w.request = e.request and w.hash = e.answer limit 1), '')
                            as answer
                        from enquiry e where e.request = ? order by e.number""")
                .param(request.value())
                .query((row, n) -> new Enquiry(
                        row.getInt("number"),
                        new PersonId(row.getString("person")),
                        row.getString("question"),
                        row.getTimestamp("at").toInstant(),
                        row.getTimestamp("answered_at") == null ? null : row.getString("answer")))
                .list();
    }
}
