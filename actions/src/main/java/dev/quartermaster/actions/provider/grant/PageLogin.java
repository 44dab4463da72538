package dev.quartermaster.actions.provider.grant;

import dev.quartermaster.actions.provider.grant.warehouse.Statements;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * A login of one lease, that its query page reads with, or what runs on this machine. Its session user is this and nothing
 * more, so that there is nothing to go back to with RESET ROLE: its rights are those of the lease's grants. The page's
 * password is told to nobody, made for each session, and can't be used a minute later.
 */
record PageLogin(Connection connection, String name) {
    /** @param grants that are alive. @return the password of a session to be begun now */
    String open(List<RoleNames> grants) throws SQLException {
        String password = fresh(grants);
        new Statements(connection).run("alter role %I valid until %L", name, soon());
        return password;
    }

    /** @param grant that is alive. @return a password that replaces the one before and works until then */
    String open(RoleNames grant, Instant until) throws SQLException {
        String password = fresh(List.of(grant));
        lasts(until);
        return password;
    }

    /** Its rights end by revoking; this is a second wall. */
    void lasts(Instant until) throws SQLException {
        if (Logins.exists(connection, name)) {
            String end = DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(until.atOffset(ZoneOffset.UTC));
            new Statements(connection).run("alter role %I valid until %L", name, end);
        }
    }

    private String fresh(List<RoleNames> grants) throws SQLException {
        String grant = grants.getFirst().grant();
        if (!Logins.exists(connection, name)) {
            new Statements(connection, grant)
                    .run("create role %I login inherit nosuperuser nocreatedb nocreaterole noreplication", name);
            new LoginLimits(connection, grant).set(name);
        }
        for (RoleNames each : grants) {
            GrantRole role = new GrantRole(connection, each);
            if (!role.joined(name)) {
                role.join(name);
            }
        }
        return new Logins(connection).freshPassword(name);
    }

    /** By the server's clock, which is what it is compared with. */
    private String soon() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select clock_timestamp() + interval '1 minute'")) {
            row.next();
            return row.getString(1);
        }
    }

    /** To be called when a grant of its lease has ended: with the last of them it goes. */
    void afterEnd() throws SQLException {
        if (Logins.exists(connection, name) && !new RoleClaims(connection).anyAlive(RoleNames.beginning(name))) {
            new GrantRole(connection, new RoleNames(name, name)).drop();
        }
    }
}
