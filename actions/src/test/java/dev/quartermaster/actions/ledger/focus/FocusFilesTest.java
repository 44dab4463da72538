package dev.quartermaster.actions.ledger.focus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quartermaster.actions.json.Json;
import dev.quartermaster.actions.ledger.RandomLives;
import dev.quartermaster.actions.organisation.SampleBundles;
import dev.quartermaster.actions.postgres.Database;
import dev.quartermaster.actions.postgres.RealPostgres;
import dev.quartermaster.actions.time.DatabaseTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;

@RealPostgres
class FocusFilesTest {
    private final Database database;
    private final FocusExport export;
    private final SampleBundles bundles = new SampleBundles(asked -> {
        throw new UnsupportedOperationException();
    });

    @TempDir
    private Path home;

    FocusFilesTest(Database database) {
        this.database = database;
        database.jdbc().sql("truncate usage, reservation, account, model_call").update();
        database.jdbc()
                .sql(
                        "insert into account values ('lease-aaaaaaaaaa', 'growth', 'ana', 'ray-cluster', 'churn', 2, 'EUR')")
                .update();
        database.jdbc().sql("""
                        insert into usage (lease, team, from_at, to_at, per_hour) values
                        ('lease-aaaaaaaaaa', 'growth', '2026-09-30 22:00+00', '2026-10-01 09:00+00', 2)""").update();
        this.export =
                new FocusExport(new FocusQueries(database.jdbc(), new Json()), RandomLives.scope(database), bundles);
    }

    @Test
    void aMonthThatIsOverIsWrittenOnceForEachTeamAndOnlyItsOwnHoursStandInIt() throws IOException {
        assertThat(files("2026-11-01T12:00:00Z").write()).isEmpty();
        List<Path> written = files("2026-11-02T08:00:00Z").write();

        assertThat(written)
                .hasSameSizeAs(bundles.current().people().teams().keySet())
                .contains(home.resolve("focus/2026-10/growth.csv"));
        List<String> growth = Files.readAllLines(home.resolve("focus/2026-10/growth.csv"));
        assertThat(growth).hasSize(2);
        // The month began in London an hour before it did in UTC.
        assertThat(growth.get(1)).startsWith("20,").contains("2026-09-30T23:00:00Z", "2026-10-01T09:00:00Z");
        assertThat(files("2026-11-02T09:00:00Z").write()).isEmpty();
        assertThat(files("2026-12-02T08:00:00Z").write()).contains(home.resolve("focus/2026-11/growth.csv"));
    }

    @Test
    void whatCannotBeFinishedLeavesNoFileAndIsWrittenTheNextTime() throws IOException {
        database.jdbc().sql("alter table usage rename to away").update();
        assertThatThrownBy(() -> files("2026-11-02T08:00:00Z").write()).isInstanceOf(DataAccessException.class);
        database.jdbc().sql("alter table away rename to usage").update();

        try (Stream<Path> left = Files.list(home.resolve("focus/2026-10"))) {
            assertThat(left).isEmpty();
        }
        assertThat(files("2026-11-02T09:00:00Z").write()).contains(home.resolve("focus/2026-10/growth.csv"));
    }

    private FocusFiles files(String now) {
        return new FocusFiles(export, bundles, at(now), home);
    }

    private static DatabaseTime at(String now) {
        return new DatabaseTime() {
            @Override
            public Instant now() {
                return Instant.parse(now);
            }

            @Override
            public Duration ahead() {
                return Duration.ZERO;
            }

            @Override
            public void offset(Duration offset) {
                throw new UnsupportedOperationException();
            }
        };
    }
}
