package dev.quartermaster.actions.lease.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.actions.lease.Lease;
import dev.quartermaster.actions.postgres.Database;
import dev.quartermaster.actions.postgres.RealPostgres;
import dev.quartermaster.actions.request.Request;
import dev.quartermaster.actions.request.RequestService;
import dev.quartermaster.actions.request.State;
import dev.quartermaster.intents.config.BundleFiles;
import dev.quartermaster.intents.intent.Intent.Decide.Choice;
import dev.quartermaster.intents.people.PersonId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What an earlier version stored (`stored-state/<version of its tables>.sql`, by {@link StoredStateDump}) is gone on with
 * by this one: migrated, its leases kept to their ends, its requests decided. The files of its time are not valid any
 * more, and somebody has left; neither may strand a lease.
 */
@RealPostgres
class UpgradeTest {
    private static final Instant WRITTEN = Instant.parse("2026-11-21T16:24:00Z");

    private final DeskAndLeases whole;

    UpgradeTest(Database database) throws IOException, SQLException {
        restore(database);
        database.jdbc()
                .sql("update bundle set files = jsonb_set(files, '{people.yaml}',"
                        + " to_jsonb(replace(files ->> 'people.yaml', 'role: intern', 'role: intern, rank: none')))")
                .update();
        database.jdbc()
                .sql("update time_offset set \"offset\" = ?::timestamptz - clock_timestamp()")
                .param(WRITTEN.toString())
                .update();
        this.whole = DeskAndLeases.at(database, files());
    }

    @AfterEach
    void close() {
        whole.close();
    }

    @Test
    void everyLeaseOfAnEarlierVersionGoesOnToItsEnd() {
        assertThat(whole.leases()).hasSize(9);
        work();

        // One is to start tomorrow.
        assertThat(states())
                .containsExactlyInAnyOrderEntriesOf(Map.of("live", 5L, "stopped", 1L, "ended", 2L, "providing", 1L));
        assertThat(whole.world().changes)
                .filteredOn(change -> change.startsWith("made"))
                .hasSizeGreaterThan(10);
        whole.later(Duration.ofHours(30));
        work();
        whole.later(Duration.ofDays(20));
        work();

        assertThat(states()).containsExactlyInAnyOrderEntriesOf(Map.of("ended", 9L));
        assertThat(whole.world().things.values()).noneMatch(thing -> thing.there);
        assertThat(whole.jdbc()
                        .sql(
                                "select count(*) from reservation r join lease l on l.id = r.lease where l.state = 'ended'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void everyLeaseSaysWhereItsThingsWereMade() {
        assertThat(whole.jdbc()
                        .sql(
                                "select distinct team || ' ' || coalesce(namespace, '?') from lease where not settled order by 1")
                        .query(String.class)
                        .list())
                .containsExactly(
                        "commerce team-risk", "growth team-growth", "platform team-platform", "risk team-risk");
    }

    @Test
    void whatWaitedIsDecided() {
        Request waiting = whole.desk().visibleTo(new PersonId("omar"), 100).stream()
                .filter(request ->
                        request.state() == State.WAITING && request.summary().startsWith("Ray cluster"))
                .findFirst()
                .orElseThrow();

        // Judged again under today's files: where they say another thing, the card is shown anew and the yes said
        // again.
        for (String lead : List.of("pat", "mia", "pat", "mia")) {
            whole.decide(waiting.id(), lead, Choice.APPROVE);
        }

        assertThat(whole.find(waiting.id()).state()).isEqualTo(State.APPROVED);
        assertThat(whole.decide(waiting.id(), "kim", Choice.APPROVE))
                .isInstanceOf(RequestService.Answer.Declined.class);
        whole.work();
        assertThat(whole.lease(waiting.lease()).state()).isEqualTo(Lease.State.LIVE);
    }

    /** Looks at everything, however long ago or ahead its next look was written. */
    private void work() {
        whole.jdbc()
                .sql("update lease set due = clock_timestamp(), held_until = null")
                .update();
        whole.work();
    }

    private Map<String, Long> states() {
        return whole.leases().stream()
                .collect(Collectors.groupingBy(lease -> lease.state().word(), Collectors.counting()));
    }

    /** As they are today, without whoever owned one of the leases. */
    private static Map<String, String> files() throws IOException {
        Map<String, String> files = new TreeMap<>(BundleFiles.ofJar());
        files.computeIfPresent(
                "people.yaml",
                (name, text) -> text.replaceAll("(?m)^  - \\{id: raj,.*\n", "").replace("[raj, lee]", "[lee]"));
        return files;
    }

    private static void restore(Database database) throws IOException, SQLException {
        String url = database.url();
        JdbcClient jdbc = database.jdbc();
        jdbc.sql("drop schema public cascade").update();
        jdbc.sql("create schema public").update();
        Flyway.configure()
                .dataSource(database.dataSource())
                .locations("classpath:db/migration")
                .target("441")
                .load()
                .migrate();
        try (InputStream in = UpgradeTest.class.getResourceAsStream("/stored-state/441.sql");
                Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            assertThat(in).as("the stored state, for " + url).isNotNull();
            statement.execute("truncate time_offset");
            statement.execute(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
