package dev.quartermaster.deploy.trial;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/** A PostgreSQL of the organisation's own: a database for the program, and a warehouse with a few rows in it. */
record Outside(EmbeddedPostgres server) implements AutoCloseable {
    static Outside start() throws IOException, SQLException {
        Outside outside = new Outside(EmbeddedPostgres.builder()
                .setServerConfig("max_connections", "200")
                .start());
        outside.execute("postgres", "create database own");
        outside.execute("postgres", "create role steward login createrole password 'steward'");
        outside.execute("postgres", "create database warehouse owner steward");
        outside.execute("warehouse", """
                set role steward;
                create schema synthetic;
                create table synthetic.customers (id int);
                create table synthetic.transactions (id int);
                create table synthetic.products (id int);
                create schema sales;
                create table sales.orders (id int);
                create table sales.returns (id int);
                create schema customer;
                create table customer.accounts (id int, holder text, email text, iban text);
                create table customer.transactions (id int);
                insert into sales.orders select generate_series(1, 10);""");
        return outside;
    }

    int port() {
        return server.getPort();
    }

    Map<String, String> database() {
        return Map.of(
                "SPRING_DATASOURCE_URL", "jdbc:postgresql://127.0.0.1:" + port() + "/own",
                "SPRING_DATASOURCE_USERNAME", "postgres",
                "SPRING_DATASOURCE_PASSWORD", "postgres");
    }

    /** @param port of the server, or of a wire to it */
    Map<String, String> warehouse(int port) {
        return Map.of(
                "QUARTERMASTER_WAREHOUSE_URL", "jdbc:postgresql://127.0.0.1:" + port + "/warehouse",
                "QUARTERMASTER_WAREHOUSE_USERNAME", "steward",
                "QUARTERMASTER_WAREHOUSE_PASSWORD", "steward");
    }

    private void execute(String database, String sql) throws SQLException {
        try (Connection connection = server.getDatabase("postgres", database).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
