package dev.quartermaster.actions.provider.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quartermaster.actions.provider.Credentials;
import dev.quartermaster.actions.provider.Leftover;
import dev.quartermaster.actions.provider.Observed;
import dev.quartermaster.actions.provider.Order;
import dev.quartermaster.actions.provider.Orders;
import dev.quartermaster.actions.provider.Provider.Standing;
import dev.quartermaster.actions.provider.Provider.Wanted;
import dev.quartermaster.actions.provider.grant.warehouse.Warehouse;
import dev.quartermaster.intents.plan.LeaseId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

@ResourceLock("the warehouse of all tests")
class GrantProviderTest {
    private static final String REFUSED = "42501";

    private final GrantProvider provider = TestWarehouse.provider();

    @Test
    void readOnOneTableIsReadOnThatTableAlone() throws SQLException {
        Order order =
                Orders.grant("readalonex", "read", "sales.orders").by("ann").order();
        assertThat(provider.observe(order)).isInstanceOf(Observed.Absent.class);
        assertThat(provider.converge(order, Wanted.RUNNING))
                .isEqualTo(new Observed.Ready(
                        "qm_lease_readalonex_warehouse",
                        Map.of("query", "http://localhost:8080/query/lease-readalonex")));
        assertThat(provider.observe(order)).isInstanceOf(Observed.Ready.class);

        try (Connection ann = login(order)) {
            assertThat(count(ann, "sales.orders")).isEqualTo(5000);
            refused(REFUSED, () -> count(ann, "customer.accounts"));
            refused(REFUSED, () -> count(ann, "sales.returns"));
            refused(REFUSED, () -> run(ann, "delete from sales.orders"));
            refused(REFUSED, () -> run(ann, "create table sales.mine (n int)"));
            refused(REFUSED, () -> count(ann, "quartermaster.claim"));

            provider.converge(order, Wanted.GONE);
            refused("57P01", () -> count(ann, "sales.orders"));
        }
        assertThat(provider.observe(order)).isInstanceOf(Observed.Absent.class);
    }

    @Test
    void nobodyLogsInAfterTheLastGrantEnded() throws SQLException {
        Order order =
                Orders.grant("lastendedx", "read", "sales.orders").by("bob").order();
        provider.converge(order, Wanted.RUNNING);
        Credentials credentials = provider.credentials(order).orElseThrow();
        TestWarehouse.with(credentials).close();

        provider.converge(order, Wanted.GONE);

        assertThatThrownBy(() -> TestWarehouse.with(credentials)).isInstanceOf(SQLException.class);
        assertThat(provider.credentials(order)).isEmpty();
    }

    @Test
    void writeChangesRowsAndNothingElse() throws SQLException {
        Order order =
                Orders.grant("writerowsx", "write", "sales.returns").by("cat").order();
        provider.converge(order, Wanted.RUNNING);

        try (Connection cat = login(order)) {
            cat.setAutoCommit(false);
            run(cat, "update sales.returns set refunded = refunded + 1 where return_id = 1");
            run(cat, "delete from sales.returns where return_id = 2");
            cat.rollback();
            refused(REFUSED, () -> run(cat, "truncate sales.returns"));
            cat.rollback();
            refused("42501", () -> run(cat, "drop table sales.returns"));
        }
    }

    @Test
    void aWholeSchemaIsTheTablesTheCatalogueHasInIt() throws SQLException {
        try (Connection admin = TestWarehouse.admin()) {
            run(admin, "create table if not exists synthetic.unlisted as select 1 as n");
        }
        Order order =
                Orders.grant("schemaxxxx", "read", "synthetic.*").by("dee").order();
        provider.converge(order, Wanted.RUNNING);

        try (Connection dee = login(order)) {
            assertThat(count(dee, "synthetic.customers")).isEqualTo(3000);
            assertThat(count(dee, "synthetic.transactions")).isEqualTo(6000);
            refused(REFUSED, () -> count(dee, "synthetic.unlisted"));
        }
    }

    @Test
    void aRoleOfALeaseThatNobodyKnowsIsFoundAndLeftAlone() throws SQLException {
        var strange = new LeaseId("lease-strangerzz");
        try (Connection admin = TestWarehouse.admin()) {
            run(admin, "create role qm_lease_strangerzz_warehouse");
            run(admin, "create role qm_leasehold");
            assertThat(provider.leftovers(lease -> lease.equals(strange) ? Standing.UNKNOWN : Standing.OPEN))
                    .containsExactly(new Leftover(
                            strange,
                            "role/qm_lease_strangerzz_warehouse",
                            "the role qm_lease_strangerzz_warehouse of the warehouse",
                            false));
            assertThat(provider.leftovers(lease -> Standing.OVER)).isEmpty();
            run(admin, "drop role qm_leasehold");
            run(admin, "drop role qm_lease_strangerzz_warehouse");
        }
    }

    @Test
    void aLoginReachesNoOtherDatabase() throws SQLException {
        Order order =
                Orders.grant("ownclosedx", "read", "sales.orders").by("eve").order();
        provider.converge(order, Wanted.RUNNING);
        Credentials credentials = provider.credentials(order).orElseThrow();
        new OwnDatabase(TestWarehouse.source("postgres"), TestWarehouse.warehouse()).close();

        refused(REFUSED, () -> TestWarehouse.with(credentials, "postgres"));
    }

    @Test
    void thePasswordIsInNoLogOfTheServer() throws SQLException, IOException {
        Order order =
                Orders.grant("nologxxxxx", "read", "sales.orders").by("fay").order();
        provider.converge(order, Wanted.RUNNING);
        Credentials credentials = provider.credentials(order).orElseThrow();
        TestWarehouse.with(credentials).close();

        String password = credentials.lines().get("Password");
        assertThat(credentials.toString()).doesNotContain(password);
        StringBuilder logged = new StringBuilder();
        try (Stream<Path> files = Files.list(TestWarehouse.LOG)) {
            for (Path file : files.toList()) {
                logged.append(Files.readString(file));
            }
        }
        assertThat(logged.toString())
                .contains("qm_person_fay")
                .contains("SCRAM-SHA-256")
                .doesNotContain(password);
    }

    @Test
    void showingAgainReplacesThePassword() throws SQLException {
        Order order =
                Orders.grant("againxxxxx", "read", "sales.orders").by("gus").order();
        provider.converge(order, Wanted.RUNNING);
        Credentials first = provider.credentials(order).orElseThrow();
        Credentials second = provider.credentials(order).orElseThrow();

        refused("28P01", () -> TestWarehouse.with(first));
        TestWarehouse.with(second).close();
    }

    @Test
    void aLateWorkerChangesNothing() throws SQLException {
        Orders orders = Orders.grant("latexxxxxx", "read", "sales.orders").by("hal");
        provider.converge(orders.epoch(7).order(), Wanted.RUNNING);

        provider.converge(orders.epoch(6).order(), Wanted.GONE);
        assertThat(provider.observe(orders.epoch(7).order())).isInstanceOf(Observed.Ready.class);

        provider.converge(orders.epoch(8).order(), Wanted.GONE);
        assertThat(provider.converge(orders.epoch(7).order(), Wanted.RUNNING)).isInstanceOf(Observed.Making.class);
        assertThat(provider.observe(orders.epoch(8).order())).isInstanceOf(Observed.Absent.class);
    }

    @Test
    void rightsAddedOrTakenByHandAreSetRightAgain() throws SQLException {
        Order order =
                Orders.grant("byhandxxxx", "read", "sales.orders").by("ivy").order();
        provider.converge(order, Wanted.RUNNING);
        try (Connection admin = TestWarehouse.admin()) {
            run(admin, "grant usage on schema customer to qm_lease_byhandxxxx_warehouse");
            run(admin, "grant select on customer.accounts to qm_lease_byhandxxxx_warehouse");
            run(admin, "revoke select on sales.orders from qm_lease_byhandxxxx_warehouse");
        }
        assertThat(provider.observe(order)).isInstanceOf(Observed.Making.class);

        assertThat(provider.converge(order, Wanted.RUNNING)).isInstanceOf(Observed.Ready.class);
        try (Connection ivy = login(order)) {
            assertThat(count(ivy, "sales.orders")).isPositive();
            refused(REFUSED, () -> count(ivy, "customer.accounts"));
        }
    }

    @Test
    void aLaterEndReachesTheLogin() throws SQLException {
        Orders orders = Orders.grant("laterxxxxx", "read", "sales.orders").by("jim");
        Instant later = Instant.parse("2031-06-01T12:00:00.123456789Z");
        provider.converge(orders.order(), Wanted.RUNNING);
        Order longer = orders.until(later).order();
        assertThat(provider.observe(longer)).isInstanceOf(Observed.Making.class);

        provider.converge(longer, Wanted.RUNNING);

        assertThat(provider.observe(longer)).isInstanceOf(Observed.Ready.class);
        try (Connection admin = TestWarehouse.admin();
                Statement statement = admin.createStatement();
                ResultSet row = statement.executeQuery("select extract(year from rolvaliduntil at time zone 'UTC')"
                        + " from pg_roles where rolname = 'qm_person_jim'")) {
            row.next();
            assertThat(row.getInt(1)).isEqualTo(2031);
        }
    }

    @Test
    void aStatementThatRunsWhenTheLastGrantEndsIsStopped() throws SQLException {
        Order order =
                Orders.grant("runsxxxxxx", "read", "sales.orders").by("kai").order();
        provider.converge(order, Wanted.RUNNING);
        try (Connection kai = login(order)) {
            kai.setAutoCommit(false);
            run(kai, "declare held cursor for select * from sales.orders");

            provider.converge(order, Wanted.GONE);

            refused("57P01", () -> run(kai, "fetch all from held"));
        }
    }

    @Test
    void anUnreachableWarehouseIsWaitedFor() {
        GrantProvider cut = TestWarehouse.provider(
                Warehouse.at("jdbc:postgresql://localhost:1/warehouse", "postgres", ""), new KnownLeftovers());
        Order order = Orders.grant("cutoffxxxx", "read", "sales.orders").order();

        assertThat(cut.observe(order)).isEqualTo(new Observed.Unreachable("the warehouse"));
        assertThat(cut.converge(order, Wanted.RUNNING)).isEqualTo(new Observed.Unreachable("the warehouse"));
        assertThat(cut.credentials(order)).isEmpty();
    }

    @Test
    void anAddressIsShownWithoutItsSecrets() {
        Warehouse warehouse =
                Warehouse.at("jdbc:postgresql://db:5433/w?user=a&password=b&sslpassword=c&sslmode=require", "a", "b");

        assertThat(warehouse.jdbcUrl()).isEqualTo("jdbc:postgresql://db:5433/w?sslmode=require");
        assertThat(warehouse.psql("qm_person_ana")).isEqualTo("psql -h db -p 5433 -d w -U qm_person_ana");
        assertThat(warehouse.toString()).doesNotContain("password=b");
    }

    private Connection login(Order order) throws SQLException {
        return TestWarehouse.with(provider.credentials(order).orElseThrow());
    }

    private static int count(Connection connection, String table) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from " + table)) {
            row.next();
            return row.getInt(1);
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void refused(String state, ThrowingCallable attempt) {
        assertThatThrownBy(attempt)
                .isInstanceOfSatisfying(
                        SQLException.class,
                        refusal -> assertThat(refusal.getSQLState()).isEqualTo(state));
    }
}
