package dev.quartermaster.actions.provider.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quartermaster.actions.provider.Observed;
import dev.quartermaster.actions.provider.Order;
import dev.quartermaster.actions.provider.Orders;
import dev.quartermaster.actions.provider.Provider.Wanted;
import dev.quartermaster.actions.provider.grant.warehouse.Statements;
import dev.quartermaster.actions.provider.grant.warehouse.Warehouse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

@ResourceLock("the warehouse of all tests")
class GrantEndTest {
    private final Warehouse warehouse = TestWarehouse.warehouse();
    private final KnownLeftovers leftovers = new KnownLeftovers();
    private final RoleRemoval removal = new RoleRemoval(warehouse, leftovers);
    private final GrantProvider provider = TestWarehouse.provider(warehouse, leftovers);

    @Test
    void aGrantEndsWhateverDefaultPrivilegesItsHolderLeavesBehind() throws SQLException {
        Order order = given("leavesxxxx", "read", "sales.orders", "lea");
        try (Connection lea = login(order)) {
            run(
                    lea,
                    "alter default privileges for role qm_lease_leavesxxxx_warehouse grant select on tables to public");
        }

        assertThat(provider.converge(order, Wanted.GONE)).isEqualTo(new Observed.Absent());

        assertThat(exists("qm_lease_leavesxxxx_warehouse")).isFalse();
    }

    @Test
    void aHolderWhoHoldsLocksDelaysNothing() throws SQLException {
        Order order = given("lockedxxxx", "write", "sales.returns", "noa");
        given("staylocked", "read", "synthetic.customers", "noa");
        try (Connection noa = login(order)) {
            noa.setAutoCommit(false);
            run(noa, "alter role qm_person_noa set work_mem = '4MB'");
            run(noa, "alter role qm_person_noa password 'chosen'");
            run(noa, "lock table sales.returns in access exclusive mode");
            run(noa, "select pg_advisory_lock(" + 0x716d2d726f6c65L + ")");
            run(
                    noa,
                    "alter default privileges for role qm_lease_lockedxxxx_warehouse grant select on tables to public");

            assertThat(provider.converge(order, Wanted.GONE)).isEqualTo(new Observed.Absent());

            assertThatThrownBy(() -> run(noa, "select 1")).isInstanceOf(SQLException.class);
        }
        assertThat(exists("qm_lease_lockedxxxx_warehouse")).isFalse();
    }

    @Test
    void anAccompliceWhoHoldsLocksDelaysTheRoleOnly() throws SQLException {
        Order order = given("helpedxxxx", "read", "sales.returns", "oli");
        Order helps = given("helpsxxxxx", "write", "sales.returns", "una");
        String role = "qm_lease_helpedxxxx_warehouse";
        try (Connection oli = login(order);
                Connection una = login(helps)) {
            run(una, "select lo_create(4711)");
            una.setAutoCommit(false);
            run(una, "lock table sales.returns in access exclusive mode");
            run(una, "grant select on large object 4711 to " + role);
            run(una, "select pg_advisory_lock(" + 0x716d2d726f6c65L + ")");

            assertThat(provider.converge(order, Wanted.GONE)).isEqualTo(new Observed.Absent());

            assertThat(provider.observe(order)).isEqualTo(new Observed.Absent());
            assertThatThrownBy(() -> run(oli, "select 1")).isInstanceOf(SQLException.class);
            assertThat(exists(role)).isTrue();
            assertThat(leftovers.standing.get(role)).satisfies(stands -> {
                assertThat(stands.ended()).isTrue();
                assertThat(stands.statement()).contains(role).containsAnyOf("drop owned by", "drop role");
                assertThat(stands.said()).contains("lock timeout");
            });
            removal.sweep();
            assertThat(exists(role)).isTrue();
            una.commit();
        }

        removal.sweep();

        assertThat(exists(role)).isFalse();
        assertThat(leftovers.standing).doesNotContainKey(role);
    }

    @Test
    void whatIsLeftWhereNobodyIsLetInIsNamedWithItsStatement() throws SQLException {
        try (Connection admin = TestWarehouse.admin()) {
            run(admin, "create database closed");
        }
        Order order = given("elsewherex", "read", "sales.orders", "pia");
        String role = "qm_lease_elsewherex_warehouse";
        try (Connection pia = TestWarehouse.with(provider.credentials(order).orElseThrow(), "closed")) {
            run(
                    pia,
                    "do $$ begin execute format('grant select on large object %s to public', lo_from_bytea(0, 'row'));"
                            + " end $$");
            run(pia, "alter default privileges for role " + role + " grant select on tables to public");
        }
        try (Connection admin = TestWarehouse.admin()) {
            run(admin, "revoke connect on database closed from public");
        }

        assertThat(provider.converge(order, Wanted.GONE)).isEqualTo(new Observed.Absent());

        assertThat(leftovers.standing.get(role).statement())
                .contains("in the database \"closed\"")
                .contains("drop owned by \"" + role + "\"");
        try (Connection admin = TestWarehouse.admin()) {
            run(admin, "grant connect on database closed to keeper");
        }
        removal.sweep();
        assertThat(exists(role)).isFalse();
        assertThat(leftovers.standing).doesNotContainKey(role);
        assertThat(leftovers.putAway).singleElement().satisfies(found -> {
            assertThat(found.database()).isEqualTo("closed");
            assertThat(found.owner()).isEqualTo("qm_person_pia");
            assertThat(found.objects()).singleElement().asString().startsWith("large object");
        });
    }

    @Test
    void whatWasMadeThatOfAnotherGrantIsPutAwayAsWell() throws SQLException {
        Order order = given("handedover", "read", "sales.orders", "vic");
        given("handedtoxx", "read", "synthetic.customers", "vic");
        try (Connection admin = TestWarehouse.admin()) {
            run(admin, "select lo_from_bytea(4712, 'row')");
            run(admin, "grant select on large object 4712 to public");
            run(admin, "alter large object 4712 owner to qm_lease_handedtoxx_warehouse");
        }

        assertThat(provider.converge(order, Wanted.GONE)).isEqualTo(new Observed.Absent());

        try (Connection admin = TestWarehouse.admin()) {
            assertThat(new Statements(admin)
                            .holds(
                                    "select 1 from pg_largeobject_metadata where oid = 4712 and lomacl::text not like '{=%'"
                                            + " and lomowner = 'qm_left_behind'::regrole"))
                    .isTrue();
            assertThat(Logins.exists(admin, "qm_lease_handedtoxx_warehouse")).isTrue();
        }
    }

    @Test
    void anAccompliceWhoHoldsLocksDelaysNoEndOfARoleThatOwnsSomethingEither() throws SQLException {
        Order order = given("ownsxxxxxx", "read", "sales.returns", "ida");
        Order helps = given("helpsownsx", "write", "sales.returns", "eva");
        try (Connection admin = TestWarehouse.admin()) {
            run(admin, "select lo_from_bytea(4713, 'row')");
            run(admin, "alter large object 4713 owner to qm_lease_ownsxxxxxx_warehouse");
        }
        try (Connection eva = login(helps)) {
            eva.setAutoCommit(false);
            run(eva, "lock table sales.returns in access exclusive mode");

            assertThat(provider.converge(order, Wanted.GONE)).isEqualTo(new Observed.Absent());

            assertThat(provider.observe(order)).isEqualTo(new Observed.Absent());
            assertThat(leftovers.putAway)
                    .extracting(WarehouseNotice.PutAway::owner)
                    .containsExactly("qm_lease_ownsxxxxxx_warehouse");
        }
    }

    @Test
    void aLookAfterTheEndClosesNoLaterSession() throws SQLException {
        Order order = given("oncemorexx", "read", "sales.orders", "rea");
        Order stays = given("oncestaysx", "read", "synthetic.customers", "rea");
        provider.converge(order, Wanted.GONE);
        try (Connection rea = login(stays)) {
            assertThat(provider.converge(order, Wanted.GONE)).isEqualTo(new Observed.Absent());

            run(rea, "select count(*) from synthetic.customers");
        }
    }

    @Test
    void aGrantThatWasNeverMadeEndsWithoutClosingAnything() throws SQLException {
        Order stays = given("neverstays", "read", "synthetic.customers", "sam");
        Order never =
                Orders.grant("nevermadex", "read", "sales.orders").by("sam").order();
        try (Connection sam = login(stays)) {
            assertThat(provider.converge(never, Wanted.GONE)).isEqualTo(new Observed.Absent());

            run(sam, "select count(*) from synthetic.customers");
        }
    }

    @Test
    void whatAWarehouseOfAnEarlierVersionRemembersIsKept() throws SQLException {
        Order order = given("beforexxxx", "read", "sales.orders", "tom");
        try (Connection admin = TestWarehouse.admin()) {
            run(admin, "alter table quartermaster.claim drop column ended, drop column revoked_at");
        }

        assertThat(provider.converge(order, Wanted.RUNNING)).isInstanceOf(Observed.Ready.class);
        assertThat(provider.converge(order, Wanted.GONE)).isEqualTo(new Observed.Absent());
        assertThat(exists("qm_lease_beforexxxx_warehouse")).isFalse();
    }

    @Test
    void aLoginIsLimitedAndStaysWhatSomebodyMadeOfIt() throws SQLException {
        Order order = given("limitedxxx", "read", "sales.orders", "uwe");
        try (Connection admin = TestWarehouse.admin()) {
            assertThat(new Statements(admin)
                            .holds("select 1 from pg_roles where rolname = 'qm_person_uwe' and rolconnlimit = 5"
                                    + " and rolconfig @> array['statement_timeout=30min',"
                                    + " 'idle_in_transaction_session_timeout=10min']"))
                    .isTrue();
            run(admin, "alter role qm_person_uwe set statement_timeout = '2h'");
            run(admin, "alter role qm_person_uwe connection limit 9");
        }
        provider.converge(order, Wanted.RUNNING);
        try (Connection admin = TestWarehouse.admin()) {
            assertThat(new Statements(admin)
                            .holds("select 1 from pg_roles where rolname = 'qm_person_uwe' and rolconnlimit = 9"
                                    + " and rolconfig @> array['statement_timeout=2h']"))
                    .isTrue();
        }
    }

    @Test
    void whatEverybodyMayDoOnTheServerIsNamed() throws SQLException {
        Warehouse lax = TestWarehouse.lax("loose");

        assertThat(lax.inTransaction(PublicRights::open))
                .contains(
                        "REVOKE CONNECT ON DATABASE loose FROM PUBLIC",
                        "REVOKE CREATE ON DATABASE loose FROM PUBLIC",
                        "REVOKE TEMPORARY ON DATABASE loose FROM PUBLIC",
                        "REVOKE CREATE ON SCHEMA public FROM PUBLIC")
                .doesNotContain("REVOKE CONNECT ON DATABASE warehouse FROM PUBLIC");
    }

    private Order given(String lease, String access, String dataset, String person) {
        Order order = Orders.grant(lease, access, dataset).by(person).order();
        assertThat(provider.converge(order, Wanted.RUNNING)).isInstanceOf(Observed.Ready.class);
        return order;
    }

    private Connection login(Order order) throws SQLException {
        return TestWarehouse.with(provider.credentials(order).orElseThrow());
    }

    private static boolean exists(String role) throws SQLException {
        try (Connection admin = DriverManager.getConnection(TestWarehouse.url("warehouse"), "postgres", "")) {
            return Logins.exists(admin, role);
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
