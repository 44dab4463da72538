package dev.quartermaster.actions.provider.grant;

import dev.quartermaster.actions.provider.grant.warehouse.Membership;
import dev.quartermaster.actions.provider.grant.warehouse.Statements;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * The open sessions of a login, of the query page and of what runs on this machine, in whatever database of the server. A revoked right refuses the next statement by
 * itself; a cursor, a temporary copy or a running statement goes on. None of these can be seen from outside, so every
 * session that began before the end is closed, also where the person keeps another grant.
 */
record LoginSessions(Connection connection) {
    private static final String CLOSE = "select a.pid, pg_terminate_backend(a.pid)"
            + " from pg_stat_activity a join quartermaster.claim c on c.role = ?"
            + " where a.usename = ? and a.backend_start <= c.revoked_at and a.pid <> pg_backend_pid()";

    /** SQL by which the platform team ends the sessions of a login by hand. */
    static String statement(String login) {
        return "select pg_terminate_backend(pid) from pg_stat_activity where usename = '%s'".formatted(login);
    }

    /** Ends one session of a login; of nobody else's, should its number be another's by now. */
    void end(String login, int session) throws SQLException {
        Membership membership = new Membership(connection);
        boolean joined = membership.join(login);
        try (PreparedStatement statement = connection.prepareStatement(
                "select pg_terminate_backend(pid) from pg_stat_activity where pid = ? and usename = ?")) {
            statement.setInt(1, session);
            statement.setString(2, login);
            statement.execute();
        }
        if (joined) {
            membership.leave(login);
        }
    }

    /** Closes those that began before the revoke was noted. @return their process ids; they may take a moment */
    List<Integer> close(RoleNames roles) throws SQLException {
        List<Integer> closing = new ArrayList<>();
        for (String login : roles.members()) {
            closing.addAll(close(roles.grant(), login));
        }
        return closing;
    }

    private List<Integer> close(String grant, String login) throws SQLException {
        List<Integer> closing = new ArrayList<>();
        if (!new Statements(connection).holds("select 1 from pg_stat_activity where usename = ?", login)) {
            return closing;
        }
        Membership membership = new Membership(connection);
        boolean joined = membership.join(login);
        try (PreparedStatement statement = connection.prepareStatement(CLOSE)) {
            statement.setString(1, grant);
            statement.setString(2, login);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    closing.add(row.getInt(1));
                }
            }
        }
        if (joined) {
            membership.leave(login);
        }
        return closing;
    }

    boolean anyOf(List<Integer> sessions, RoleNames roles) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("select pg_stat_clear_snapshot(), (select count(*) from pg_stat_activity"
                        + " where pid = any(?) and usename = any(?))")) {
            statement.setArray(1, connection.createArrayOf("int4", sessions.toArray()));
            statement.setArray(
                    2, connection.createArrayOf("text", roles.members().toArray()));
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getInt(2) > 0;
            }
        }
    }
}
