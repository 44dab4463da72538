package dev.quartermaster.actions.provider.grant;

import dev.quartermaster.actions.provider.Observed;
import dev.quartermaster.actions.provider.ProvisioningLog;
import dev.quartermaster.actions.provider.grant.warehouse.Membership;
import dev.quartermaster.actions.provider.grant.warehouse.Statements;
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
    static final Observed LATE = new Observed.Making("", "another worker has taken over");
    static final Observed ENDING = new Observed.Ending("open sessions are being closed");
    /** Also where everybody may: a grant would lock the database's row, which any holder can hold against us. */
    private static final String CONNECTS = "select 1 where has_database_privilege(?, ?, 'connect')";

    private static final String EXISTS = "select 1 from pg_roles where rolname = ?";
    private static final String MEMBER = "select 1 from pg_auth_members m join pg_roles r on r.oid = m.roleid"
            + " join pg_roles p on p.oid = m.member where r.rolname = ? and p.rolname = ?";

    Observed observe(Set<Privilege> wanted, Instant until) throws SQLException {
        Statements statements = new Statements(connection);
        if (!exists() || new RoleClaims(connection).over(roles.grant())) {
            return new Observed.Absent();
        }
        if (new RoleClaims(connection).ending(roles.grant())) {
            return ENDING;
        }
        Optional<Instant> made = new RoleClaims(connection).until(roles.grant());
        boolean exact = made.filter(RoleClaims.stored(until)::equals).isPresent()
                && statements.holds(
                        MEMBER + (narrow() ? " and m.inherit_option and not m.set_option" : ""),
                        roles.grant(),
                        roles.login())
                && Privilege.held(connection, roles.grant()).equals(wanted);
        return exact ? new Observed.Ready(roles.grant()) : new Observed.Making(roles.grant(), "rights are being set");
    }

    Observed make(Set<Privilege> wanted, Instant until, long epoch) throws SQLException {
        if (!new RoleClaims(connection).take(roles, epoch, until, false)) {
            return LATE;
        }
        Statements statements = statements();
        Instant last = new RoleClaims(connection).lastEnd(roles.login()).orElse(until);
        new Logins(connection, roles.grant()).ensure(roles.login(), last);
        if (!exists()) {
            statements.run("create role %I nologin", roles.grant());
        }
        set(wanted);
        if (!statements.holds(CONNECTS, roles.grant(), connection.getCatalog())) {
            statements.run("grant connect on database %I to %I", connection.getCatalog(), roles.grant());
        }
        join(roles.login());
        new PageLogin(connection, roles.local()).lasts(until);
        return new Observed.Ready(roles.grant());
    }

    /** Whoever is a member has its rights, and can't become it. */
    void join(String login) throws SQLException {
        statements().run("grant %I to %I" + (narrow() ? " with inherit true, set false" : ""), roles.grant(), login);
    }

    boolean joined(String login) throws SQLException {
        return statements().holds(MEMBER, roles.grant(), login);
    }

    /**
     * From the commit on it has no member, so nobody can begin to read by it. Nothing in here waits for what a holder can
     * lock: a table they may write to can be.
     *
     * @return false: a newer worker has written already
     */
    boolean leave(Instant until, long epoch) throws SQLException {
        RoleClaims claims = new RoleClaims(connection);
        if (!claims.take(roles, epoch, until, true)) {
            return false;
        }
        if (!exists()) {
            claims.revoked(roles.grant(), true);
            return true;
        }
        for (String statement : leaving()) {
            statements().execute(statement);
        }
        return true;
    }

    /** Revokes the role's own rights, by which views and functions that it owns could still read. */
    void revoke() throws SQLException {
        if (exists()) {
            for (String statement : revoking()) {
                statements().execute(statement);
            }
        }
    }

    /** Whether anything could still read by its rights: the login, where somebody else made it a member, or what it owns. */
    boolean reads() throws SQLException {
        for (String member : roles.members()) {
            if (joined(member)) {
                return true;
            }
        }
        return !new Belongings(connection, roles.grant()).owned().isEmpty();
    }

    boolean exists() throws SQLException {
        return new Statements(connection).holds(EXISTS, roles.grant());
    }

    /**
     * Takes the rights that others gave it in this database, which hold the role in place. Only with the rights of whose
     * thing it is they can be taken, and of the logins of grants we may have those.
     */
    void dropOwned() throws SQLException {
        if (!exists()) {
            return;
        }
        Membership membership = new Membership(connection);
        List<String> joined = new ArrayList<>();
        List<String> needed = new ArrayList<>(new Belongings(connection, roles.grant()).givers());
        needed.add(roles.grant());
        for (String each : needed) {
            if (membership.join(each)) {
                joined.add(each);
            }
        }
        new Statements(connection).run("drop owned by %I", roles.grant());
        for (String each : joined) {
            membership.leave(each);
        }
    }

    void drop() throws SQLException {
        dropOwned();
        statements().run("drop role %I", roles.grant());
    }

    /** What was run for this grant, and what its end will run, the closing of the login left out: others may share it. */
    ProvisioningLog deeds() throws SQLException {
        if (!exists()) {
            return new ProvisioningLog(statements().noted(), List.of());
        }
        List<String> undoing = new ArrayList<>(leaving());
        undoing.addAll(revoking());
        undoing.addAll(dropping());
        return new ProvisioningLog(statements().noted(), undoing);
    }

    private List<String> leaving() throws SQLException {
        List<String> leaving = new ArrayList<>();
        for (String member : roles.members()) {
            if (joined(member)) {
                leaving.add(statements().said("revoke %I from %I", roles.grant(), member));
            }
        }
        return leaving;
    }

    private List<String> revoking() throws SQLException {
        Statements statements = statements();
        List<String> revoking = new ArrayList<>();
        for (Privilege each : Privilege.held(connection, roles.grant())) {
            revoking.add(each.revoking(statements, roles.grant()));
        }
        revoking.add(statements.said("revoke all on database %I from %I", connection.getCatalog(), roles.grant()));
        return revoking;
    }

    private List<String> dropping() throws SQLException {
        List<String> dropping = new ArrayList<>();
        for (String own : roles.ofLease()) {
            if (Logins.exists(connection, own)) {
                dropping.add(statements().said("drop role %I", own));
            }
        }
        dropping.add(statements().said("drop owned by %I", roles.grant()));
        dropping.add(statements().said("drop role %I", roles.grant()));
        return dropping;
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

    /** Whether the holder can be kept from becoming the role, and so from owning things as it. */
    private boolean narrow() throws SQLException {
        return connection.getMetaData().getDatabaseMajorVersion() >= 16;
    }

    private Statements statements() {
        return new Statements(connection, roles.grant());
    }
}
