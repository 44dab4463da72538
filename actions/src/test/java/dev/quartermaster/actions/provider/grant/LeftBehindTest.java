package dev.quartermaster.actions.provider.grant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.actions.provider.Credentials;
import dev.quartermaster.actions.provider.Observed;
import dev.quartermaster.actions.provider.Order;
import dev.quartermaster.actions.provider.Orders;
import dev.quartermaster.actions.provider.Provider.Wanted;
import dev.quartermaster.actions.provider.grant.warehouse.Warehouse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** A holder does what they can think of, on a server that allows more than it should; after the end nobody reads. */
@ResourceLock("the warehouse of all tests")
class LeftBehindTest {
    private static final long SEED = 50;
    private static final int THINGS = 200;
    private static final int ELSEWHERE = 5;

    private final KnownLeftovers leftovers = new KnownLeftovers();

    @Test
    void nothingOfTwoHundredThingsLeftBehindReadsAfterTheEnd() throws SQLException {
        Warehouse warehouse = TestWarehouse.lax("lax");
        GrantProvider provider = TestWarehouse.provider(warehouse, leftovers);
        try (Connection admin = TestWarehouse.admin()) {
            run(admin, "create database other");
            run(admin, "create role stranger login password 'stranger'");
        }
        try (Connection admin = DriverManager.getConnection(TestWarehouse.url("other"), "postgres", "")) {
            run(admin, "grant create on schema public to public");
        }
        Order order =
                Orders.grant("mischiefxx", "read", "sales.orders").by("wim").order();
        Order stays = Orders.grant("wimkeepsxx", "read", "synthetic.customers")
                .by("wim")
                .order();
        Order friend = Orders.grant("friendxxxx", "read", "synthetic.customers")
                .by("zoe")
                .order();
        for (Order each : List.of(order, stays, friend)) {
            assertThat(provider.converge(each, Wanted.RUNNING)).isInstanceOf(Observed.Ready.class);
        }
        // As on a server that cannot keep a member from becoming the role.
        try (Connection admin = TestWarehouse.admin()) {
            run(admin, "grant qm_lease_mischiefxx_warehouse to qm_person_wim with set true granted by keeper");
        }
        Credentials wim = provider.credentials(order).orElseThrow();
        Credentials zoe = provider.credentials(friend).orElseThrow();

        Mischief mischief = new Mischief(SEED, RoleNames.of(order), "qm_person_zoe");
        Connection kept = TestWarehouse.with(wim);
        for (int number = 0; number < THINGS; number++) {
            mischief.does(kept, number);
        }
        try (Connection other = TestWarehouse.with(wim, "other")) {
            for (int number = 0; number < ELSEWHERE; number++) {
                mischief.elsewhere(other, number);
            }
        }
        assertThat(mischief.done).hasSizeGreaterThan(THINGS / 2);
        assertThat(read(wim)).allMatch(rows -> rows > 0);
        assertThat(read(zoe)).allMatch(rows -> rows > 0);
        assertThat(read(stranger())).allMatch(rows -> rows > 0);

        assertThat(provider.converge(order, Wanted.GONE)).isEqualTo(new Observed.Absent());

        assertThat(kept.isValid(1)).isFalse();
        assertThat(read(wim)).containsOnly(0L);
        assertThat(read(zoe)).containsOnly(0L);
        assertThat(read(stranger())).containsOnly(0L);
        assertThat(leftovers.standing).doesNotContainKey("qm_lease_mischiefxx_warehouse");
        assertThat(leftovers.putAway)
                .extracting(WarehouseNotice.PutAway::database)
                .contains("lax", "other");
        try (Connection admin = TestWarehouse.admin()) {
            assertThat(Logins.exists(admin, "qm_lease_mischiefxx_warehouse")).isFalse();
        }
    }

    private static Credentials stranger() {
        return new Credentials(Map.of("User", "stranger", "Password", "stranger", "JDBC", TestWarehouse.url("lax")));
    }

    /** In the warehouse and in the other database. */
    private static List<Long> read(Credentials credentials) throws SQLException {
        List<Long> read = new ArrayList<>();
        for (String database : List.of("lax", "other")) {
            try (Connection session = TestWarehouse.with(credentials, database)) {
                read.add(new Snoop(session).reads());
            }
        }
        return read;
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
