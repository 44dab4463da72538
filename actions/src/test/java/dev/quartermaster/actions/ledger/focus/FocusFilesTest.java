package dev.quartermaster.actions.ledger.focus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.actions.attempt.Attempts;
import dev.quartermaster.actions.json.Json;
import dev.quartermaster.actions.ledger.RandomLives;
import dev.quartermaster.actions.organisation.SampleBundles;
import dev.quartermaster.actions.postgres.Database;
import dev.quartermaster.actions.postgres.RealPostgres;
import dev.quartermaster.actions.time.DatabaseTime;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

@RealPostgres
class FocusFilesTest {
    private final Database database;
    private final FocusExport export;
    private final Attempts attempts;
    private final SampleBundles bundles = new SampleBundles(asked -> {
        throw new UnsupportedOperationException();
    });

    @TempDir
    private Path home;

    FocusFilesTest(Database database) {
        this.database = database;
        database.jdbc().sql("alter table statement disable trigger all").update();
        database.jdbc().sql("alter table statement_line disable trigger all").update();
        database.jdbc()
                .sql("truncate usage, reservation, account, model_call, statement, statement_line")
                .update();
        database.jdbc()
                .sql(
                        "insert into account values ('lease-aaaaaaaaaa', 'growth', 'ana', 'ray-cluster', 'churn', 2, 'EUR')")
                .update();
        database.jdbc().sql("""
                        insert into usage (lease, team, from_at, to_at, per_hour) values
                        ('lease-aaaaaaaaaa', 'growth', '2026-09-30 22:00+00', '2026-10-01 09:00+00', 2)""").update();
        database.jdbc().sql("delete from attempt").update();
        closed("2026-09", "2026-10", "2026-11");
        this.attempts = attempts();
        this.export =
                new FocusExport(new FocusQueries(database.jdbc(), new Json()), RandomLives.scope(database), bundles);
    }

    @Test
    void aMonthThatIsOverIsWrittenOnceForEachTeamAndOnlyItsOwnHoursStandInIt() throws IOException {
        assertThat(files("2026-11-05T23:59:00Z").write())
                .as("October is not closed yet, September is")
                .contains(home.resolve("focus/2026-09/growth.csv"));
        assertThat(home.resolve("focus/2026-10")).doesNotExist();
        List<Path> written = files("2026-11-06T08:00:00Z").write();

        assertThat(written)
                .hasSameSizeAs(bundles.current().people().teams().keySet())
                .contains(home.resolve("focus/2026-10/growth.csv"));
        List<String> growth = Files.readAllLines(home.resolve("focus/2026-10/growth.csv"));
        assertThat(growth).hasSize(2);
        // The month began in London an hour before it did in UTC.
        assertThat(growth.get(1)).startsWith("20,").contains("2026-09-30T23:00:00Z", "2026-10-01T09:00:00Z");
        assertThat(files("2026-11-06T09:00:00Z").write()).isEmpty();
        assertThat(files("2026-12-06T08:00:00Z").write()).contains(home.resolve("focus/2026-11/growth.csv"));
    }

    @Test
    void whatCannotBeFinishedLeavesNoFileAndIsWrittenTheNextTime() throws IOException {
        database.jdbc().sql("alter table usage rename to away").update();
        assertThat(files("2026-11-06T08:00:00Z").write()).isEmpty();
        database.jdbc().sql("alter table away rename to usage").update();

        try (Stream<Path> left = Files.list(home.resolve("focus/2026-10"))) {
            assertThat(left).isEmpty();
        }
        assertThat(files("2026-11-06T09:00:00Z").write()).contains(home.resolve("focus/2026-10/growth.csv"));
    }

    @Test
    void aTeamWhoseFileFailsKeepsNoOtherFromItsOwn() {
        database.jdbc().sql("update account set units = '[]'").update();
        assertThat(files("2026-11-06T08:00:00Z").write())
                .hasSize(bundles.current().people().teams().size() - 1)
                .doesNotContain(home.resolve("focus/2026-10/growth.csv"));
        database.jdbc().sql("update account set units = '{}'").update();
        assertThat(files("2026-11-06T09:00:00Z").write()).containsExactly(home.resolve("focus/2026-10/growth.csv"));
    }

    @Test
    void whatAStatementCorrectsStandsInItsMonthsFileAndAllFilesComeToWhatWasCharged() throws IOException {
        files("2026-10-06T08:00:00Z").write();
        assertThat(costs("2026-09")).containsExactly("2");
        // Found out in October: September's hour was one of nothing, and the statement of October says so.
        database.jdbc().sql("update usage set from_at = '2026-09-30 23:00+00'").update();
        database.jdbc().sql("""
                        insert into statement_line (team, month, number, of_month, lease, path, person, purpose, per_hour, prices,
                            seconds, amount) values
                        ('growth', '2026-10-01', 1, '2026-09-01', 'lease-aaaaaaaaaa', 'ray-cluster', 'ana', 'churn', 2, '', -3600, -2),
                        ('growth', '2026-10-01', 2, '2026-10-01', 'lease-aaaaaaaaaa', 'ray-cluster', 'ana', 'churn', 2, '', 36000, 20)""").update();
        files("2026-11-06T08:00:00Z").write();

        assertThat(costs("2026-10")).containsExactly("20", "-2");
        List<Map<String, String>> lines = lines("2026-10");
        FocusRequirements requirements = FocusRequirements.read();
        lines.forEach(line ->
                assertThat(requirements.broken(line)).as(line.toString()).isEmpty());
        assertThat(lines.get(0).get("ChargeClass")).isEmpty();
        assertThat(lines.get(1))
                .containsEntry("ChargeClass", "Correction")
                .containsEntry("ConsumedQuantity", "-3600")
                .containsEntry("BillingPeriodStart", "2026-09-30T23:00:00Z")
                .containsEntry("ChargeDescription", "Correction of 2026-09: ray-cluster at 2 EUR an hour");
        assertThat(lines.get(1).get("Tags")).contains("\"quartermaster.dev/corrects\":\"2026-09\"");
    }

    @Test
    void beforeTheStatementIsThereTheFileWaitsForWhatItCorrects() {
        database.jdbc().sql("truncate statement, statement_line").update();
        assertThat(files("2026-11-06T08:00:00Z").write())
                .hasSize(bundles.current().people().teams().size() - 1)
                .doesNotContain(home.resolve("focus/2026-10/growth.csv"));
        closed("2026-10");
        assertThat(files("2026-11-06T09:00:00Z").write()).containsExactly(home.resolve("focus/2026-10/growth.csv"));
    }

    private void closed(String... months) {
        for (String month : months) {
            database.jdbc()
                    .sql("insert into statement values ('growth', cast(? as date), now(), '', 'EUR', 0, '', '')")
                    .param(month + "-01")
                    .update();
        }
    }

    private List<String> costs(String month) throws IOException {
        return lines(month).stream().map(line -> line.get("BilledCost")).toList();
    }

    private List<Map<String, String>> lines(String month) throws IOException {
        Path file = home.resolve("focus/" + month + "/growth.csv");
        try (CSVParser csv = CSVParser.parse(
                file,
                StandardCharsets.UTF_8,
                CSVFormat.RFC4180.builder().setHeader().get())) {
            return csv.getRecords().stream().map(CSVRecord::toMap).toList();
        }
    }

    private FocusFiles files(String now) {
        return new FocusFiles(export, bundles, at(now), attempts, 5, home);
    }

    private Attempts attempts() {
        AnnotationConfigApplicationContext rooms = new AnnotationConfigApplicationContext();
        rooms.registerBean(JdbcClient.class, database::jdbc);
        rooms.registerBean(PlatformTransactionManager.class, () -> new JdbcTransactionManager(database.dataSource()));
        rooms.scan("dev.quartermaster.actions.attempt");
        rooms.refresh();
        return rooms.getBean(Attempts.class);
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
