package dev.quartermaster.bot.wiring;

import java.io.IOException;
import java.net.BindException;
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
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;

/**
 * A real PostgreSQL on loopback with its files under the home folder, always on the same port, because people keep the
 * warehouse's address. A server left running by a killed process is taken over, because its data folder cannot have
 * two; one that ends by itself is started again.
 */
final class EmbeddedServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedServer.class);
    private static final String REPORTS = "quartermaster_reports";

    private final PostgresProcess postmaster;
    private final int port;
    private final String password;

    private EmbeddedServer(PostgresProcess postmaster, int port, String password) {
        this.postmaster = postmaster;
        this.port = port;
        this.password = password;
    }

    /** @param owned that this process may: shown by having it */
    static EmbeddedServer start(DataDirectory home, DirectoryLock owned) throws IOException {
        PostgresProcess postmaster = new PostgresProcess(home);
        // Asked to end while it still starts, Spring may let the program go without closing anything.
        SpringApplication.getShutdownHandlers().add(postmaster::end);
        int port = postmaster.leftBehind().isPresent() ? postmaster.takeOver() : postmaster.start(port(home));
        EmbeddedServer server = new EmbeddedServer(postmaster, port, home.secret("postgres"));
        Files.writeString(home.resolve("postgres.port"), Integer.toString(port));
        server.watch();
        return server;
    }

    String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** The role that {@code role} reads reports as; where the server is somebody else's, the migrations make it. */
    void ensureReports(String role) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url("postgres"), "postgres", password);
                Statement statement = connection.createStatement()) {
            if (!exists(connection, "select 1 from pg_roles where rolname = ?", REPORTS)) {
                statement.execute("create role " + REPORTS + " nologin");
            }
            statement.execute("grant " + REPORTS + " to " + role);
        }
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
            // The server's own two as well: whoever has a login of the warehouse would get into them otherwise.
            statement.execute("revoke all on database " + database + ", postgres, template1 from public");
        }
    }

    /** Stops it, whoever started it: a later run starts its own. */
    @Override
    public void close() {
        postmaster.end();
    }

    private void watch() {
        postmaster.onExit(() -> Thread.ofVirtual().name("embedded-postgres").start(this::revive));
    }

    /** Until it runs again: its orphaned backends take a moment to go, and until then a new one is refused. */
    private void revive() {
        while (!postmaster.ended()) {
            LOG.error("The embedded PostgreSQL has ended without being asked to; it is started again. Until then"
                    + " nothing is accepted or done, and nothing that was accepted is lost.");
            try {
                Thread.sleep(500);
                postmaster.start(port);
                LOG.info("The embedded PostgreSQL runs again");
                watch();
                return;
            } catch (IOException | RuntimeException notYet) {
                LOG.warn("The embedded PostgreSQL does not start yet: {}", notYet.getMessage());
            } catch (InterruptedException stopping) {
                return;
            }
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

    /** The one of the last run where it is free, otherwise any. */
    private static int port(DataDirectory home) throws IOException {
        Path kept = home.resolve("postgres.port");
        if (Files.exists(kept)) {
            try {
                return free(Integer.parseInt(Files.readString(kept).strip()));
            } catch (BindException taken) {
                LOG.warn(
                        "The embedded PostgreSQL's port {} is taken; it gets another one",
                        Files.readString(kept).strip());
            }
        }
        return any();
    }

    /** Below those that systems give to whoever asks for one: nobody is given it until the server has it. */
    private static int any() throws IOException {
        for (int tried = 0; tried < 100; tried++) {
            try {
                return free(ThreadLocalRandom.current().nextInt(12_000, 32_000));
            } catch (BindException taken) {
                continue;
            }
        }
        throw new IOException("No free port between 12000 and 32000 for the embedded PostgreSQL");
    }

    private static int free(int port) throws IOException {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
