package dev.quartermaster.actions.provider.grant.warehouse;

import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The PostgreSQL that holds the organisation's data, reached as a role that may create roles and grant on its tables.
 * Not a {@code DataSource} bean and without a pool: it must never be taken for Quartermaster's own database, and is
 * asked a few times a minute.
 */
public final class Warehouse {
    private static final String PREFIX = "jdbc:";

    private final PGSimpleDataSource source = new PGSimpleDataSource();
    private final String url;

    private Warehouse(String url, String username, String password) {
        this.url = url;
        source.setUrl(url);
        source.setUser(username);
        source.setPassword(password);
        source.setApplicationName("quartermaster");
        // Seconds. A provider may not block longer than a few of them, whatever the network does.
        source.setConnectTimeout(3);
        source.setLoginTimeout(4);
        source.setSocketTimeout(8);
    }

    /** @param url JDBC, {@code jdbc:postgresql://host:port/database} */
    public static Warehouse at(String url, String username, String password) {
        if (!url.startsWith("jdbc:postgresql:")) {
            throw new IllegalArgumentException(
                    "QUARTERMASTER_WAREHOUSE_URL must start with jdbc:postgresql:, it is the warehouse's JDBC address");
        }
        return new Warehouse(url, username, password);
    }

    /** Another database of the same server, as the same role. */
    public Warehouse in(String database) {
        Warehouse other = new Warehouse(url, source.getUser(), source.getPassword());
        other.source.setDatabaseName(database);
        return other;
    }

    /**
     * A session of somebody else, for one query of a stranger: it can only read, an answer of more than 16 MB is given up,
     * and what the query's time is measured by is set before the query can say anything. To be closed by the caller.
     */
    public Connection reading(String login, String password, Duration longest) throws SQLException {
        PGSimpleDataSource other = new PGSimpleDataSource();
        other.setUrl(url);
        other.setUser(login);
        other.setPassword(password);
        other.setApplicationName("quartermaster query page");
        other.setConnectTimeout(3);
        other.setLoginTimeout(4);
        other.setSocketTimeout((int) longest.plusSeconds(5).toSeconds());
        other.setBinaryTransfer(false);
        other.setMaxResultBuffer("16M");
        other.setOptions("-c statement_timeout=" + longest.toMillis() + " -c lock_timeout=3000"
                + " -c default_transaction_read_only=on -c standard_conforming_strings=on"
                + " -c idle_in_transaction_session_timeout="
                + longest.plusSeconds(5).toMillis());
        Connection connection = other.getConnection();
        connection.setReadOnly(true);
        connection.setAutoCommit(false);
        return connection;
    }

    /** Its name, as it stands in the address. */
    public String database() {
        @Nullable String path = address().getPath();
        return path == null ? "" : path.replaceFirst("^/", "");
    }

    private URI address() {
        return URI.create(jdbcUrl().substring(PREFIX.length()));
    }

    /** The address as people may see it: whatever it carried of users, passwords and options is left out. */
    public String jdbcUrl() {
        int query = url.indexOf('?');
        if (query < 0) {
            return url;
        }
        String kept = Arrays.stream(url.substring(query + 1).split("&"))
                .filter(each -> each.startsWith("sslmode=") || each.startsWith("sslrootcert="))
                .collect(Collectors.joining("&"));
        return url.substring(0, query) + (kept.isEmpty() ? "" : "?" + kept);
    }

    /** A command that asks for the password itself, so that it lands in no shell history. */
    public String psql(String login) {
        return "psql -h " + host() + " -p " + port() + " -d " + word(database()) + " -U " + login;
    }

    /** As libpq, and what is built on it, takes it from the environment. */
    public Map<String, String> environment(String login, String password) {
        return Map.of(
                "PGHOST", host(),
                "PGPORT", String.valueOf(port()),
                "PGDATABASE", database(),
                "PGUSER", login,
                "PGPASSWORD", password);
    }

    private String host() {
        @Nullable String host = address().getHost();
        return host == null ? "localhost" : host;
    }

    private int port() {
        int port = address().getPort();
        return port < 0 ? 5432 : port;
    }

    /** As one word of a shell. */
    private static String word(String text) {
        return text.matches("[A-Za-z0-9_.-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
    }

    /**
     * One transaction; limits on waiting inside the server too, so that a lock elsewhere never holds a worker. No schema
     * but the server's own is searched: what people may have made under a known name is never called with our rights.
     */
    public <T> T inTransaction(Work<T> work) throws SQLException {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            try (Statement limits = connection.createStatement()) {
                limits.execute("set local statement_timeout = '5s'; set local lock_timeout = '3s';"
                        + " set local search_path = pg_catalog, pg_temp");
            }
            T result = work.on(connection);
            connection.commit();
            return result;
        }
    }

    /** The same, where no transaction that a person leaves open may hold it up. */
    public <T> T insistently(Work<T> work) throws SQLException {
        return inTransaction(connection -> {
            int backend = connection.unwrap(PGConnection.class).getBackendPID();
            try (LockBreaker _ = LockBreaker.watch(this, backend)) {
                return work.on(connection);
            }
        });
    }

    public interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    @Override
    public String toString() {
        return "Warehouse[" + jdbcUrl() + "]";
    }
}
