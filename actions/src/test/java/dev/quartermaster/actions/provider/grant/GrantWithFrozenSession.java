package dev.quartermaster.actions.provider.grant;

import dev.quartermaster.actions.provider.Credentials;
import dev.quartermaster.actions.provider.Order;
import dev.quartermaster.actions.provider.Provider;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The provider on a real warehouse, and a session of a holder whose process is frozen: asked to close, it stays open. */
public record GrantWithFrozenSession(Connection session, long process) implements AutoCloseable {
    public static Provider provider() {
        return TestWarehouse.provider();
    }

    /** @param order one that was made */
    public static GrantWithFrozenSession of(Order order) throws SQLException, IOException {
        Credentials credentials = TestWarehouse.provider().credentials(order).orElseThrow();
        Connection session = TestWarehouse.with(credentials);
        try (Statement statement = session.createStatement();
                ResultSet row = statement.executeQuery("select pg_backend_pid()")) {
            row.next();
            GrantWithFrozenSession frozen = new GrantWithFrozenSession(session, row.getLong(1));
            frozen.signal("STOP");
            return frozen;
        }
    }

    public void thaw() throws IOException {
        signal("CONT");
    }

    private void signal(String signal) throws IOException {
        new ProcessBuilder("kill", "-" + signal, Long.toString(process))
                .start()
                .onExit()
                .join();
    }

    @Override
    public void close() throws SQLException, IOException {
        thaw();
        session.close();
    }
}
