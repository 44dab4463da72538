package dev.quartermaster.actions.provider.grant;

import dev.quartermaster.actions.provider.grant.warehouse.Statements;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

    static boolean exists(Connection connection, String role) throws SQLException {
        return new Statements(connection).holds("select 1 from pg_roles where rolname = ?", role);
    }

    void ensure(String login, Instant until) throws SQLException {
        if (!exists(connection, login)) {
            statements().run("create role %I login inherit nosuperuser nocreatedb nocreaterole", login);
        }
        new LoginLimits(connection, role).set(login);
        open(login, until);
    }

    /** The end is a second wall only: rights end by revoking. */
    private void open(String login, Instant until) throws SQLException {
        String end = DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(until.atOffset(ZoneOffset.UTC));
        if (!statements()
                .holds(
                        "select 1 from pg_roles where rolname = ? and rolcanlogin and rolvaliduntil = ?::timestamptz",
                        login,
                        end)) {
            statements().run("alter role %I login valid until %L", login, end);
        }
    }

    /** To be called when a grant of the login has ended. */
    void afterEnd(String login) throws SQLException {
        Optional<Instant> last = new RoleClaims(connection).lastEnd(login);
        if (!exists(connection, login)) {
            return;
        }
        if (last.isPresent()) {
            open(login, last.get());
        } else if (statements().holds("select 1 from pg_roles where rolname = ? and rolcanlogin", login)) {
            statements().run("alter role %I nologin password null", login);
        }
    }

    private Statements statements() {
        return new Statements(connection, role);
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

    /** Every role that is called as ours for leases are, whoever made it. */
    static List<String> calledLikeOurs(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                        "select rolname from pg_roles where rolname ~ '^qm_(lease|query|local)_' order by rolname");
                ResultSet rows = statement.executeQuery()) {
            List<String> roles = new ArrayList<>();
            while (rows.next()) {
                roles.add(rows.getString(1));
            }
            return roles;
        }
    }
}
