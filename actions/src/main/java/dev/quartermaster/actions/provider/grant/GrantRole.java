package dev.quartermaster.actions.provider.grant;

import dev.quartermaster.actions.provider.Deeds;
import dev.quartermaster.actions.provider.Observed;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The role of one part of one lease, within one transaction on the warehouse. */
record GrantRole(Connection connection, RoleNames roles) {
    private static final Observed LATE = new Observed.Making("", "another worker has taken over");
    private static final String EXISTS = "select 1 from pg_roles where rolname = ?";
    private static final String MEMBER = "select 1 from pg_auth_members m join pg_roles r on r.oid = m.roleid"
            + " join pg_roles p on p.oid = m.member where r.rolname = ? and p.rolname = ?";

    Observed observe(Set<Privilege> wanted, Instant until) throws SQLException {
        Statements statements = new Statements(connection);
        if (!statements.holds(EXISTS, roles.grant())) {
            return new Observed.Absent();
        }
        Optional<Instant> made = new Claims(connection).until(roles.grant());
        boolean exact = made.filter(Claims.stored(until)::equals).isPresent()
                && statements.holds(MEMBER, roles.grant(), roles.login())
                && Privilege.held(connection, roles.grant()).equals(wanted);
        return exact ? new Observed.Ready(roles.grant()) : new Observed.Making(roles.grant(), "rights are being set");
    }

    Observed make(Set<Privilege> wanted, Instant until, long epoch) throws SQLException {
        if (!new Claims(connection).take(roles, epoch, until, false)) {
            return LATE;
        }
        Statements statements = statements();
        Instant last = new Claims(connection).lastEnd(roles.login()).orElse(until);
        new Logins(connection, roles.grant()).ensure(roles.login(), last);
        if (!statements.holds(EXISTS, roles.grant())) {
            statements.run("create role %I nologin", roles.grant());
        }
        set(wanted);
        statements.run("grant connect on database %I to %I", connection.getCatalog(), roles.grant());
        statements.run("grant %I to %I", roles.grant(), roles.login());
        return new Observed.Ready(roles.grant());
    }

    /** Revokes one by one: dropping everything "owned by" would need rights over the role that a warehouse may not give. */
    Observed end(Instant until, long epoch) throws SQLException {
        if (!new Claims(connection).take(roles, epoch, until, true)) {
            return LATE;
        }
        for (String statement : undoing()) {
            statements().execute(statement);
        }
        new Logins(connection, roles.grant()).afterEnd(roles.login());
        return new Observed.Absent();
    }

    /** What was run for this grant, and what its end will run, the closing of the login left out: others may share it. */
    Deeds deeds() throws SQLException {
        return new Deeds(statements().noted(), undoing());
    }

    private List<String> undoing() throws SQLException {
        Statements statements = statements();
        if (!statements.holds(EXISTS, roles.grant())) {
            return List.of();
        }
        List<String> undoing = new ArrayList<>();
        if (statements.holds(MEMBER, roles.grant(), roles.login())) {
            undoing.add(statements.said("revoke %I from %I", roles.grant(), roles.login()));
        }
        for (Privilege each : Privilege.held(connection, roles.grant())) {
            undoing.add(each.revoking(statements, roles.grant()));
        }
        undoing.add(statements.said("revoke all on database %I from %I", connection.getCatalog(), roles.grant()));
        undoing.add(statements.said("drop role %I", roles.grant()));
        return undoing;
    }

    private void set(Set<Privilege> wanted) throws SQLException {
        Statements statements = statements();
        Set<Privilege> held = Privilege.held(connection, roles.grant());
        Set<Privilege> extra = new TreeSet<>(held);
        extra.removeAll(wanted);
        for (Privilege each : extra) {
            statements.execute(each.revoking(statements, roles.grant()));
        }
        Set<Privilege> missing = new TreeSet<>(wanted);
        missing.removeAll(held);
        for (Privilege each : missing) {
            each.grant(statements, roles.grant());
        }
    }

    private Statements statements() {
        return new Statements(connection, roles.grant());
    }
}
