package dev.quartermaster.actions.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quartermaster.actions.RequestId;
import dev.quartermaster.actions.json.Json;
import dev.quartermaster.actions.ledger.BudgetReservations.Account;
import dev.quartermaster.actions.organisation.SampleBundles;
import dev.quartermaster.actions.postgres.Database;
import dev.quartermaster.actions.postgres.RealPostgres;
import dev.quartermaster.intents.intent.Period;
import dev.quartermaster.intents.money.Money;
import dev.quartermaster.intents.people.People;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.people.TeamId;
import dev.quartermaster.intents.policy.PersonRights;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** Two walls before a team's money: the program's check, and the role that reports are read as. Each holds alone. */
@RealPostgres
class ReportWallsTest {
    private static final int REPORTS = Integer.getInteger("reports", 300);
    private static final List<String> EVERYBODY =
            List.of("ana", "iris", "mia", "raj", "lee", "dan", "omar", "pat", "kim", "nobody");

    private final Database database;
    private final JdbcClient jdbc;
    private final LedgerCase rooms;
    private final ReportScopeQueries scope;
    private final SampleBundles bundles = new SampleBundles(asked -> {
        throw new UnsupportedOperationException();
    });

    ReportWallsTest(Database database) {
        this.database = database;
        this.jdbc = database.jdbc();
        this.rooms = new LedgerCase(database, bundles);
        this.scope = LedgerCase.scope(database);
    }

    @BeforeEach
    void everyTeamHasMoney() {
        jdbc.sql("truncate usage, reservation, account, team_month, model_call").update();
        for (TeamId team : bundles.current().people().teams().keySet()) {
            for (int lease = 0; lease < 3; lease++) {
                Account account = new Account(
                        RequestId.random().lease(),
                        team,
                        new PersonId("ana"),
                        "ray-cluster",
                        "of " + team,
                        Money.of("1", "EUR"),
                        LedgerCase.NOTHING);
                Instant from = Instant.now().minusSeconds(7200);
                database.inTransaction(() -> rooms.purse().start(account, from, from.plusSeconds(86_400)));
            }
            jdbc.sql("insert into reservation select lease, team, date '2026-01-01', 7 from account where team = ?")
                    .param(team.value())
                    .update();
            jdbc.sql("""
                            insert into model_call (event, person, team, model, prompt, result, tokens_in, tokens_out,
                                took_ms, amount, currency)
                            values ('Ev1', 'ana', ?, 'small', 'abc', 'read', 1, 1, 1, 1, 'EUR')""").param(team.value()).update();
        }
    }

    /** Without the database's: the program's check alone refuses, or tells of the one team. */
    @Test
    void theProgramsCheckHoldsAlone() {
        assertThat(asked(everything())).isPositive();
        assertThat(asked(rooms.ledger())).isPositive();
    }

    private Ledger everything() {
        var reads = new BookQueries(jdbc, new MeterQueries(jdbc), new Json());
        ReportScopeQueries open =
                new ReportScopeQueries(jdbc, database.dataSource(), new JdbcTransactionManager(database.dataSource())) {
                    @Override
                    public <T> T of(Set<TeamId> teams, Supplier<T> report) {
                        return report.get();
                    }

                    @Override
                    <T> List<T> rows(Set<TeamId> teams, String sql, Map<String, ?> parameters, RowMapper<T> row) {
                        return jdbc.sql(sql).params(parameters).query(row).list();
                    }
                };
        return new TeamLedger(reads, new SpendQueries(jdbc, open, new Json()), open, bundles);
    }

    private int asked(Ledger ledger) {
        Random random = new Random(7);
        int told = 0;
        for (int report = 0; report < REPORTS; report++) {
            PersonId asker = asker(random);
            TeamId team = team(random);
            if (ledger.spend(asker, team, year()) instanceof Ledger.Answer.Report(SpendReport seen)) {
                assertThat(rights().maySeeSpend(asker, team)).isTrue();
                assertThat(seen.items()).hasSize(4);
                assertThat(seen.items())
                        .allMatch(item -> item.lease() == null || item.purpose().equals("of " + team));
                told++;
            } else {
                assertThat(rights().maySeeSpend(asker, team)).isFalse();
            }
        }
        return told;
    }

    /** Without the program's: whoever's report is made for whom, no row of a team comes out that the asker may not see. */
    @Test
    void theDatabasesRoleHoldsAlone() {
        SpendQueries spend = new SpendQueries(jdbc, scope, new Json());
        Random random = new Random(8);
        int own = 0;
        for (int report = 0; report < REPORTS; report++) {
            PersonId asker = asker(random);
            TeamId team = team(random);
            Set<TeamId> seen = rights().spendSeen(asker);
            var lines = spend.lines(seen, team, start(year().from()), start(year().to()), SampleBundles.ZONE);
            assertThat(lines).hasSize(seen.contains(team) ? 4 : 0);
            own += lines.size();
        }
        assertThat(own).isPositive();
    }

    @Test
    void aForgottenWhereShowsNothingOfOthers() {
        Set<TeamId> risk = Set.of(new TeamId("risk"));
        for (String table : List.of("account", "usage", "reservation", "model_call")) {
            assertThat(scope.of(
                            risk,
                            () -> jdbc.sql("select distinct team from " + table)
                                    .query(String.class)
                                    .list()))
                    .as(table)
                    .containsExactly("risk");
            assertThat(scope.of(
                            Set.of(),
                            () -> jdbc.sql("select count(*) from " + table)
                                    .query(Long.class)
                                    .single()))
                    .as(table)
                    .isZero();
            assertThat(names(Set.of(new TeamId("risk")), "select distinct team from " + table))
                    .as(table)
                    .containsExactly("risk");
            assertThat(names(Set.of(), "select team from " + table)).as(table).isEmpty();
        }
    }

    private List<String> names(Set<TeamId> seen, String query) {
        return scope.rows(seen, query, Map.of(), (row, index) -> row.getString(1));
    }

    @Test
    void aReportReadsAndReadsNothingElse() {
        Set<TeamId> growth = Set.of(new TeamId("growth"));
        for (String statement : List.of(
                "delete from usage",
                "update account set team = 'growth'",
                "insert into team_month values ('growth', date '2026-01-01')",
                "select count(*) from request",
                "select count(*) from fact",
                "select count(*) from words")) {
            assertThatThrownBy(() -> scope.of(
                            growth,
                            () -> statement.startsWith("select")
                                    ? jdbc.sql(statement).query(Long.class).single()
                                    : (Object) jdbc.sql(statement).update()))
                    .as(statement)
                    .isInstanceOf(DataAccessException.class);
            assertThatThrownBy(() -> names(growth, statement)).as(statement).isInstanceOf(DataAccessException.class);
        }
    }

    /** Sent in one way to the database: on the very connection nothing of it stays, whether it was answered or failed. */
    @Test
    void theRoleEndsWithTheQuery() {
        var one = new SingleConnectionDataSource(database.url(), "postgres", "postgres", true);
        JdbcClient same = JdbcClient.create(one);
        ReportScopeQueries there = new ReportScopeQueries(same, one, new JdbcTransactionManager(one));
        Set<TeamId> growth = Set.of(new TeamId("growth"));
        for (int query = 0; query < 12; query++) {
            assertThat(there.rows(
                            growth,
                            "select current_user || ' ' || current_setting('transaction_read_only') || ' ' || team"
                                    + " from account where team = :team limit 1",
                            Map.of("team", "growth"),
                            (row, index) -> row.getString(1)))
                    .containsExactly("quartermaster_reports on growth");
            assertThat(itself(same)).isTrue();
            assertThatThrownBy(() -> there.rows(growth, "select 1 / 0", Map.of(), (row, index) -> row.getInt(1)))
                    .isInstanceOf(DataAccessException.class);
            assertThat(itself(same)).isTrue();
        }
        one.destroy();
    }

    @Test
    void whatWasNotReadAsThatRoleIsNotAnswered() {
        assertThatThrownBy(() -> names(
                        Set.of(new TeamId("growth")), "select set_config('role', 'none', true) || team from account"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("quartermaster_reports");
        assertThat(itself(jdbc)).isTrue();
    }

    private static boolean itself(JdbcClient jdbc) {
        return jdbc.sql("""
                        select current_user = session_user and current_setting('transaction_read_only') = 'off'
                            and coalesce(current_setting('quartermaster.teams', true), '') = ''""").query(Boolean.class).single();
    }

    /** The program itself goes on as it was: on the same connection, and in the transaction around a report. */
    @Test
    void theRoleEndsWithTheReport() {
        database.inTransaction(() -> {
            rooms.ledger().spend(new PersonId("raj"), new TeamId("risk"), year());
            assertThat(jdbc.sql("select count(distinct team) from account")
                            .query(Long.class)
                            .single())
                    .isEqualTo(4);
        });
        assertThat(jdbc.sql("select current_user = session_user")
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    private PersonRights rights() {
        People people = bundles.current().people();
        return new PersonRights(people);
    }

    private static PersonId asker(Random random) {
        return new PersonId(EVERYBODY.get(random.nextInt(EVERYBODY.size())));
    }

    private TeamId team(Random random) {
        List<TeamId> teams =
                bundles.current().people().teams().keySet().stream().sorted().toList();
        return teams.get(random.nextInt(teams.size()));
    }

    private static Period year() {
        LocalDate today = LocalDate.now(SampleBundles.ZONE);
        return new Period(today.minusDays(300), today.plusDays(65));
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(SampleBundles.ZONE).toInstant();
    }
}
