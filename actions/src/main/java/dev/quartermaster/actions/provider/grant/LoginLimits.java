package dev.quartermaster.actions.provider.grant;

import dev.quartermaster.actions.provider.grant.warehouse.Statements;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;

/**
 * What one person's login may take of the warehouse, so that a forgotten query or transaction harms nobody else. The
 * number of connections holds; the times are what a session starts with, and a person may set them longer for one that
 * needs it.
 *
 * @param role the grant on whose behalf they are set
 */
record LoginLimits(Connection connection, String role) {
    /** A notebook, a tool with two connections, psql, and one that is about to go. */
    static final int CONNECTIONS = 5;

    private static final Map<String, String> SETTINGS =
            new TreeMap<>(Map.of("statement_timeout", "30min", "idle_in_transaction_session_timeout", "10min"));

    /** Only a superuser, or who was granted it, may set this one for somebody. */
    private static final String TEMPORARY = "temp_file_limit";

    /** What was set already stays: somebody may have given this person more. */
    void set(String login) throws SQLException {
        Statements statements = new Statements(connection, role);
        if (statements.holds("select 1 from pg_roles where rolname = ? and rolconnlimit in (-1, 20)", login)) {
            statements.run("alter role %I connection limit " + CONNECTIONS, login);
        }
        for (Map.Entry<String, String> each : SETTINGS.entrySet()) {
            if (!has(login, each.getKey())) {
                statements.run("alter role %I set " + each.getKey() + " = %L", login, each.getValue());
            }
        }
        if (!has(login, TEMPORARY) && mayLimitFiles(statements)) {
            statements.run("alter role %I set " + TEMPORARY + " = '10GB'", login);
        }
    }

    private boolean mayLimitFiles(Statements statements) throws SQLException {
        return connection.getMetaData().getDatabaseMajorVersion() >= 15
                ? statements.holds("select 1 where has_parameter_privilege('" + TEMPORARY + "', 'SET')")
                : statements.holds("select 1 from pg_roles where rolname = current_user and rolsuper");
    }

    private boolean has(String login, String setting) throws SQLException {
        return new Statements(connection)
                .holds(
                        "select 1 from pg_roles r cross join unnest(r.rolconfig) c where r.rolname = ? and c like ? || '=%'",
                        login, setting);
    }
}
