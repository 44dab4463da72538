package dev.quartermaster.bot.wiring;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real PostgreSQL on loopback with its files under the home folder. Passwords are checked (SCRAM), commits reach the
 * disk. A server left running by a killed process is taken over, because its data folder cannot have two.
 */
final class EmbeddedServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedServer.class);
    private static final String RULES = """
            local all all                scram-sha-256
            host  all all 127.0.0.1/32   scram-sha-256
            host  all all ::1/128        scram-sha-256
            """;

    private final int port;
    private final String password;
    private final @Nullable EmbeddedPostgres owned;
    private final @Nullable ProcessHandle adopted;

    private EmbeddedServer(
            int port, String password, @Nullable EmbeddedPostgres owned, @Nullable ProcessHandle adopted) {
        this.port = port;
        this.password = password;
        this.owned = owned;
        this.adopted = adopted;
    }

    static EmbeddedServer start(Home home) throws IOException {
        Path data = home.resolve("postgres");
        String password = home.secret("postgres");
        Optional<Running> running = Running.in(data);
        if (running.isPresent()) {
            LOG.info("Taking over the embedded PostgreSQL that an earlier run left behind");
            return new EmbeddedServer(
                    running.get().port(), password, null, running.get().process());
        }
        int port = freePort();
        EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setOverrideWorkingDirectory(home.resolve("postgres-binaries").toFile())
                .setPort(port)
                .setPGStartupWait(Duration.ofSeconds(60))
                .setLocaleConfig("pwfile", home.resolve("postgres.secret").toString())
                .setDataDirectoryCustomizer(EmbeddedServer::demandPasswords)
                .setConnectConfig("password", password)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("max_connections", "120")
                .setServerConfig("timezone", "UTC")
                .start();
        return new EmbeddedServer(port, password, server, null);
    }

    String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** Makes a login role and a database it owns, where absent; nobody else may connect to it. */
    void ensure(String database, String role, String rolePassword, boolean mayMakeRoles) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url("postgres"), "postgres", password);
                Statement statement = connection.createStatement()) {
            if (!exists(connection, "select 1 from pg_roles where rolname = ?", role)) {
                statement.execute("create role " + role + " login" + (mayMakeRoles ? " createrole" : ""));
            }
            connection
                    .unwrap(org.postgresql.PGConnection.class)
                    .alterUserPassword(role, rolePassword.toCharArray(), "scram-sha-256");
            if (!exists(connection, "select 1 from pg_database where datname = ?", database)) {
                statement.execute("create database " + database + " owner " + role);
            }
            statement.execute("revoke all on database " + database + " from public");
        }
    }

    /** Stops it, whoever started it: a later run starts its own. */
    @Override
    public void close() throws IOException {
        if (owned != null) {
            owned.close();
        } else if (adopted != null) {
            adopted.destroy();
        }
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (ResultSet found = statement.executeQuery()) {
                return found.next();
            }
        }
    }

    private static void demandPasswords(File data) {
        try {
            Files.writeString(data.toPath().resolve("pg_hba.conf"), RULES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** A server whose process lives, from the file PostgreSQL keeps: line 1 its process, line 4 its port. */
    private record Running(ProcessHandle process, int port) {
        static Optional<Running> in(Path data) throws IOException {
            Path file = data.resolve("postmaster.pid");
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            List<String> lines = Files.readAllLines(file);
            if (lines.size() < 4) {
                return Optional.empty();
            }
            return ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
                    .filter(process -> process.info().command().orElse("").contains("postgres"))
                    .map(process ->
                            new Running(process, Integer.parseInt(lines.get(3).strip())));
        }
    }
}
