package dev.quartermaster.actions.provider.grant.warehouse;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends the sessions of people that hold up one transaction of ours for longer than a moment. Whoever may log in can run
 * GRANT or ALTER ROLE and leave it uncommitted: even where it changes nothing, it locks a row of the catalogue (of a
 * table, a database, a login) that everybody's grants and ends must write. Queries and locks on tables hold up none of
 * what is watched here, so nobody's work is ended by it. Sessions of logins that are not managed are left alone.
 */
final class LockBreaker implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LockBreaker.class);
    private static final Duration LOOK = Duration.ofMillis(150);

    private static final String HOLDING = "select a.pid, a.usename from pg_stat_activity a"
            + " where a.pid = any(pg_blocking_pids(?))"
            + " and exists (select 1 from quartermaster.claim c where c.login = a.usename)";

    private final Warehouse warehouse;
    private final int waiting;
    private final CountDownLatch done = new CountDownLatch(1);

    private LockBreaker(Warehouse warehouse, int waiting) {
        this.warehouse = warehouse;
        this.waiting = waiting;
    }

    /** @param waiting the process id of the server's backend that may have to wait */
    static LockBreaker watch(Warehouse warehouse, int waiting) {
        LockBreaker breaker = new LockBreaker(warehouse, waiting);
        Thread.ofVirtual().name("lock-breaker-" + waiting).start(breaker::look);
        return breaker;
    }

    @Override
    public void close() {
        done.countDown();
    }

    private void look() {
        try {
            while (!done.await(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
                breakLocks();
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private void breakLocks() {
        try {
            warehouse.<Void>inTransaction(connection -> {
                breakLocks(connection);
                return null;
            });
        } catch (SQLException trouble) {
            LOG.warn("Who holds up a grant or its end cannot be seen: {}", WarehouseErrors.said(trouble));
        }
    }

    private void breakLocks(Connection connection) throws SQLException {
        Membership membership = new Membership(connection);
        for (Map.Entry<Integer, String> each : holding(connection).entrySet()) {
            boolean joined = membership.join(each.getValue());
            try (PreparedStatement statement = connection.prepareStatement("select pg_terminate_backend(?)")) {
                statement.setInt(1, each.getKey());
                statement.execute();
            }
            if (joined) {
                membership.leave(each.getValue());
            }
            LOG.warn(
                    "A session of {} was closed: a transaction it left open held up grants of others", each.getValue());
        }
    }

    private Map<Integer, String> holding(Connection connection) throws SQLException {
        Map<Integer, String> holding = new TreeMap<>();
        try (PreparedStatement statement = connection.prepareStatement(HOLDING)) {
            statement.setInt(1, waiting);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    holding.put(row.getInt(1), row.getString(2));
                }
            }
        }
        return holding;
    }
}
