package dev.quartermaster.actions.provider.grant;

import dev.quartermaster.actions.provider.grant.warehouse.Warehouse;
import dev.quartermaster.actions.provider.grant.warehouse.WarehouseErrors;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * What every login of the warehouse's server may do because PUBLIC may, those of grants among them: connect to other
 * databases, keep copies. PostgreSQL cannot deny one role what PUBLIC has, and other people's logins may live by it, so
 * nothing is changed: the statements stand in the log for whoever owns the server. The embedded server's are closed.
 */
@Component
class PublicRights {
    private static final Logger LOG = LoggerFactory.getLogger(PublicRights.class);

    private static final String OPEN = """
            select format('REVOKE CONNECT ON DATABASE %I FROM PUBLIC', datname) from pg_database
            where datallowconn and has_database_privilege('public', oid, 'CONNECT')
            union all
            select format('REVOKE TEMPORARY ON DATABASE %I FROM PUBLIC', datname) from pg_database
            where datname = current_database() and has_database_privilege('public', oid, 'TEMPORARY')
            union all
            select format('REVOKE CREATE ON DATABASE %I FROM PUBLIC', datname) from pg_database
            where datname = current_database() and has_database_privilege('public', oid, 'CREATE')
            union all
            select format('REVOKE CREATE ON SCHEMA %I FROM PUBLIC', nspname) from pg_namespace
            where nspname !~ '^pg_' and has_schema_privilege('public', oid, 'CREATE')
            order by 1""";

    private final Warehouse warehouse;

    PublicRights(Warehouse warehouse) {
        this.warehouse = warehouse;
    }

    @EventListener(ApplicationReadyEvent.class)
    void look() {
        try {
            List<String> statements = warehouse.inTransaction(PublicRights::open);
            if (!statements.isEmpty()) {
                LOG.warn(
                        "On the warehouse's server everybody may do more than a grant should give, people's logins too."
                                + " Where nobody else needs it, run there: {}",
                        String.join("; ", statements));
            }
        } catch (SQLException trouble) {
            LOG.warn("What PUBLIC may do on the warehouse's server is not known: {}", WarehouseErrors.said(trouble));
        }
    }

    static List<String> open(Connection connection) throws SQLException {
        List<String> statements = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(OPEN)) {
            while (row.next()) {
                statements.add(row.getString(1));
            }
        }
        return statements;
    }
}
