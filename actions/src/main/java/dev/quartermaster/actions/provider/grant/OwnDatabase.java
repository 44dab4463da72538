package dev.quartermaster.actions.provider.grant;

import dev.quartermaster.actions.provider.grant.warehouse.Statements;
import dev.quartermaster.actions.provider.grant.warehouse.Warehouse;
import dev.quartermaster.actions.provider.grant.warehouse.WarehouseErrors;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Closes Quartermaster's own database to people's logins: where it shares a server with the warehouse, every login of
 * that server could otherwise connect to it, because PUBLIC may by default.
 */
@Component
class OwnDatabase {
    private static final Logger LOG = LoggerFactory.getLogger(OwnDatabase.class);

    private final DataSource own;
    private final Warehouse warehouse;

    OwnDatabase(DataSource own, Warehouse warehouse) {
        this.own = own;
        this.warehouse = warehouse;
    }

    @EventListener(ApplicationReadyEvent.class)
    void close() {
        try (Connection connection = own.getConnection()) {
            String server = warehouse.inTransaction(OwnDatabase::server);
            if (server.equals(server(connection))) {
                new Statements(connection)
                        .run("revoke connect, temporary on database %I from public", connection.getCatalog());
            }
        } catch (SQLException trouble) {
            LOG.warn(
                    "Could not see to it that people's logins are kept out of Quartermaster's own database; if it is on"
                            + " the warehouse's server, run there: REVOKE CONNECT ON DATABASE … FROM PUBLIC ({})",
                    WarehouseErrors.state(trouble));
        }
    }

    private static String server(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select system_identifier from pg_control_system()")) {
            row.next();
            return row.getString(1);
        }
    }
}
