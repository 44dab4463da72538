package dev.quartermaster.actions.provider.grant;

import dev.quartermaster.actions.provider.grant.warehouse.RefusedStatement;
import dev.quartermaster.actions.provider.grant.warehouse.Warehouse;
import dev.quartermaster.actions.provider.grant.warehouse.WarehouseErrors;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * What comes after a grant's end: its holder's login is closed when it was the last, what was left behind is put out of
 * reach, and the role goes. Tried at the end and then by {@link #sweep} until it works; the role is there for as long as
 * anything is left to do, so that nothing else need be remembered. A holder can make it fail and gains nothing by it.
 */
@Component
class RoleRemoval {
    private static final Logger LOG = LoggerFactory.getLogger(RoleRemoval.class);

    private static final String ELSEWHERE = """
            select distinct d.datname from pg_shdepend s join pg_database d on d.oid = s.dbid
            join pg_roles r on r.oid = s.refobjid
            where s.refclassid = 'pg_authid'::regclass and d.datname <> current_database()
              and (r.rolname = ? or (r.rolname = any(?) and s.deptype = 'o'))""";

    private final Warehouse warehouse;
    private final Leftovers leftovers;

    RoleRemoval(Warehouse warehouse, Leftovers leftovers) {
        this.warehouse = warehouse;
        this.leftovers = leftovers;
    }

    /** Looks after everything of ended grants that is still there, and tells what has been for over a minute. */
    void sweep() {
        try {
            RoleClaims.prepare(warehouse);
            warehouse
                    .inTransaction(connection -> new RoleClaims(connection).leftBehind())
                    .forEach(this::remove);
            for (String role : leftovers.standing()) {
                if (!warehouse.inTransaction(connection -> Logins.exists(connection, role))) {
                    leftovers.undone(role);
                }
            }
        } catch (SQLException away) {
            LOG.warn("What ended grants left in the warehouse cannot be looked at: {}", WarehouseErrors.said(away));
        }
        leftovers.tell();
    }

    /** Tries every step, whichever of them is refused, and remembers what was. */
    void remove(RoleNames roles) {
        List<SQLException> refused = new ArrayList<>();
        List<String> elsewhere = new ArrayList<>();
        List<String> owners = new ArrayList<>();
        attempt(refused, () -> owners.addAll(owners(roles)));
        attempt(refused, () -> elsewhere.addAll(elsewhere(roles, owners)));
        attempt(refused, () -> closeLogin(roles));
        attempt(refused, () -> putAway(warehouse, roles, owners));
        for (String database : elsewhere) {
            attempt(refused, () -> clear(database, roles, owners));
        }
        if (refused.isEmpty()) {
            attempt(refused, () -> closeOwn(roles));
            attempt(refused, () -> drop(roles));
        }
        if (refused.isEmpty()) {
            leftovers.undone(roles.grant());
        } else {
            leftovers.stands(WarehouseNotice.Stands.of(roles, true, refused.getFirst()));
        }
    }

    /** On older servers a holder may make anything of theirs that of any of their grants. */
    private List<String> owners(RoleNames roles) throws SQLException {
        return warehouse.inTransaction(connection -> {
            List<String> owners = new ArrayList<>(new RoleClaims(connection).rolesOf(roles.login()));
            owners.addFirst(roles.login());
            if (Logins.exists(connection, roles.local())) {
                owners.add(roles.local());
            }
            return owners;
        });
    }

    private List<String> elsewhere(RoleNames roles, List<String> owners) throws SQLException {
        return warehouse.inTransaction(connection -> {
            List<String> databases = new ArrayList<>();
            try (PreparedStatement statement = connection.prepareStatement(ELSEWHERE)) {
                statement.setString(1, roles.grant());
                statement.setArray(2, connection.createArrayOf("text", owners.toArray()));
                try (ResultSet row = statement.executeQuery()) {
                    while (row.next()) {
                        databases.add(row.getString(1));
                    }
                }
            }
            return databases;
        });
    }

    private void closeLogin(RoleNames roles) throws SQLException {
        warehouse.<Void>inTransaction(connection -> {
            new RoleClaims(connection).lockHastily();
            new Logins(connection, roles.grant()).afterEnd(roles.login());
            return null;
        });
    }

    /** With whatever it still owns, so not before that was put away. */
    private void closeOwn(RoleNames roles) throws SQLException {
        warehouse.<Void>inTransaction(connection -> {
            new RoleClaims(connection).lockHastily();
            for (String own : roles.ofLease()) {
                new PageLogin(connection, own).afterEnd();
            }
            return null;
        });
    }

    /** What the role itself owns: for as long as it does, views and functions among it read with the role's rights. */
    void putAwayOwn(RoleNames roles) throws SQLException {
        putAway(warehouse, roles, List.of(roles.grant()));
    }

    /** Closed to others first, in a transaction of its own: changing an owner may have to wait for who reads right now. */
    private void putAway(Warehouse database, RoleNames roles, List<String> owners) throws SQLException {
        for (String owner : owners) {
            List<String> found = database.inTransaction(connection -> {
                Belongings belongings = new Belongings(connection, owner);
                List<String> owned = belongings.owned();
                if (!owned.isEmpty()) {
                    belongings.close();
                }
                return owned;
            });
            if (!found.isEmpty()) {
                String name = database.inTransaction(connection -> {
                    new Belongings(connection, owner).putAway();
                    return connection.getCatalog();
                });
                leftovers.putAway(new WarehouseNotice.PutAway(roles.grant(), owner, name, Belongings.KEEPER, found));
            }
        }
    }

    /** The same in another database of the server, where only a connection of its own reaches. */
    private void clear(String database, RoleNames roles, List<String> owners) throws SQLException {
        Warehouse other = warehouse.in(database);
        try {
            putAway(other, roles, owners);
            other.<Void>inTransaction(connection -> {
                new GrantRole(connection, roles).dropOwned();
                return null;
            });
        } catch (SQLException refused) {
            String statement =
                    "/* in the database \"%s\" */ reassign owned by \"%s\", \"%s\" to %s; drop owned by \"%s\""
                            .formatted(database, roles.login(), roles.grant(), Belongings.KEEPER, roles.grant());
            throw new RefusedStatement(statement, refused);
        }
    }

    private void drop(RoleNames roles) throws SQLException {
        warehouse.<Void>inTransaction(connection -> {
            RoleClaims claims = new RoleClaims(connection);
            claims.lockHastily();
            GrantRole role = new GrantRole(connection, roles);
            if (claims.over(roles.grant()) && role.exists()) {
                role.drop();
            }
            return null;
        });
    }

    private static void attempt(List<SQLException> refused, Step step) {
        try {
            step.run();
        } catch (SQLException refusal) {
            refused.add(refusal);
        }
    }

    private interface Step {
        void run() throws SQLException;
    }
}
