package dev.quartermaster.actions.provider.grant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.actions.postgres.Database;
import dev.quartermaster.actions.postgres.RealPostgres;
import dev.quartermaster.actions.provider.grant.WarehouseNotice.Stands;
import dev.quartermaster.actions.provider.grant.WarehouseNotice.Undone;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

@RealPostgres
class LeftoverQueriesTest {
    private final List<Object> told = new ArrayList<>();
    private final JdbcClient jdbc;
    private final Leftovers leftovers;

    LeftoverQueriesTest(Database database) {
        this.jdbc = JdbcClient.create(database.dataSource());
        this.leftovers = new LeftoverQueries(jdbc, new JdbcTransactionManager(database.dataSource()), told::add);
    }

    @Test
    void whatStandsIsToldAfterAMinuteOnceWithItsStatementAndWhenItIsUndone() {
        Stands stands = new Stands("qm_lease_told", true, "drop role qm_lease_told", "lock timeout");
        leftovers.stands(stands);
        leftovers.tell();
        assertThat(told).isEmpty();

        minutePasses();
        leftovers.tell();
        leftovers.stands(stands);
        leftovers.tell();
        assertThat(told).containsExactly(stands);

        leftovers.undone("qm_lease_told");
        leftovers.undone("qm_lease_told");
        assertThat(told).containsExactly(stands, new Undone("qm_lease_told"));
        assertThat(leftovers.standing()).doesNotContain("qm_lease_told");
    }

    @Test
    void anotherStatementIsToldAtOnceAndWhatPassesInAMinuteNever() {
        leftovers.stands(new Stands("qm_lease_force", false, "revoke a from b", "away"));
        leftovers.stands(new Stands("qm_lease_short", true, "drop role c", "lock timeout"));
        leftovers.undone("qm_lease_short");
        minutePasses();
        leftovers.tell();
        Stands other = new Stands("qm_lease_force", true, "drop role a", "lock timeout");
        leftovers.stands(other);
        leftovers.tell();

        assertThat(told).containsExactly(new Stands("qm_lease_force", false, "revoke a from b", "away"), other);
        assertThat(leftovers.standing()).contains("qm_lease_force");
    }

    private void minutePasses() {
        jdbc.sql("update warehouse_leftover set since = since - interval '1 minute'")
                .update();
    }
}
