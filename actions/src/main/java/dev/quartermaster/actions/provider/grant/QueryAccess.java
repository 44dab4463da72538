package dev.quartermaster.actions.provider.grant;

import dev.quartermaster.actions.bundle.Bundles;
import dev.quartermaster.actions.provider.grant.query.BoundedQuery;
import dev.quartermaster.actions.provider.grant.query.QueryResult;
import dev.quartermaster.actions.provider.grant.query.QueryStop;
import dev.quartermaster.actions.provider.grant.warehouse.Warehouse;
import dev.quartermaster.actions.provider.grant.warehouse.WarehouseErrors;
import dev.quartermaster.intents.catalogue.Catalogue;
import dev.quartermaster.intents.plan.LeaseId;
import dev.quartermaster.intents.plan.Part;
import dev.quartermaster.intents.plan.PartName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Queries with the rights of one lease's grants and no others. The warehouse itself says whether the lease still has any:
 * a login is opened for one session, under the lock that an end takes, so that none begins after it.
 */
@Component
public class QueryAccess {
    private static final Logger LOG = LoggerFactory.getLogger(QueryAccess.class);
    /** Another process may have made another password in between. */
    private static final int TRIES = 3;

    private final Warehouse warehouse;
    private final Bundles bundles;

    QueryAccess(Warehouse warehouse, Bundles bundles) {
        this.warehouse = warehouse;
        this.bundles = bundles;
    }

    /** Whether the part gives rights that can be queried with. */
    public static boolean opens(Part part) {
        return part.provider().equals(new GrantPart().kind());
    }

    /** What can be selected from by the part, as the warehouse calls it. */
    public List<String> tables(Part part) {
        Catalogue catalogue = bundles.current().catalogue();
        return part.reaches().stream()
                .flatMap(each -> catalogue.covered(each).stream())
                .map(dataset -> dataset.readAs().value())
                .distinct()
                .sorted()
                .toList();
    }

    /** Blocks until it is over; {@code stop} ends it from elsewhere. */
    public QueryResult run(LeaseId lease, Collection<PartName> parts, String sql, QueryStop stop) {
        String page = RoleNames.page(lease);
        try {
            for (int tried = 1; ; tried++) {
                Optional<String> password = open(lease, parts, page);
                if (password.isEmpty()) {
                    return new QueryResult.Over();
                }
                try (Connection session = warehouse.reading(page, password.get(), BoundedQuery.LONGEST)) {
                    return run(session, page, sql, stop);
                } catch (SQLException refused) {
                    if (tried == TRIES || !WarehouseErrors.state(refused).startsWith("28")) {
                        throw refused;
                    }
                }
            }
        } catch (SQLException trouble) {
            String state = WarehouseErrors.state(trouble);
            LOG.warn("A query of {} could not be run: {}", lease, state);
            return state.startsWith("53") || state.startsWith("55")
                    ? new QueryResult.Busy()
                    : new QueryResult.Unreachable();
        }
    }

    private Optional<String> open(LeaseId lease, Collection<PartName> parts, String page) throws SQLException {
        return warehouse.insistently(connection -> {
            RoleClaims claims = new RoleClaims(connection);
            claims.lockHastily();
            List<RoleNames> alive = new ArrayList<>();
            for (PartName part : parts) {
                RoleNames roles = new RoleNames(RoleNames.grant(lease, part.value()), page);
                if (claims.lasts(roles.grant())) {
                    alive.add(roles);
                }
            }
            return alive.isEmpty() ? Optional.empty() : Optional.of(new PageLogin(connection, page).open(alive));
        });
    }

    private QueryResult run(Connection session, String page, String sql, QueryStop stop) throws SQLException {
        int backend = session.unwrap(PGConnection.class).getBackendPID();
        boolean known = false;
        try {
            QueryResult result = BoundedQuery.run(session, sql, stop);
            known = true;
            return result;
        } finally {
            if (!known) {
                end(page, backend);
            }
        }
    }

    /** What does not answer may still run. */
    private void end(String page, int backend) {
        try {
            warehouse.<Void>inTransaction(connection -> {
                new LoginSessions(connection).end(page, backend);
                return null;
            });
        } catch (SQLException trouble) {
            LOG.warn("A session of {} could not be ended: {}", page, WarehouseErrors.state(trouble));
        }
    }
}
