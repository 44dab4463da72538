package dev.quartermaster.actions.provider.grant;

import dev.quartermaster.actions.provider.Observed;
import dev.quartermaster.actions.provider.Order;
import dev.quartermaster.actions.provider.grant.warehouse.Warehouse;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * A grant's end. It has ended when nobody is a member of its role any more, committed, and every session
 * that could have seen what ended is closed. What its holder left behind, and its role, are removed after that and delay nothing.
 */
@Component
class GrantEnd {
    private static final Duration LOOK = Duration.ofMillis(20);
    /** Two seconds for sessions to close; they need milliseconds. */
    private static final int LOOKS = 100;

    private final Warehouse warehouse;
    private final RoleRemoval removal;
    private final Leftovers leftovers;

    GrantEnd(Warehouse warehouse, RoleRemoval removal, Leftovers leftovers) {
        this.warehouse = warehouse;
        this.removal = removal;
        this.leftovers = leftovers;
    }

    Observed end(Order order) throws SQLException {
        RoleNames roles = RoleNames.of(order);
        try {
            RoleClaims.prepare(warehouse);
            if (!left(roles, order)) {
                return GrantRole.LATE;
            }
            if (!sessionsClosed(roles)) {
                leftovers.stands(new WarehouseNotice.Stands(
                        roles.grant(), false, LoginSessions.statement(roles.login()), "sessions are still open"));
                return GrantRole.ENDING;
            }
            revoked(roles);
            over(roles);
        } catch (SQLException refused) {
            leftovers.stands(WarehouseNotice.Stands.of(roles, false, refused));
            throw refused;
        }
        removal.remove(roles);
        return new Observed.Absent();
    }

    private boolean left(RoleNames roles, Order order) throws SQLException {
        return warehouse.insistently(
                connection -> new GrantRole(connection, roles).leave(order.until(), order.epoch()));
    }

    /**
     * The rights of a role without members count only for what it owns. Where it owns nothing, whoever locks one of the
     * tables delays nothing either: they go with the role. Where it owns something, that is put away first; only while that
     * is refused as well can something of it still read, and the grant has not ended.
     */
    private void revoked(RoleNames roles) throws SQLException {
        try {
            warehouse.<Void>inTransaction(connection -> {
                new RoleClaims(connection).lockHastily();
                new GrantRole(connection, roles).revoke();
                return null;
            });
        } catch (SQLException held) {
            removal.putAwayOwn(roles);
            if (warehouse.inTransaction(connection -> new GrantRole(connection, roles).reads())) {
                throw held;
            }
        }
    }

    /** After the commit: before it a closed session would be replaced by one that still may. */
    private boolean sessionsClosed(RoleNames roles) throws SQLException {
        List<Integer> closing = warehouse.inTransaction(connection -> {
            RoleClaims claims = new RoleClaims(connection);
            claims.lock(roles.login());
            claims.revoked(roles.grant(), false);
            return new LoginSessions(connection).close(roles);
        });
        return closing.isEmpty() || gone(closing, roles);
    }

    private void over(RoleNames roles) throws SQLException {
        warehouse.<Void>inTransaction(connection -> {
            new RoleClaims(connection).ended(roles.grant());
            return null;
        });
    }

    private boolean gone(List<Integer> closing, RoleNames roles) throws SQLException {
        return warehouse.inTransaction(connection -> {
            LoginSessions sessions = new LoginSessions(connection);
            for (int look = 0; look < LOOKS; look++) {
                if (!sessions.anyOf(closing, roles)) {
                    return true;
                }
                sleep();
            }
            return false;
        });
    }

    private static void sleep() {
        try {
            Thread.sleep(LOOK);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
