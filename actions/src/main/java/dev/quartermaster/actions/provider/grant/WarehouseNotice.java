package dev.quartermaster.actions.provider.grant;

import dev.quartermaster.actions.provider.grant.warehouse.RefusedStatement;
import dev.quartermaster.actions.provider.grant.warehouse.WarehouseErrors;
import java.sql.SQLException;
import java.util.List;

/**
 * Published for the platform team, within a transaction on our own database that a listener's message joins.
 */
public sealed interface WarehouseNotice {
    /**
     * For over a minute something of an ended grant could not be undone.
     *
     * @param role the grant's own, named after its lease
     * @param ended whether reading has ended and only the role is still there; otherwise the grant is still in force
     * @param statement what was refused last, or is to be run by hand
     * @param said by the server, one line
     */
    record Stands(String role, boolean ended, String statement, String said) implements WarehouseNotice {
        /** Where no statement came so far, the one to begin with by hand. */
        static Stands of(RoleNames roles, boolean ended, SQLException refusal) {
            String otherwise = ended
                    ? "drop owned by \"%s\"; drop role \"%s\"".formatted(roles.grant(), roles.grant())
                    : "revoke \"%s\" from \"%s\"".formatted(roles.grant(), roles.login());
            String statement = refusal instanceof RefusedStatement refused ? refused.statement() : otherwise;
            return new Stands(roles.grant(), ended, statement, WarehouseErrors.said(refusal));
        }
    }

    /** What was told as standing is undone now. */
    record Undone(String role) implements WarehouseNotice {}

    /**
     * What was found left behind at an end was put out of everybody's reach.
     *
     * @param keeper the role it belongs to now
     * @param objects as the server describes them
     */
    record PutAway(String role, String owner, String database, String keeper, List<String> objects)
            implements WarehouseNotice {
        public PutAway {
            objects = List.copyOf(objects);
        }
    }
}
