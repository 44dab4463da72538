package dev.quartermaster.actions.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quartermaster.actions.postgres.Database;
import dev.quartermaster.actions.postgres.RealPostgres;
import dev.quartermaster.intents.people.TeamId;
import java.util.Set;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** On a server that is somebody else's, as a user who is nobody there. */
@RealPostgres
class ReportRoleTest {
    private final Database database;

    ReportRoleTest(Database database) {
        this.database = database;
    }

    @Test
    void aUserWithoutTheRoleReadsWhatAnAdministratorIsToDoAndThenGoesOn() {
        JdbcClient admin = database.jdbc();
        admin.sql("create role lodger login password 'lodger'").update();
        admin.sql("create database lodgings owner lodger").update();
        String url = database.url().replaceAll("/test_\\d+.*", "/lodgings");
        Flyway flyway = Flyway.configure()
                .dataSource(url, "lodger", "lodger")
                .locations("classpath:db/migration")
                .load();

        assertThatThrownBy(flyway::migrate).hasMessageContaining("grant quartermaster_reports to lodger;");
        admin.sql("grant quartermaster_reports to lodger").update();
        flyway.migrate();

        var source = new SingleConnectionDataSource(url, "lodger", "lodger", true);
        JdbcClient lodger = JdbcClient.create(source);
        lodger.sql("insert into account values ('lease-aaaaaaaaaa', 'growth', 'ana', 'ray-cluster', '', 1, 'EUR'),"
                        + " ('lease-bbbbbbbbbb', 'risk', 'raj', 'ray-cluster', '', 1, 'EUR')")
                .update();
        ReportScopeQueries scope = new ReportScopeQueries(lodger, source, new JdbcTransactionManager(source));
        assertThat(scope.of(
                        Set.of(new TeamId("risk")),
                        () -> lodger.sql("select lease from account")
                                .query(String.class)
                                .list()))
                .containsExactly("lease-bbbbbbbbbb");
        assertThat(lodger.sql("select count(*) from account").query(Long.class).single())
                .isEqualTo(2);
        source.destroy();
    }
}
