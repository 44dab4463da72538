package dev.quartermaster.bot.slack.stand;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One real server a test JVM; hands a {@link Fresh} database to whoever asks. The edge migrates it itself. */
public final class Postgres implements ParameterResolver {
    /** An empty database, by its JDBC address; user {@code postgres}. */
    public record Fresh(String url) {}

    private record Running(EmbeddedPostgres postgres) implements AutoCloseable {
        static Running start() {
            try {
                return new Running(EmbeddedPostgres.builder()
                        .setServerConfig("max_connections", "200")
                        .start());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() throws IOException {
            postgres.close();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Fresh.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        EmbeddedPostgres server = context.getRoot()
                .getStore(Namespace.create(Postgres.class))
                .computeIfAbsent("server", key -> Running.start(), Running.class)
                .postgres();
        String name = "edge_" + UUID.randomUUID().toString().replace("-", "");
        JdbcClient.create(server.getPostgresDatabase())
                .sql("create database " + name)
                .update();
        return new Fresh(server.getJdbcUrl("postgres", name));
    }
}
