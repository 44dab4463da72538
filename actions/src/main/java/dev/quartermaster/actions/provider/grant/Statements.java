package dev.quartermaster.actions.provider.grant;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** SQL that cannot take parameters (roles, grants), with its identifiers quoted by the server and never by us. */
record Statements(Connection connection) {
    /** @param template in the language of PostgreSQL's {@code format}: {@code %I} an identifier, {@code %L} a literal */
    void run(String template, String... values) throws SQLException {
        String sql;
        try (PreparedStatement quote = connection.prepareStatement("select format(?, variadic ?::text[])")) {
            quote.setString(1, template);
            quote.setArray(2, connection.createArrayOf("text", values));
            try (ResultSet row = quote.executeQuery()) {
                row.next();
                sql = row.getString(1);
            }
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    boolean holds(String query, String... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            for (int i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            try (ResultSet row = statement.executeQuery()) {
                return row.next();
            }
        }
    }
}
