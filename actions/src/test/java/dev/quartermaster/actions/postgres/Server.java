package dev.quartermaster.actions.postgres;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One server; databases are copied from a migrated template, which takes some 50 ms instead of a second. */
record Server(EmbeddedPostgres postgres, AtomicInteger databases) implements AutoCloseable {
    static Server start() {
        try {
            Server server = new Server(
                    EmbeddedPostgres.builder()
                            .setServerConfig("max_connections", "200")
                            .start(),
                    new AtomicInteger());
            server.execute("create database prototype");
            Flyway.configure()
                    .dataSource(server.postgres.getDatabase("postgres", "prototype"))
                    .locations("classpath:db/migration")
                    .load()
                    .migrate();
            return server;
        } catch (IOException trouble) {
            throw new UncheckedIOException("PostgreSQL did not start", trouble);
        }
    }

    Database database() {
        String name = "test_" + databases.incrementAndGet();
        execute("create database " + name + " template prototype");
        return Database.at(postgres.getJdbcUrl("postgres", name));
    }

    private void execute(String sql) {
        JdbcClient.create(postgres.getPostgresDatabase()).sql(sql).update();
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }
}
