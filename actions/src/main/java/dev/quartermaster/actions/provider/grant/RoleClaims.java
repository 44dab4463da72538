package dev.quartermaster.actions.provider.grant;

import dev.quartermaster.actions.provider.grant.warehouse.Statements;
import dev.quartermaster.actions.provider.grant.warehouse.Warehouse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Who wrote a role last, kept in the warehouse beside the roles. A worker that stalled and comes back late has an older
 * epoch and is refused in the very transaction that would have changed something. Rows of roles that are gone stay, or
 * a late worker could bring a grant back to life.
 */
record RoleClaims(Connection connection) {
    private static final String PREPARED = "select 1 from pg_attribute a join pg_class c on c.oid = a.attrelid"
            + " join pg_namespace n on n.oid = c.relnamespace"
            + " where n.nspname = 'quartermaster' and c.relname = 'claim' and a.attname = 'revoked_at'";

    /** Roles looked at in one sweep. */
    private static final int SOME = 20;

    static void prepare(Warehouse warehouse) throws SQLException {
        if (warehouse.inTransaction(RoleClaims::prepared)) {
            return;
        }
        try {
            warehouse.<Void>inTransaction(connection -> {
                new RoleClaims(connection).create();
                return null;
            });
        } catch (SQLException raced) {
            if (!warehouse.inTransaction(RoleClaims::prepared)) {
                throw raced;
            }
        }
    }

    private static boolean prepared(Connection connection) throws SQLException {
        return new Statements(connection).holds(PREPARED);
    }

    private void create() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("create schema if not exists quartermaster");
            statement.execute("create table if not exists quartermaster.claim (role text primary key,"
                    + " login text not null, epoch bigint not null, until timestamptz not null,"
                    + " gone boolean not null default false)");
            statement.execute("alter table quartermaster.claim add column if not exists ended timestamptz");
            statement.execute("alter table quartermaster.claim add column if not exists revoked_at timestamptz");
            // Earlier versions knew only one moment, and wrote it with the revoke.
            statement.execute("update quartermaster.claim set revoked_at = ended where ended is not null");
        }
        Statements.prepare(connection);
    }

    /**
     * One maker or remover of roles at a time: grants on one table at once fail with "tuple concurrently updated". A lock
     * on a table of ours, because an advisory one could be taken by anybody who may log in, and held. It lets rows of the
     * table be written: an end, which needs its own only, waits for nobody's grant.
     */
    void lock() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("lock table quartermaster.claim in share update exclusive mode");
        }
    }

    /** One end at a time among those of one login. */
    void lock(String login) throws SQLException {
        new Statements(connection)
                .holds("select 1 from quartermaster.claim where login = ? order by role for update", login);
    }

    /** For what may have to wait for people's locks: waits less, so that nobody else's work is held up behind it. */
    void lockHastily() throws SQLException {
        lock();
        try (Statement statement = connection.createStatement()) {
            statement.execute("set local lock_timeout = '500ms'");
        }
    }

    /** @return false: a newer worker has written already, nothing may be changed */
    boolean take(RoleNames roles, long epoch, Instant until, boolean gone) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                insert into quartermaster.claim as held (role, login, epoch, until, gone) values (?, ?, ?, ?, ?)
                on conflict (role) do update
                set epoch = excluded.epoch, until = excluded.until, gone = excluded.gone,
                    revoked_at = case when excluded.gone then held.revoked_at end,
                    ended = case when excluded.gone then held.ended end
                where held.epoch <= excluded.epoch""")) {
            statement.setString(1, roles.grant());
            statement.setString(2, roles.login());
            statement.setLong(3, epoch);
            statement.setTimestamp(4, Timestamp.from(stored(until)));
            statement.setBoolean(5, gone);
            return statement.executeUpdate() == 1;
        }
    }

    /** The end a living role was last made for; empty when it is gone or never was. */
    Optional<Instant> until(String role) throws SQLException {
        return instant("select until from quartermaster.claim where role = ? and not gone for share", role);
    }

    /** Whether it has not ended, whoever is late to end it. */
    boolean lasts(String role) throws SQLException {
        return instant(
                        "select until from quartermaster.claim where role = ? and not gone"
                                + " and until > clock_timestamp() for share",
                        role)
                .isPresent();
    }

    /** The latest end among what a login still has; empty when it has nothing any more. */
    Optional<Instant> lastEnd(String login) throws SQLException {
        return instant(
                "select max(until) from quartermaster.claim where login = ? and not gone having count(*) > 0", login);
    }

    /** Whether any grant whose name begins so is alive. */
    boolean anyAlive(String beginning) throws SQLException {
        return new Statements(connection)
                .holds("select 1 from quartermaster.claim where starts_with(role, ?) and not gone", beginning);
    }

    /**
     * Notes, once, that the revokes are committed: sessions that began later cannot have seen what ended.
     *
     * @param nothing there was no role, so no session has seen anything of it
     */
    void revoked(String role, boolean nothing) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("update quartermaster.claim"
                + " set revoked_at = case when ? then '-infinity' else clock_timestamp() end"
                + " where role = ? and gone and revoked_at is null")) {
            statement.setBoolean(1, nothing);
            statement.setString(2, role);
            statement.executeUpdate();
        }
    }

    /** Notes, once, that the sessions from before the revoke are gone and nothing else reads by it either. */
    void ended(String role) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("update quartermaster.claim set ended = clock_timestamp()"
                        + " where role = ? and gone and revoked_at is not null and ended is null")) {
            statement.setString(1, role);
            statement.executeUpdate();
        }
    }

    /** Whether its end has begun and is not over. */
    boolean ending(String role) throws SQLException {
        return new Statements(connection)
                .holds("select 1 from quartermaster.claim where role = ? and gone and ended is null", role);
    }

    /** Whether nobody can read by it any more; the role itself may still be there. */
    boolean over(String role) throws SQLException {
        return new Statements(connection)
                .holds("select 1 from quartermaster.claim where role = ? and gone and ended is not null", role);
    }

    /** Some of the roles that are still there although their grants have ended; over time all of them. */
    List<RoleNames> leftBehind() throws SQLException {
        List<RoleNames> left = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select c.role, c.login from quartermaster.claim c"
                        + " join pg_roles r on r.rolname = c.role where c.gone and c.ended is not null"
                        + " order by random() limit " + SOME)) {
            while (row.next()) {
                left.add(new RoleNames(row.getString(1), row.getString(2)));
            }
        }
        return left;
    }

    /** Of all grants of a login, living or ended, the roles that are still there. */
    List<String> rolesOf(String login) throws SQLException {
        List<String> roles = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement("select c.role from quartermaster.claim c"
                + " join pg_roles r on r.rolname = c.role where c.login = ? order by 1")) {
            statement.setString(1, login);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    roles.add(row.getString(1));
                }
            }
        }
        return roles;
    }

    /** As the database keeps it: to the microsecond. */
    static Instant stored(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MICROS);
    }

    private Optional<Instant> instant(String query, String value) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, value);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(row.getTimestamp(1).toInstant()) : Optional.empty();
            }
        }
    }
}
