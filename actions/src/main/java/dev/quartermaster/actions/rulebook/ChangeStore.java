package dev.quartermaster.actions.rulebook;

import dev.quartermaster.actions.audit.Audit;
import dev.quartermaster.actions.json.Json;
import dev.quartermaster.actions.rulebook.RuleChange.State;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.reading.EventKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Changes in their table; moved on only from the state they were seen in. */
@Component
class ChangeStore {
    private static final String ALL = "select * from rule_change where ";

    private final JdbcClient jdbc;
    private final Json json;
    private final Audit audit;

    ChangeStore(JdbcClient jdbc, Json json, Audit audit) {
        this.jdbc = jdbc;
        this.json = json;
        this.audit = audit;
    }

    /** What the files column holds: a record, so that its texts are read back as what they are. */
    record Files(TreeMap<String, RuleChange.Text> texts) {}

    /** One decision on rules at a time, so that what a second one is written over is what the first one left. */
    void lock() {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('rule_change', 0))::text")
                .query(String.class)
                .single();
    }

    Optional<RuleChange> find(ChangeId id) {
        return jdbc.sql(ALL + "id = :id")
                .param("id", id.value())
                .query(this::change)
                .optional();
    }

    Optional<RuleChange> find(EventKey key) {
        return jdbc.sql(ALL + "event_key = :key")
                .param("key", key.value())
                .query(this::change)
                .optional();
    }

    List<RuleChange> overdue(Instant now) {
        return jdbc.sql(ALL + "state = 'waiting' and lapses_at <= :now order by lapses_at limit 50")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(this::change)
                .list();
    }

    /** Approved ones, oldest first. */
    List<RuleChange> approved() {
        return jdbc.sql(ALL + "state = 'approved' order by decided_at, id")
                .query(this::change)
                .list();
    }

    void insert(RuleChange change, EventKey key) {
        jdbc.sql("""
                insert into rule_change (id, event_key, proposer, rule, owner, files, reason, difference, figures,
                    digest, state, written_at)
                values (:id, :key, :proposer, :rule, :owner, :files, :reason, :difference, :figures, :digest,
                    'draft', :at)""")
                .param("id", change.id().value())
                .param("key", key.value())
                .param("proposer", change.by().value())
                .param("rule", change.rule())
                .param("owner", change.owner())
                .param("files", json.write(new Files(new TreeMap<>(change.files()))))
                .param("reason", words(change.id(), change.reason()))
                .param("difference", change.difference())
                .param("figures", change.figures())
                .param("digest", change.digest())
                .param("at", change.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    boolean proposed(ChangeId id, Instant lapsesAt) {
        return jdbc.sql(
                                "update rule_change set state = 'waiting', lapses_at = :lapses where id = :id and state = 'draft'")
                        .param("lapses", lapsesAt.atOffset(ZoneOffset.UTC))
                        .param("id", id.value())
                        .update()
                == 1;
    }

    /** @param by null for the system. @param remark hash or words, may be empty. @param version of an approved one */
    boolean over(RuleChange change, State after, @Nullable PersonId by, String remark, String version) {
        return jdbc.sql("""
                update rule_change set state = :after, decided_by = :by, decided_at = qm_now(), remark = :remark,
                    version = :version
                where id = :id and state = :before""")
                        .param("after", word(after))
                        .param("by", by == null ? null : by.value(), java.sql.Types.VARCHAR)
                        .param("remark", remark)
                        .param("version", version)
                        .param("id", change.id().value())
                        .param("before", word(change.state()))
                        .update()
                == 1;
    }

    /** Kept where it can be erased. @return its hash, empty for nothing */
    String words(ChangeId id, String text) {
        return text.isBlank() ? "" : audit.words(id.value(), text);
    }

    private static String word(State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    private RuleChange change(ResultSet row, int number) throws SQLException {
        String id = row.getString("id");
        String remark = row.getString("remark");
        return new RuleChange(
                new ChangeId(id),
                new PersonId(row.getString("proposer")),
                row.getString("rule"),
                row.getString("owner"),
                json.read(row.getString("files"), Files.class).texts(),
                audit.written(id, row.getString("reason")).orElse(""),
                row.getString("difference"),
                row.getString("figures"),
                State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getObject("written_at", OffsetDateTime.class).toInstant(),
                instant(row, "lapses_at"),
                row.getString("decided_by") == null ? null : new PersonId(row.getString("decided_by")),
                instant(row, "decided_at"),
                remark.matches("[0-9a-f]{64}") ? audit.written(id, remark).orElse("") : remark,
                row.getString("version"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
