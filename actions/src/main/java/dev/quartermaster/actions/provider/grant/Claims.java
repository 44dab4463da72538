package dev.quartermaster.actions.provider.grant;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Who wrote a role last, kept in the warehouse beside the roles. A worker that stalled and comes back late has an older
 * epoch and is refused in the very transaction that would have changed something. Rows of roles that are gone stay, or
 * a late worker could bring a grant back to life.
 */
record Claims(Connection connection) {
    /** One writer of roles at a time: grants on one table at once fail with "tuple concurrently updated". */
    private static final long LOCK = 0x716d2d726f6c65L;

    static void prepare(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("select pg_advisory_xact_lock(" + LOCK + ")");
            statement.execute("create schema if not exists quartermaster");
            statement.execute("create table if not exists quartermaster.claim (role text primary key,"
                    + " login text not null, epoch bigint not null, until timestamptz not null,"
                    + " gone boolean not null default false)");
        }
        Statements.prepare(connection);
    }

    void lock() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("select pg_advisory_xact_lock(" + LOCK + ")");
        }
    }

    /** @return false: a newer worker has written already, nothing may be changed */
    boolean take(RoleNames roles, long epoch, Instant until, boolean gone) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                insert into quartermaster.claim as held (role, login, epoch, until, gone) values (?, ?, ?, ?, ?)
                on conflict (role) do update
                set epoch = excluded.epoch, until = excluded.until, gone = excluded.gone
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

    /** The latest end among what a login still has; empty when it has nothing any more. */
    Optional<Instant> lastEnd(String login) throws SQLException {
        return instant(
                "select max(until) from quartermaster.claim where login = ? and not gone having count(*) > 0", login);
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
