package dev.quartermaster.actions.provider.grant;

import dev.quartermaster.actions.doctor.Checkup;
import dev.quartermaster.actions.doctor.Finding;
import dev.quartermaster.actions.doctor.SetupCheck;
import dev.quartermaster.actions.provider.grant.warehouse.Statements;
import dev.quartermaster.actions.provider.grant.warehouse.Warehouse;
import dev.quartermaster.actions.provider.grant.warehouse.WarehouseErrors;
import dev.quartermaster.intents.catalogue.Dataset;
import dev.quartermaster.intents.catalogue.DatasetName;
import dev.quartermaster.intents.catalogue.GoldenPath;
import dev.quartermaster.intents.config.Bundle;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Whether our login at the warehouse may make roles and grant what the catalogue offers. */
public final class WarehouseCheck implements SetupCheck {
    private static final String SUBJECT = "Warehouse";
    private static final String OURS = """
            select current_user, r.rolcreaterole or r.rolsuper,
              has_database_privilege(current_database(), 'CREATE') or to_regnamespace('quartermaster') is not null,
              current_database()
            from pg_roles r where r.rolname = current_user""";
    private static final String TABLE = """
            select c.oid is not null, coalesce(has_table_privilege(c.oid, ?), false),
              coalesce(has_schema_privilege(n.oid, 'USAGE WITH GRANT OPTION'), false)
            from (select) nothing left join pg_namespace n on n.nspname = ?
              left join pg_class c on c.relnamespace = n.oid and c.relname = ?""";

    private final Warehouse warehouse;

    public WarehouseCheck(Warehouse warehouse) {
        this.warehouse = warehouse;
    }

    @Override
    public Checkup look(Bundle bundle) {
        try {
            return new Checkup(
                    SUBJECT, warehouse.jdbcUrl(), warehouse.inTransaction(connection -> findings(connection, bundle)));
        } catch (SQLException trouble) {
            var finding = new Finding(
                    "The warehouse can't be asked: " + WarehouseErrors.said(trouble) + ".",
                    granting(bundle),
                    "everybody who asks for data",
                    "See QUARTERMASTER_WAREHOUSE_URL, _USERNAME and _PASSWORD, and whether the server lets this machine in.");
            return new Checkup(SUBJECT, warehouse.jdbcUrl(), List.of(finding));
        }
    }

    private static List<Finding> findings(Connection connection, Bundle bundle) throws SQLException {
        var found = new ArrayList<Finding>();
        var statements = new Statements(connection);
        String login;
        try (PreparedStatement asked = connection.prepareStatement(OURS);
                ResultSet row = asked.executeQuery()) {
            row.next();
            login = row.getString(1);
            if (!row.getBoolean(2)) {
                found.add(new Finding(
                        "Our login " + login + " may not make roles, and each grant is one.",
                        granting(bundle),
                        "everybody who asks for data",
                        statements.said("ALTER ROLE %I CREATEROLE;", login)));
            }
            if (!row.getBoolean(3)) {
                found.add(new Finding(
                        "Our login " + login + " may not make the schema in which it keeps its notes.",
                        granting(bundle),
                        "everybody who asks for data",
                        statements.said("GRANT CREATE ON DATABASE %I TO %I;", row.getString(4), login)));
            }
        }
        Map<String, Finding> once = new LinkedHashMap<>();
        for (Dataset dataset : bundle.catalogue().datasets().values().stream()
                .sorted(Comparator.comparing(Dataset::name))
                .toList()) {
            dataset(statements, login, dataset, bundle)
                    .forEach(each -> once.merge(each.words(), each, (one, other) -> one));
        }
        found.addAll(once.values());
        return found;
    }

    private static List<Finding> dataset(Statements statements, String login, Dataset dataset, Bundle bundle)
            throws SQLException {
        var name = dataset.clearTextOf() == null ? dataset.name() : dataset.clearTextOf();
        var right = dataset.masked().isEmpty() ? "SELECT WITH GRANT OPTION" : "SELECT";
        var paths = paths(bundle, dataset.name());
        try (PreparedStatement asked = statements.connection().prepareStatement(TABLE)) {
            var values = List.of(right, name.schema(), name.table());
            for (int i = 0; i < values.size(); i++) {
                asked.setString(i + 1, values.get(i));
            }
            try (ResultSet row = asked.executeQuery()) {
                row.next();
                if (!row.getBoolean(1)) {
                    return List.of(new Finding(
                            "There is no table " + name + ", which data.yaml offers.",
                            paths,
                            "whoever asks for it",
                            "Make it, or take it out of data.yaml."));
                }
                var found = new ArrayList<Finding>();
                if (!row.getBoolean(3)) {
                    found.add(new Finding(
                            "Our login " + login + " may not give others the schema " + name.schema() + ".",
                            paths,
                            "whoever asks for what is in it",
                            statements.said(
                                    "GRANT USAGE ON SCHEMA %I TO %I WITH GRANT OPTION;", name.schema(), login)));
                }
                if (!row.getBoolean(2)) {
                    found.add(new Finding(
                            "Our login " + login + " may not "
                                    + (dataset.masked().isEmpty() ? "give others " : "read ") + name + ".",
                            paths,
                            "whoever asks for it",
                            statements.said(
                                    "GRANT SELECT ON %I.%I TO %I"
                                            + (dataset.masked().isEmpty() ? " WITH GRANT OPTION;" : ";"),
                                    name.schema(),
                                    name.table(),
                                    login)));
                }
                return found;
            }
        }
    }

    private static List<String> granting(Bundle bundle) {
        return bundle.catalogue().paths().values().stream()
                .filter(path -> path.parts().stream().anyMatch(part -> part.type() instanceof GrantPart))
                .map(path -> path.name().value())
                .toList();
    }

    private static List<String> paths(Bundle bundle, DatasetName dataset) {
        return bundle.catalogue().paths().values().stream()
                .filter(path -> reaches(path, dataset))
                .map(path -> path.name().value())
                .toList();
    }

    /** What is chosen by a parameter may be any of them, and is left out. */
    private static boolean reaches(GoldenPath path, DatasetName dataset) {
        return path.parts().stream()
                .filter(part -> part.type() instanceof GrantPart)
                .flatMap(part -> part.spec().get("datasets") instanceof List<?> names
                        ? names.stream().map(String::valueOf)
                        : Stream.empty())
                .filter(name -> !name.contains("${"))
                .anyMatch(name -> new DatasetName(name).covers(dataset));
    }
}
