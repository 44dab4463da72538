package dev.quartermaster.actions.provider.grant.warehouse;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Being a member of a role for as long as one transaction lasts: only a member may see and end a role's sessions, and
 * close what it owns. A superuser needs none of it.
 */
public record Membership(Connection connection) {
    /** @return whether it was joined and is to be left again */
    public boolean join(String role) throws SQLException {
        Statements statements = new Statements(connection);
        boolean settable = connection.getMetaData().getDatabaseMajorVersion() >= 16;
        if (statements.holds(
                "select 1 from pg_roles where rolname = ? and pg_has_role(oid, 'USAGE')"
                        + (settable ? " and pg_has_role(oid, 'SET')" : ""),
                role)) {
            return false;
        }
        statements.run("grant %I to %I", role, self());
        return true;
    }

    public void leave(String role) throws SQLException {
        new Statements(connection).run("revoke %I from %I", role, self());
    }

    private String self() throws SQLException {
        return connection.getMetaData().getUserName();
    }
}
