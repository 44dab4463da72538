package dev.quartermaster.actions.provider.grant.warehouse;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.sql.Statement;

/** The default organisation's datasets with a few thousand made-up rows each, the same on every machine. */
public final class SampleWarehouse {
    private SampleWarehouse() {}

    /**
     * Fills an empty database and closes it to PUBLIC; one that was filled before stays as it is.
     *
     * @param warehouse reached as the database's owner
     * @throws IllegalStateException when the database refuses
     */
    public static void fill(Warehouse warehouse) {
        try {
            warehouse.<Void>inTransaction(connection -> {
                Statements statements = new Statements(connection);
                if (!statements.holds("select 1 from pg_namespace where nspname = 'synthetic'")) {
                    try (Statement statement = connection.createStatement()) {
                        statement.execute(script());
                    }
                }
                statements.run("revoke all on database %I from public", connection.getCatalog());
                return null;
            });
        } catch (SQLException trouble) {
            throw new IllegalStateException("The sample warehouse could not be filled: " + warehouse, trouble);
        }
    }

    private static String script() {
        try (InputStream script = SampleWarehouse.class.getResourceAsStream("sample-warehouse.sql")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
