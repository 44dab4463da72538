package dev.quartermaster.actions.provider.grant;

import dev.quartermaster.actions.bundle.Bundles;
import dev.quartermaster.actions.provider.Credentials;
import dev.quartermaster.actions.provider.OwnAddress;
import dev.quartermaster.actions.provider.grant.warehouse.SampleWarehouse;
import dev.quartermaster.actions.provider.grant.warehouse.Warehouse;
import dev.quartermaster.intents.catalogue.Catalogue;
import dev.quartermaster.intents.catalogue.DataClass;
import dev.quartermaster.intents.catalogue.Dataset;
import dev.quartermaster.intents.catalogue.DatasetName;
import dev.quartermaster.intents.config.Bundle;
import dev.quartermaster.intents.money.PriceList;
import dev.quartermaster.intents.people.Approvals;
import dev.quartermaster.intents.people.GpuNodes;
import dev.quartermaster.intents.people.ImageRules;
import dev.quartermaster.intents.people.Organisation;
import dev.quartermaster.intents.people.People;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.people.PersonLimits;
import dev.quartermaster.intents.people.TeamNamespace;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/**
 * A real server that asks for passwords, with the sample datasets, reached as its owner with no more than CREATEROLE; one
 * for all tests of the JVM.
 */
final class TestWarehouse {
    static final List<String> DATASETS = List.of(
            "synthetic.customers",
            "synthetic.transactions",
            "synthetic.products",
            "product.catalogue",
            "sales.orders",
            "sales.returns",
            "customer.accounts",
            "customer.transactions");

    /** Everything the server logs, every statement among it. */
    static final Path LOG = log();

    private static final EmbeddedPostgres SERVER = start();

    private TestWarehouse() {}

    static Warehouse warehouse() {
        return Warehouse.at(url("warehouse"), "keeper", "");
    }

    static GrantProvider provider() {
        return provider(warehouse(), new KnownLeftovers());
    }

    static GrantProvider provider(Warehouse warehouse, Leftovers leftovers) {
        return provider(warehouse, leftovers, bundles());
    }

    static GrantProvider provider(Warehouse warehouse, Leftovers leftovers, Bundles bundles) {
        RoleRemoval removal = new RoleRemoval(warehouse, leftovers);
        return new GrantProvider(warehouse, bundles, new GrantEnd(warehouse, removal, leftovers), tool(warehouse));
    }

    static QueryTool tool(Warehouse warehouse) {
        return new QueryTool(bundles(), warehouse, new OwnAddress("http://localhost:8080"), new KnownQueryTokens());
    }

    /**
     * A database with the sample datasets of its own in which PUBLIC may do what older servers allow by default and more:
     * connect, make schemas, tables and temporary tables. @return as its owner with no more than CREATEROLE
     */
    static Warehouse lax(String database) throws SQLException {
        try (Connection admin = admin();
                Statement statement = admin.createStatement()) {
            statement.execute("create database " + database + " owner keeper");
        }
        Warehouse lax = Warehouse.at(url(database), "keeper", "");
        SampleWarehouse.fill(lax);
        try (Connection admin = DriverManager.getConnection(url(database), "postgres", "");
                Statement statement = admin.createStatement()) {
            statement.execute("grant connect, create, temporary on database " + database + " to public");
            statement.execute("grant create on schema public to public");
        }
        return lax;
    }

    static String url(String database) {
        return "jdbc:postgresql://localhost:" + SERVER.getPort() + "/" + database;
    }

    static Connection admin() throws SQLException {
        return DriverManager.getConnection(url("warehouse"), "postgres", "");
    }

    static Connection with(Credentials credentials) throws SQLException {
        Map<String, String> lines = credentials.lines();
        return DriverManager.getConnection(lines.get("JDBC"), lines.get("User"), lines.get("Password"));
    }

    static Connection with(Credentials credentials, String database) throws SQLException {
        Map<String, String> lines = credentials.lines();
        return DriverManager.getConnection(url(database), lines.get("User"), lines.get("Password"));
    }

    static DataSource source(String database) {
        return SERVER.getDatabase("postgres", database);
    }

    static Bundles bundles() {
        PersonId owner = new PersonId("dan");
        return bundles(DATASETS.stream()
                .map(DatasetName::new)
                .map(name ->
                        new Dataset(name, name.value(), DataClass.INTERNAL, owner, null, "warehouse", null, List.of()))
                .toList());
    }

    static Bundles bundles(List<Dataset> known) {
        return bundles(known, "");
    }

    /** @param queryLink as organisation.yaml has it */
    static Bundles bundles(List<Dataset> known, String queryLink) {
        Map<DatasetName, Dataset> datasets = new LinkedHashMap<>();
        known.forEach(each -> datasets.put(each.name(), each));
        Bundle bundle = new Bundle(
                "test",
                Map.of(),
                new Organisation(
                        "Test",
                        "EUR",
                        ZoneId.of("Europe/London"),
                        "approvals",
                        "",
                        new ImageRules(List.of(), Map.of(), false),
                        TeamNamespace.CREATED,
                        Duration.ofDays(3),
                        Approvals.STANDARD,
                        PersonLimits.STANDARD,
                        queryLink,
                        GpuNodes.STANDARD),
                new People(Map.of(), Map.of(), Map.of()),
                new Catalogue(Map.of(), datasets),
                new PriceList("EUR", Map.of()),
                asked -> {
                    throw new UnsupportedOperationException();
                });
        return new Bundles() {
            @Override
            public Bundle current() {
                return bundle;
            }

            @Override
            public Bundle byHash(String hash) {
                return bundle;
            }

            @Override
            public People read() {
                return bundle.people();
            }
        };
    }

    private static Path log() {
        try {
            Path log = Files.createTempDirectory("warehouse-log");
            log.toFile().deleteOnExit();
            return log;
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }

    private static EmbeddedPostgres start() {
        try {
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setDataDirectoryCustomizer(data -> Hba.write(data.toPath()))
                    .setServerConfig("scram_iterations", "64")
                    .setServerConfig("log_statement", "all")
                    .setServerConfig("logging_collector", "on")
                    .setServerConfig("log_directory", LOG.toString())
                    .start();
            try (Connection connection = server.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("create role keeper login createrole");
                statement.execute("create database warehouse owner keeper");
            }
            SampleWarehouse.fill(
                    Warehouse.at("jdbc:postgresql://localhost:" + server.getPort() + "/warehouse", "keeper", ""));
            return server;
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        } catch (SQLException trouble) {
            throw new IllegalStateException(trouble);
        }
    }
}
