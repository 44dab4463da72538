package dev.quartermaster.actions.preapproval;

import dev.quartermaster.actions.RequestId;
import dev.quartermaster.actions.json.Json;
import dev.quartermaster.actions.preapproval.Beforehand.State;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.people.TeamId;
import dev.quartermaster.intents.policy.Deciders;
import dev.quartermaster.intents.policy.Stage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code preapproval}; every call joins the caller's transaction. */
@Component
class PreapprovalRows {
    private final JdbcClient jdbc;
    private final Json json;

    PreapprovalRows(JdbcClient jdbc, Json json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    Beforehand insert(PersonId by, Preapprovals.Window window, Stage stage, String key) {
        String id = RequestId.random().value().replaceFirst("^req-", "pre-");
        jdbc.sql("""
                insert into preapproval (id, event_key, asker, team, gpus, gpu_kind, until, deciders, needed, state)
                values (:id, :key, :asker, :team, :gpus, :kind, :until, :deciders, :needed, 'waiting')""")
                .param("id", id)
                .param("key", key)
                .param("asker", by.value())
                .param("team", window.team().value())
                .param("gpus", window.gpus())
                .param("kind", window.gpuKind())
                .param("until", window.until().atOffset(ZoneOffset.UTC))
                .param("deciders", json.write(stage.deciders()))
                .param("needed", stage.needed())
                .update();
        return find(id).orElseThrow();
    }

    Beforehand move(Beforehand before, State after, Set<PersonId> yeses) {
        jdbc.sql("update preapproval set state = :state, yeses = :yeses where id = :id")
                .param("state", after.name().toLowerCase(Locale.ROOT))
                .param("yeses", yeses.stream().map(PersonId::value).sorted().toArray(String[]::new))
                .param("id", before.id())
                .update();
        return find(before.id()).orElseThrow();
    }

    Optional<Beforehand> find(String id) {
        return jdbc.sql("select * from preapproval where id = :id")
                .param("id", id)
                .query(this::read)
                .optional();
    }

    /** Locked until the transaction ends. */
    Optional<Beforehand> lock(String id) {
        return jdbc.sql("select * from preapproval where id = :id for update")
                .param("id", id)
                .query(this::read)
                .optional();
    }

    Optional<Beforehand> byKey(String key) {
        return jdbc.sql("select * from preapproval where event_key = :key")
                .param("key", key)
                .query(this::read)
                .optional();
    }

    List<Beforehand> agreed(TeamId team, Instant now) {
        return jdbc.sql(
                        "select * from preapproval where team = :team and state = 'agreed' and until > :now order by id")
                .param("team", team.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(this::read)
                .list();
    }

    List<Beforehand> open(Instant now) {
        return jdbc.sql(
                        "select * from preapproval where state in ('waiting', 'agreed') and until > :now order by until, id")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(this::read)
                .list();
    }

    private Beforehand read(ResultSet row, int number) throws SQLException {
        Preapprovals.Window window = new Preapprovals.Window(
                new TeamId(row.getString("team")),
                row.getInt("gpus"),
                row.getString("gpu_kind"),
                row.getObject("until", OffsetDateTime.class).toInstant());
        return new Beforehand(
                row.getString("id"),
                new PersonId(row.getString("asker")),
                window,
                json.read(row.getString("deciders"), Deciders.class),
                row.getInt("needed"),
                State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                Arrays.stream((String[]) row.getArray("yeses").getArray())
                        .map(PersonId::new)
                        .collect(Collectors.toSet()));
    }
}
