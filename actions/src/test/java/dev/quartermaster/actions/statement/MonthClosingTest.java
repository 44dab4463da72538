package dev.quartermaster.actions.statement;

import static dev.quartermaster.actions.organisation.SampleBundles.GROWTH;
import static dev.quartermaster.actions.organisation.SampleBundles.ZONE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quartermaster.actions.RequestId;
import dev.quartermaster.actions.bundle.Bundles;
import dev.quartermaster.actions.ledger.BudgetReservations;
import dev.quartermaster.actions.ledger.ReportScopeQueries;
import dev.quartermaster.actions.organisation.SampleBundles;
import dev.quartermaster.actions.postgres.Database;
import dev.quartermaster.actions.postgres.RealPostgres;
import dev.quartermaster.actions.statement.MonthStatements.Answer;
import dev.quartermaster.intents.money.Money;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.people.TeamId;
import dev.quartermaster.intents.plan.LeaseId;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.core.env.MapPropertySource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/** A closed month stays as it was closed; what is found out later stands in the next, and a changed row is found. */
@RealPostgres
class MonthClosingTest {
    private static final YearMonth MARCH = YearMonth.of(2026, 3);
    private static final YearMonth APRIL = YearMonth.of(2026, 4);
    private static final PersonId ANA = new PersonId("ana");
    private static final PersonId OMAR = new PersonId("omar");

    private final Database database;
    private final JdbcClient jdbc;
    private final SampleBundles bundles = new SampleBundles(asked -> {
        throw new UnsupportedOperationException();
    });
    private final AnnotationConfigApplicationContext rooms;
    private final BudgetReservations purse;
    private final MonthClosing closing;
    private final MonthStatements statements;
    private final LeaseId lease = RequestId.random().lease();

    @TempDir
    static Path folder;

    MonthClosingTest(Database database) {
        this.database = database;
        this.jdbc = database.jdbc();
        rooms = new AnnotationConfigApplicationContext();
        rooms.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "test",
                        java.util.Map.of(
                                "quartermaster.statements.folder",
                                folder.toString(),
                                "quartermaster.time.offset-allowed",
                                "true")));
        rooms.registerBean(DataSource.class, database::dataSource);
        rooms.registerBean(JdbcClient.class, () -> jdbc);
        rooms.registerBean(Bundles.class, () -> bundles);
        rooms.registerBean(PlatformTransactionManager.class, () -> new JdbcTransactionManager(database.dataSource()));
        rooms.register(Parts.class);
        rooms.refresh();
        purse = rooms.getBean(BudgetReservations.class);
        closing = rooms.getBean(MonthClosing.class);
        statements = rooms.getBean(MonthStatements.class);
    }

    @ComponentScan(
            basePackages = {
                "dev.quartermaster.actions.statement",
                "dev.quartermaster.actions.ledger",
                "dev.quartermaster.actions.attempt",
                "dev.quartermaster.actions.audit",
                "dev.quartermaster.actions.json",
                "dev.quartermaster.actions.time"
            },
            excludeFilters = @Filter(type = FilterType.REGEX, pattern = ".*(Model.*|Job)"))
    static class Parts {}

    @BeforeEach
    void clean() {
        unlocked(() -> jdbc.sql("truncate statement, statement_line, usage, reservation, account, team_month cascade")
                .update());
        at("2026-03-31T12:00");
    }

    /** At 1 EUR an hour from 31 March, 12:00, over the end of the month, until 1 April, 6:00. */
    private void aNightOverTheEndOfTheMonth() {
        var account = new BudgetReservations.Account(
                lease,
                GROWTH,
                ANA,
                "ray-cluster",
                "churn",
                Money.of("1", "EUR"),
                new BudgetReservations.Bought(new TreeMap<>(), BigDecimal.ZERO, List.of()));
        Instant from = moment("2026-03-31T12:00");
        database.inTransaction(() -> purse.start(account, from, from.plus(Duration.ofHours(18))));
        at("2026-04-01T06:00");
        database.inTransaction(() -> purse.stop(lease, moment("2026-04-01T06:00")));
    }

    @Test
    void aMonthIsClosedSomeDaysAfterItsEndAndOnlyOnce() throws Exception {
        aNightOverTheEndOfTheMonth();
        at("2026-04-05T23:59");
        closing.due(GROWTH);
        assertThat(statements.of(ANA, GROWTH, MARCH)).isInstanceOf(Answer.Open.class);

        at("2026-04-06T00:00");
        try (var replicas = Executors.newFixedThreadPool(4)) {
            Callable<Boolean> close = () -> {
                closing.due(GROWTH);
                return true;
            };
            for (var replica : replicas.invokeAll(List.of(close, close, close, close))) {
                assertThat(replica.get()).isTrue();
            }
        }

        Statement march = found(MARCH).statement();
        assertThat(march.total()).isEqualByComparingTo("12");
        assertThat(march.lines()).singleElement().satisfies(line -> {
            assertThat(line.lease()).isEqualTo(lease.value());
            assertThat(line.seconds()).isEqualTo(12 * 3600);
            assertThat(line.used()).isEqualTo(MARCH);
        });
        assertThat(found(MARCH).fault()).isEmpty();
        assertThat(facts()).isEqualTo(1);
    }

    /** An end that is noticed after the close takes back what was charged after it: five hours of March, six of April. */
    @Test
    void aLateFactIsACorrectionInTheNextMonthAndChangesNothingBefore() {
        aNightOverTheEndOfTheMonth();
        at("2026-04-06T00:00");
        closing.due(GROWTH);
        Statement before = found(MARCH).statement();
        database.inTransaction(() -> purse.stop(lease, moment("2026-03-31T19:00")));
        at("2026-05-06T00:00");
        closing.due(GROWTH);

        assertThat(found(MARCH).statement()).isEqualTo(before);
        Statement april = found(APRIL).statement();
        assertThat(april.previous()).isEqualTo(before.hash());
        assertThat(april.lines()).singleElement().satisfies(line -> {
            assertThat(line.used()).isEqualTo(MARCH);
            assertThat(line.seconds()).isEqualTo(-5 * 3600);
            assertThat(line.amount()).isEqualByComparingTo("-5");
        });
        assertThat(april.total()).isEqualByComparingTo("-5");

        at("2026-06-06T00:00");
        closing.due(GROWTH);
        assertThat(found(YearMonth.of(2026, 5)).statement().lines()).isEmpty();
    }

    @Test
    void aChangedRowIsFoundAndNothingChangesOneByItself() {
        aNightOverTheEndOfTheMonth();
        at("2026-04-06T00:00");
        closing.due(GROWTH);
        for (String change : List.of(
                "update statement_line set amount = 11",
                "delete from statement_line",
                "update statement set total = 11",
                "truncate statement_line")) {
            assertThatThrownBy(() -> jdbc.sql(change).update()).hasMessageContaining("A closed month");
        }

        unlocked(() -> jdbc.sql("update statement_line set person = 'iris'").update());
        assertThat(found(MARCH).fault())
                .isEqualTo("The statement of growth for 2026-03 was changed after it was closed.");
        unlocked(() -> jdbc.sql("update statement_line set person = 'ana'").update());
        assertThat(found(MARCH).fault()).isEmpty();
        jdbc.sql("""
                insert into statement_line
                select team, month, 2, of_month, lease, path, person, purpose, per_hour, prices, 0, 0 from statement_line""").update();
        assertThat(found(MARCH).fault()).contains("was changed");
    }

    /** The hash of one before it is looked at, not its lines: those are found changed where their own month is read. */
    @Test
    void aBrokenChainIsFoundInTheLaterMonthAndAChangedLineInItsOwn() {
        aNightOverTheEndOfTheMonth();
        at("2026-05-06T00:00");
        closing.due(GROWTH);
        assertThat(found(APRIL).fault()).isEmpty();
        unlocked(() -> jdbc.sql("update statement_line set amount = 11 where month = '2026-03-01'")
                .update());
        assertThat(found(APRIL).fault()).isEmpty();
        assertThat(found(MARCH).fault()).contains("2026-03 was changed");
        unlocked(() -> jdbc.sql("update statement set hash = 'x' where month = '2026-03-01'")
                .update());
        assertThat(found(APRIL).fault())
                .isEqualTo("The statement of growth for 2026-04 does not follow the one before it.");
    }

    @Test
    void whenNothingIsDueAndAllFilesAreThereNoLineIsRead() throws Exception {
        aNightOverTheEndOfTheMonth();
        at("2026-04-06T00:00");
        closing.due(GROWTH);
        StatementFiles files = rooms.getBean(StatementFiles.class);
        files.write(GROWTH);
        Path csv = folder.resolve("2026-03/growth.csv");
        jdbc.sql("alter table statement_line rename to away").update();
        try {
            closing.due(GROWTH);
            files.write(GROWTH);
            Files.delete(csv);
            assertThatThrownBy(() -> files.write(GROWTH)).isInstanceOf(DataAccessException.class);
        } finally {
            jdbc.sql("alter table away rename to statement_line").update();
        }
        files.write(GROWTH);
        assertThat(csv).hasContent(StatementText.csv(found(MARCH).statement()));
        Files.delete(csv);
        Files.delete(folder.resolve("2026-03/growth.json"));
    }

    @Test
    void whoMayNotSeeTheSpendSeesNoStatementAndOnlyLeadsCloseEarly() {
        aNightOverTheEndOfTheMonth();
        assertThat(statements.close(ANA, GROWTH, MARCH)).isInstanceOf(Answer.NotYours.class);
        assertThat(statements.close(OMAR, GROWTH, APRIL)).isInstanceOf(Answer.Open.class);
        assertThat(statements.close(OMAR, GROWTH, MARCH)).isInstanceOf(Answer.Found.class);
        assertThat(statements.of(new PersonId("raj"), GROWTH, MARCH)).isInstanceOf(Answer.NotYours.class);
        assertThat(statements.of(ANA, GROWTH, MARCH)).isInstanceOf(Answer.Found.class);
    }

    /** Nobody belongs to it any more, and what it was charged is still to be accounted for. */
    @Test
    void ofATeamThatIsNoMorePlatformLeadsReadTheStatements() {
        aNightOverTheEndOfTheMonth();
        at("2026-04-06T00:00");
        closing.due(GROWTH);
        assertThat(statements.gone(OMAR)).isEmpty();
        bundles.dissolve(GROWTH);

        assertThat(statements.of(OMAR, GROWTH, MARCH)).isInstanceOf(Answer.Found.class);
        assertThat(statements.of(ANA, GROWTH, MARCH)).isInstanceOf(Answer.NotYours.class);
        assertThat(statements.gone(OMAR)).containsExactly(GROWTH);
        assertThat(statements.gone(ANA)).isEmpty();
        assertThat(closing.teams()).contains(GROWTH);
        bundles.everybodyIsBack();
    }

    /** Behind the program's check, the database's: whatever the query says. */
    @Test
    void whatIsReadForOneTeamHasNoRowOfAnother() {
        aNightOverTheEndOfTheMonth();
        at("2026-04-06T00:00");
        closing.due(GROWTH);
        ReportScopeQueries scope = rooms.getBean(ReportScopeQueries.class);
        StatementQueries queries = rooms.getBean(StatementQueries.class);

        assertThat(scope.of(Set.of(GROWTH), () -> queries.all(GROWTH))).hasSize(1);
        assertThat(scope.of(Set.of(new TeamId("risk")), () -> queries.all(GROWTH)))
                .isEmpty();
        assertThat(scope.of(
                        Set.of(new TeamId("risk")),
                        () -> jdbc.sql("select count(*) from statement_line")
                                .query(Integer.class)
                                .single()))
                .isZero();
    }

    @Test
    void filesAreWholeAndWrittenOnce() throws Exception {
        aNightOverTheEndOfTheMonth();
        at("2026-04-06T00:00");
        closing.due(GROWTH);
        StatementFiles files = rooms.getBean(StatementFiles.class);
        files.write(GROWTH);
        Path csv = folder.resolve("2026-03/growth.csv");
        Statement march = found(MARCH).statement();
        assertThat(csv).hasContent(StatementText.csv(march));
        assertThat(Files.readString(csv).lines().toList())
                .hasSize(2)
                .last()
                .asString()
                .contains(",churn,", ",43200,12,EUR,");
        assertThat(Files.readString(folder.resolve("2026-03/growth.json"))).contains(march.hash());

        Files.writeString(csv, "noted in the margin");
        files.write(GROWTH);
        assertThat(csv).hasContent("noted in the margin");
        try (var all = Files.list(csv.getParent())) {
            assertThat(all).hasSize(2);
        }
        Files.delete(csv);
        Files.delete(folder.resolve("2026-03/growth.json"));
    }

    private Answer.Found found(YearMonth month) {
        return (Answer.Found) statements.of(ANA, GROWTH, month);
    }

    private int facts() {
        return jdbc.sql("select count(*) from fact where what = 'month-closed' and detail like '%' || ? || '%'")
                .param(found(MARCH).statement().hash())
                .query(Integer.class)
                .single();
    }

    /** As somebody with all rights of the database could. */
    private void unlocked(Runnable change) {
        for (String table : List.of("statement", "statement_line")) {
            jdbc.sql("alter table " + table + " disable trigger user").update();
        }
        change.run();
        for (String table : List.of("statement", "statement_line")) {
            jdbc.sql("alter table " + table + " enable trigger user").update();
        }
    }

    private void at(String local) {
        jdbc.sql("update time_offset set \"offset\" = cast(:at as timestamptz) - statement_timestamp()")
                .param("at", moment(local).toString())
                .update();
    }

    private static Instant moment(String local) {
        return LocalDateTime.parse(local).atZone(ZONE).toInstant();
    }
}
