package dev.quartermaster.deploy.trial;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The program's embedded PostgreSQL seen from outside: its rows, its clock, its process. */
record Embedded(Path home) {
    List<String> select(String query) throws IOException, SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            List<String> found = new ArrayList<>();
            while (row.next()) {
                found.add(row.getString(1));
            }
            return found;
        }
    }

    void change(String sql) throws IOException, SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** As the local workspace may, and as nobody may where it matters: a program that starts later refuses. */
    void clock(Duration ahead) throws IOException, SQLException {
        change("update time_offset set \"offset\" = interval '" + ahead.toSeconds() + " seconds'");
    }

    ProcessHandle postmaster() throws IOException {
        return ProcessHandle.of(Long.parseLong(Files.readAllLines(home.resolve("postgres/postmaster.pid"))
                        .getFirst()
                        .strip()))
                .orElseThrow();
    }

    /** One that was started after another ended; empty: none yet. */
    Optional<ProcessHandle> after(ProcessHandle ended) {
        try {
            return Optional.of(postmaster()).filter(running -> running.pid() != ended.pid());
        } catch (IOException | RuntimeException notYet) {
            return Optional.empty();
        }
    }

    private Connection connect() throws IOException, SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:"
                        + Files.readString(home.resolve("postgres.port")).strip() + "/quartermaster",
                "postgres",
                Files.readString(home.resolve("postgres.secret")).strip());
    }
}
