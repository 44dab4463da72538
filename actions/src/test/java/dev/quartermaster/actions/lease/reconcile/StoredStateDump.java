package dev.quartermaster.actions.lease.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.actions.postgres.Database;
import dev.quartermaster.actions.postgres.RealPostgres;
import dev.quartermaster.actions.provider.Observed;
import dev.quartermaster.actions.request.Request;
import dev.quartermaster.actions.request.State;
import dev.quartermaster.intents.catalogue.DatasetName;
import dev.quartermaster.intents.catalogue.PathName;
import dev.quartermaster.intents.catalogue.Value;
import dev.quartermaster.intents.config.BundleFiles;
import dev.quartermaster.intents.intent.Access;
import dev.quartermaster.intents.intent.Intent;
import dev.quartermaster.intents.intent.Intent.Decide.Choice;
import dev.quartermaster.intents.intent.Target;
import dev.quartermaster.intents.intent.Term;
import dev.quartermaster.intents.people.PersonId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Writes what a version of the program has stored as plain SQL, for {@link UpgradeTest}. No test by its name: it was run
 * once, on the version whose state it is, with {@code -Dtest=StoredStateDump -Dstored.state=<file>}; the client tools of
 * PostgreSQL are not needed. Its organisation has two teams with one namespace, which that version let pass.
 */
@RealPostgres
class StoredStateDump {
    private static final List<String> PATHS =
            List.of("data-science-experimentation", "data-science-customer-data", "ray-cluster", "repository");

    private final Database database;

    StoredStateDump(Database database) {
        this.database = database;
    }

    @Test
    void write() throws IOException {
        try (DeskAndLeases whole = DeskAndLeases.at(database, files())) {
            live(whole);
            notThere(whole);
        }
        Files.writeString(Path.of(System.getProperty("stored.state")), dump());
    }

    private static Map<String, String> files() throws IOException {
        Map<String, String> files = new TreeMap<>(BundleFiles.ofJar());
        files.keySet()
                .removeIf(name -> name.startsWith("golden-paths/")
                        && !PATHS.contains(name.substring("golden-paths/".length(), name.length() - ".yaml".length())));
        files.computeIfPresent("people.yaml", (name, text) -> text.replace("team-commerce", "team-risk"));
        return files;
    }

    /** Handed over: one runs on, one with an extension agreed and one asked for, one in part, one stopped, one going. */
    private static void live(DeskAndLeases whole) {
        whole.asked("ana", launch("data-science-experimentation", Map.of(), 8));
        Request extended = whole.asked("raj", launch("data-science-experimentation", Map.of(), 8));
        Request parts = whole.asked("ana", launch("data-science-customer-data", Map.of(), 8));
        Request stopped = whole.asked("lee", launch("data-science-experimentation", Map.of(), 9));
        Request going = whole.asked("mia", launch("data-science-experimentation", Map.of(), 8));
        Request ended = whole.asked("iris", launch("data-science-experimentation", Map.of(), 2));
        Request orders = whole.asked(
                "raj",
                new Intent.Grant(
                        new DatasetName("sales.orders"),
                        Access.READ,
                        new Term.For(Duration.ofDays(14)),
                        "study",
                        null));
        whole.decide(orders.id(), "dan", Choice.APPROVE);
        whole.work();
        whole.asked(
                "raj", new Intent.Extend(new Target.Id(extended.lease().value()), new Term.For(Duration.ofDays(1))));
        whole.asked(
                "raj", new Intent.Extend(new Target.Id(extended.lease().value()), new Term.For(Duration.ofDays(9))));
        whole.desk().stop(ended.lease(), new PersonId("iris"));
        whole.work();
        whole.world().trouble = new Observed.Unreachable("the cluster");
        whole.desk().stop(going.lease(), new PersonId("mia"));
        whole.one();
        // Nothing stops a lease yet, though its state may be that.
        whole.jdbc()
                .sql("update lease set state = 'stopped' where id = ?")
                .param(stopped.lease().value())
                .update();
        assertThat(whole.find(parts.id()).state()).isEqualTo(State.WAITING);
    }

    /** Asked for, agreed for later, and on its way. */
    private static void notThere(DeskAndLeases whole) {
        whole.asked("ana", launch("ray-cluster", Map.of("gpus", new Value.Whole(4)), 72));
        whole.asked(
                "dan",
                new Intent.Launch(
                        new PathName("data-science-experimentation"),
                        new TreeMap<>(),
                        new Term.For(Duration.ofHours(8)),
                        "churn",
                        null,
                        whole.now().plus(Duration.ofDays(1))));
        whole.asked("kim", launch("data-science-experimentation", Map.of(), 8));
        whole.one();
    }

    private static Intent launch(String path, Map<String, Value> values, int hours) {
        return new Intent.Launch(
                new PathName(path), new TreeMap<>(values), new Term.For(Duration.ofHours(hours)), "churn");
    }

    private String dump() {
        JdbcClient jdbc = database.jdbc();
        StringBuilder sql = new StringBuilder("-- Written by StoredStateDump; version "
                + jdbc.sql("select max(version::int) from flyway_schema_history")
                        .query(String.class)
                        .single()
                + " of the tables.\nset session_replication_role = replica;\n");
        List<String> tables = jdbc.sql("select tablename from pg_tables where schemaname = 'public'"
                        + " and tablename not in ('flyway_schema_history', 'scheduled_tasks') order by 1")
                .query(String.class)
                .list();
        for (String table : tables) {
            rows(jdbc, table).forEach(row -> sql.append(row).append('\n'));
        }
        jdbc.sql("select table_name || ' ' || column_name from information_schema.columns"
                        + " where table_schema = 'public' and is_identity = 'YES' order by 1")
                .query(String.class)
                .list()
                .forEach(each -> sql.append(counter(each.split(" ")[0], each.split(" ")[1])));
        return sql.append("set session_replication_role = default;\n").toString();
    }

    private static String counter(String table, String column) {
        return "select setval(pg_get_serial_sequence('" + table + "', '" + column + "'), coalesce(max(" + column
                + "), 0) + 1) from " + table + ";\n";
    }

    private static List<String> rows(JdbcClient jdbc, String table) {
        List<String> columns = jdbc.sql(
                        "select quote_ident(column_name) from information_schema.columns"
                                + " where table_schema = 'public' and table_name = ? and is_generated = 'NEVER' order by ordinal_position")
                .param(table)
                .query(String.class)
                .list();
        String values = columns.stream()
                .map(column -> "quote_nullable(" + column + "::text)")
                .collect(Collectors.joining(" || ', ' || "));
        return jdbc.sql("select " + values + " from " + table + " order by 1").query(String.class).list().stream()
                .map(row -> "insert into " + table + " (" + String.join(", ", columns)
                        + ") overriding system value values (" + row + ");")
                .toList();
    }
}
