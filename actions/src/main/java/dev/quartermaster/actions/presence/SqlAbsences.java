package dev.quartermaster.actions.presence;

import dev.quartermaster.actions.audit.Audit;
import dev.quartermaster.actions.bundle.Bundles;
import dev.quartermaster.actions.time.DatabaseTime;
import dev.quartermaster.intents.people.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The table {@code absence}. One that is over by {@code qm_now()} counts as none, whether or not anybody cleared it. */
@Component
class SqlAbsences implements Absences {
    /** Later is a slip, and rights handed over for longer should be somebody's real ones. */
    private static final Duration LONGEST = Duration.ofDays(366);

    private final JdbcClient jdbc;
    private final Bundles bundles;
    private final Audit audit;
    private final DatabaseTime time;

    SqlAbsences(JdbcClient jdbc, Bundles bundles, Audit audit, DatabaseTime time) {
        this.jdbc = jdbc;
        this.bundles = bundles;
        this.audit = audit;
        this.time = time;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Answer away(PersonId person, Instant until, @Nullable PersonId cover) {
        Instant now = time.now();
        if (!until.isAfter(now) || until.isAfter(now.plus(LONGEST))) {
            return new Answer.Declined("Say when you are back, within a year, as in `/qm away until Monday`.");
        }
        Optional<String> against = cover == null ? Optional.empty() : against(person, cover);
        if (against.isPresent()) {
            return new Answer.Declined(against.get());
        }
        jdbc.sql("""
                insert into absence (person, cover, until, since) values (:person, :cover, :until, qm_now())
                on conflict (person) do update
                  set cover = excluded.cover, until = excluded.until, since = excluded.since""")
                .param("person", person.value())
                .param("cover", cover == null ? null : cover.value())
                .param("until", Timestamp.from(until))
                .update();
        audit.record(
                "system",
                person,
                "away",
                Map.of("until", until.toString(), "cover", cover == null ? "" : cover.value()));
        return new Answer.Noted(new Absence(person, cover, until));
    }

    private Optional<String> against(PersonId person, PersonId cover) {
        var covering =
                new Covering(bundles.current().people(), bundles.current().catalogue());
        return covering.against(person, cover)
                .or(() -> of(cover).map(absence -> "They are away themselves. Name another colleague."));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Absence> back(PersonId person) {
        Optional<Absence> ended = of(person);
        jdbc.sql("delete from absence where person = :person")
                .param("person", person.value())
                .update();
        ended.ifPresent(absence -> audit.record("system", person, "back", Map.of()));
        return ended;
    }

    @Override
    public Optional<Absence> of(PersonId person) {
        return jdbc.sql("select person, cover, until from absence where person = :person and until > qm_now()")
                .param("person", person.value())
                .query(SqlAbsences::absence)
                .optional();
    }

    @Override
    public List<Absence> now() {
        return jdbc.sql("select person, cover, until from absence where until > qm_now() order by person")
                .query(SqlAbsences::absence)
                .list();
    }

    private static Absence absence(ResultSet row, int index) throws SQLException {
        String cover = row.getString("cover");
        return new Absence(
                new PersonId(row.getString("person")),
                cover == null ? null : new PersonId(cover),
                row.getObject("until", OffsetDateTime.class).toInstant());
    }
}
