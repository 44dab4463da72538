package dev.quartermaster.actions.provider.grant.warehouse;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * SQL that cannot take parameters (roles, grants), with its identifiers quoted by the server and never by us.
 *
 * @param role whose grant it is run for: then each statement is noted beside the roles, in the transaction that runs it;
 *     empty: not noted, as everything that holds a secret
 */
public record Statements(Connection connection, String role) {
    public Statements(Connection connection) {
        this(connection, "");
    }

    public static void prepare(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("create table if not exists quartermaster.statement (id bigint generated always as"
                    + " identity primary key, role text not null, at timestamptz not null default clock_timestamp(),"
                    + " sql text not null)");
            statement.execute("create index if not exists statement_role on quartermaster.statement (role)");
        }
    }

    /** What was run for the role, in order; a statement that was repeated stands once. */
    public List<String> noted() throws SQLException {
        Set<String> noted = new LinkedHashSet<>();
        try (PreparedStatement query =
                connection.prepareStatement("select sql from quartermaster.statement where role = ? order by id")) {
            query.setString(1, role);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    noted.add(row.getString(1));
                }
            }
        }
        return List.copyOf(noted);
    }

    /** @param template in the language of PostgreSQL's {@code format}: {@code %I} an identifier, {@code %L} a literal */
    public void run(String template, String... values) throws SQLException {
        execute(said(template, values));
    }

    /** The statement as it would be run. */
    public String said(String template, String... values) throws SQLException {
        try (PreparedStatement quote = connection.prepareStatement("select format(?, variadic ?::text[])")) {
            quote.setString(1, template);
            quote.setArray(2, connection.createArrayOf("text", values));
            try (ResultSet row = quote.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }

    /**
     * @param sql as {@link #said} made it
     * @throws RefusedStatement when the server does not run it
     */
    public void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException refused) {
            throw new RefusedStatement(sql, refused);
        }
        if (!role.isEmpty()) {
            try (PreparedStatement note =
                    connection.prepareStatement("insert into quartermaster.statement (role, sql) values (?, ?)")) {
                note.setString(1, role);
                note.setString(2, sql);
                note.executeUpdate();
            }
        }
    }

    public boolean holds(String query, String... values) throws SQLException {
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
