package dev.quartermaster.actions.provider.grant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.actions.provider.Credentials;
import dev.quartermaster.actions.provider.Observed;
import dev.quartermaster.actions.provider.Order;
import dev.quartermaster.actions.provider.Orders;
import dev.quartermaster.actions.provider.Provider.Wanted;
import dev.quartermaster.actions.provider.grant.warehouse.Warehouse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Whatever a session keeps open over the end of one grant, while the person keeps another. */
@ResourceLock("the warehouse of all tests")
class OpenSessionsTest {
    private static final int PEOPLE = 10;
    /** Five, as many as a login may have. */
    private static final List<String> KEEPING = List.of(
            "select 1",
            "begin; declare held cursor for select * from sales.orders; fetch 1 from held",
            "begin; declare kept cursor with hold for select * from sales.orders; commit",
            "prepare later as select count(*) from sales.orders; execute later",
            "create temporary table copy as select * from sales.orders");

    @Test
    void fiftyOfFiftySessionsAreClosedAndTheOtherGrantStays() throws SQLException {
        Warehouse warehouse = TestWarehouse.lax("sessions");
        GrantProvider provider = TestWarehouse.provider(warehouse, new KnownLeftovers());
        int closed = 0;
        for (int person = 0; person < PEOPLE; person++) {
            String name = "open" + person;
            Order ends = Orders.grant("opens" + "abcdefghij".charAt(person) + "xxxx", "read", "sales.orders")
                    .by(name)
                    .order();
            Order stays = Orders.grant("stays" + "abcdefghij".charAt(person) + "xxxx", "read", "synthetic.customers")
                    .by(name)
                    .order();
            provider.converge(ends, Wanted.RUNNING);
            provider.converge(stays, Wanted.RUNNING);
            List<Connection> open = open(provider.credentials(ends).orElseThrow());

            assertThat(provider.converge(ends, Wanted.GONE)).isEqualTo(new Observed.Absent());

            for (Connection each : open) {
                closed += each.isValid(1) ? 0 : 1;
            }
            try (Connection again =
                            TestWarehouse.with(provider.credentials(stays).orElseThrow());
                    Statement statement = again.createStatement()) {
                statement.execute("select count(*) from synthetic.customers");
            }
        }
        assertThat(closed).isEqualTo(50);
    }

    private static List<Connection> open(Credentials credentials) throws SQLException {
        List<Connection> open = new ArrayList<>();
        for (String each : KEEPING) {
            Connection session = TestWarehouse.with(credentials);
            try (Statement statement = session.createStatement()) {
                statement.execute(each);
            }
            open.add(session);
        }
        return open;
    }
}
