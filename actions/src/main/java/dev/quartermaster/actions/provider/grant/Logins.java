package dev.quartermaster.actions.provider.grant;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.postgresql.PGConnection;

/**
 * The managed login role of one person. It holds nothing itself; what it may do are the roles granted to it. When the
 * last of them ends it can no longer log in, but stays: its name in the warehouse's own logs keeps its meaning.
 *
 * @param role the grant on whose behalf it is prepared or closed; empty: none
 */
record Logins(Connection connection, String role) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789";
    /** Characters; 24 of 57 are about 140 bits. */
    private static final int LENGTH = 24;

    Logins(Connection connection) {
        this(connection, "");
    }

    void ensure(String login, Instant until) throws SQLException {
        Statements statements = new Statements(connection, role);
        if (!statements.holds("select 1 from pg_roles where rolname = ?", login)) {
            statements.run(
                    "create role %I login inherit nosuperuser nocreatedb nocreaterole connection limit 20", login);
        }
        open(login, until);
    }

    /** The end is a second wall only: rights end by revoking. */
    private void open(String login, Instant until) throws SQLException {
        String end = DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(until.atOffset(ZoneOffset.UTC));
        new Statements(connection, role).run("alter role %I login valid until %L", login, end);
    }

    /** To be called when a grant of the login has gone. */
    void afterEnd(String login) throws SQLException {
        Statements statements = new Statements(connection, role);
        if (!statements.holds("select 1 from pg_roles where rolname = ?", login)) {
            return;
        }
        var last = new Claims(connection).lastEnd(login);
        if (last.isPresent()) {
            open(login, last.get());
        } else {
            statements.run("alter role %I nologin password null", login);
        }
    }

    /**
     * A new password, known to nobody but the returned text: the server is sent its SCRAM verifier only, so that the
     * clear one is in no log and no record of ours.
     */
    String freshPassword(String login) throws SQLException {
        StringBuilder password = new StringBuilder();
        RANDOM.ints(LENGTH, 0, ALPHABET.length()).forEach(each -> password.append(ALPHABET.charAt(each)));
        connection
                .unwrap(PGConnection.class)
                .alterUserPassword(login, password.toString().toCharArray(), "scram-sha-256");
        return password.toString();
    }

    /**
     * A revoked right refuses the next statement by itself; a statement that runs, or a cursor that is open, would go on.
     * So sessions in the middle of something are ended, idle ones are left to find out. Only a member of a role may see
     * and end its sessions, so we are one for as long as that takes.
     */
    void interrupt(String login) throws SQLException {
        Statements statements = new Statements(connection);
        if (!statements.holds("select 1 from pg_roles where rolname = ?", login)) {
            return;
        }
        String self = connection.getMetaData().getUserName();
        statements.run("grant %I to %I", login, self);
        try (PreparedStatement statement = connection.prepareStatement(
                "select pg_terminate_backend(pid) from pg_stat_activity where usename = ? and state <> 'idle'")) {
            statement.setString(1, login);
            statement.execute();
        }
        statements.run("revoke %I from %I", login, self);
    }
}
