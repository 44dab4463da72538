package dev.quartermaster.actions.provider.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quartermaster.actions.provider.Observed;
import dev.quartermaster.actions.provider.Order;
import dev.quartermaster.actions.provider.Orders;
import dev.quartermaster.actions.provider.Provider.Wanted;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a holder leaves uncommitted holds up nobody's grant, and not its own end. */
@ResourceLock("the warehouse of all tests")
class OpenTransactionTest {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final GrantProvider provider = TestWarehouse.provider(TestWarehouse.warehouse(), new KnownLeftovers());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "alter role %1$s password 'chosen'",
                "alter role %1$s set work_mem = '4MB'",
                "grant connect on database warehouse to %1$s",
                "grant select on sales.orders to %1$s",
                "grant usage on schema sales to %1$s",
                "drop owned by %2$s",
                "drop owned by %1$s",
                "create temporary table kept as select * from sales.orders",
                "select * from sales.orders for key share"
            })
    void delaysNeitherAnothersGrantNorItsOwnEnd(String statement) throws SQLException {
        int number = NUMBER.incrementAndGet();
        Order held = made(lease("txheld", number), "mal" + number);
        String role = "qm_lease_" + lease("txheld", number) + "_warehouse";
        try (Connection mal = TestWarehouse.with(provider.credentials(held).orElseThrow())) {
            mal.setAutoCommit(false);
            tried(mal, statement.formatted("qm_person_mal" + number, role));

            Order others = made(lease("txoths", number), "ned" + number);
            assertThat(provider.converge(others, Wanted.GONE)).isEqualTo(new Observed.Absent());
            assertThat(provider.converge(held, Wanted.GONE)).isEqualTo(new Observed.Absent());

            assertThatThrownBy(() -> run(mal, "select 1")).isInstanceOf(SQLException.class);
        }
    }

    @Test
    void aPasswordThatIsBeingChangedHoldsUpNeitherANewOneNorAnothersGrant() throws SQLException {
        Order held = made(lease("txpass", 1), "pia");
        try (Connection pia = TestWarehouse.with(provider.credentials(held).orElseThrow())) {
            pia.setAutoCommit(false);
            run(pia, "alter role qm_person_pia password 'chosen'");

            assertThat(provider.credentials(held)).isPresent();
            made(lease("txpass", 2), "pip");
        }
    }

    @Test
    void whoeverOnlyReadsKeepsTheSession() throws SQLException {
        Order held = made(lease("txread", 1), "rae");
        try (Connection rae = TestWarehouse.with(provider.credentials(held).orElseThrow())) {
            rae.setAutoCommit(false);
            run(rae, "declare c cursor for select * from sales.orders");

            made(lease("txread", 2), "ron");

            run(rae, "fetch 1 from c");
        }
    }

    @Test
    void twentyEndsGoBesideTwentyGrantsThatAreHeldUp() throws Exception {
        Order held = made(lease("txmany", 0), "max");
        List<Order> ending = IntStream.range(0, 20)
                .mapToObj(each -> made(lease("txends", each), "end" + each))
                .toList();
        try (Connection max = TestWarehouse.with(provider.credentials(held).orElseThrow());
                ExecutorService workers = Executors.newFixedThreadPool(8)) {
            max.setAutoCommit(false);
            run(max, "grant select on sales.orders to qm_person_max");
            List<Future<Observed>> grants = IntStream.range(0, 20)
                    .mapToObj(each -> workers.submit((Callable<Observed>) () -> provider.converge(
                            Orders.grant(lease("txmake", each), "read", "sales.orders")
                                    .by("mad" + each)
                                    .order(),
                            Wanted.RUNNING)))
                    .toList();
            List<Future<Observed>> ends = ending.stream()
                    .map(each -> workers.submit(() -> provider.converge(each, Wanted.GONE)))
                    .toList();

            for (Future<Observed> each : ends) {
                assertThat(each.get()).isEqualTo(new Observed.Absent());
            }
            for (Future<Observed> each : grants) {
                assertThat(each.get()).isInstanceOf(Observed.Ready.class);
            }
        }
    }

    private Order made(String lease, String person) {
        Order order = Orders.grant(lease, "read", "sales.orders").by(person).order();
        assertThat(provider.converge(order, Wanted.RUNNING)).isInstanceOf(Observed.Ready.class);
        return order;
    }

    private static String lease(String six, int number) {
        return six + "xx" + (char) ('a' + number / 26) + (char) ('a' + number % 26);
    }

    /** What the server refuses at once holds nothing; the transaction stays open all the same. */
    private static void tried(Connection connection, String sql) throws SQLException {
        var before = connection.setSavepoint();
        try {
            run(connection, sql);
        } catch (SQLException refused) {
            connection.rollback(before);
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
