package dev.quartermaster.actions.provider.grant;

import dev.quartermaster.actions.provider.grant.warehouse.Statements;
import dev.quartermaster.intents.catalogue.Catalogue;
import dev.quartermaster.intents.catalogue.Dataset;
import dev.quartermaster.intents.catalogue.DatasetName;
import dev.quartermaster.intents.intent.Access;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * One right of a role. @param table empty for a right on the schema. @param verb as the server names it: {@code SELECT}
 */
record Privilege(String schema, String table, String verb) implements Comparable<Privilege> {
    private static final List<String> READ = List.of("SELECT");
    /** Changing rows by a condition needs to read them. */
    private static final List<String> WRITE = List.of("SELECT", "INSERT", "UPDATE", "DELETE");

    /**
     * What others grant to the role on things of their own is not ours to take: trying would fail, and with it an end.
     * Nobody reads through it any more once the role has no members, and it goes with the role.
     */
    private static final String HELD = """
            select n.nspname, c.relname, a.privilege_type
            from pg_class c join pg_namespace n on n.oid = c.relnamespace cross join aclexplode(c.relacl) a
            where a.grantee = (select oid from pg_roles where rolname = ?) and pg_has_role(a.grantor, 'USAGE')
            union all
            select n.nspname, '', a.privilege_type
            from pg_namespace n cross join aclexplode(n.nspacl) a
            where a.grantee = (select oid from pg_roles where rolname = ?) and pg_has_role(a.grantor, 'USAGE')""";

    /** Everything a part needs and nothing else; names come from the catalogue, never from what was asked. */
    static Set<Privilege> wanted(Catalogue catalogue, Collection<DatasetName> reaches, Access access) {
        Set<Privilege> wanted = new TreeSet<>();
        for (DatasetName reached : reaches) {
            for (Dataset dataset : catalogue.covered(reached)) {
                DatasetName name = dataset.readAs();
                wanted.add(new Privilege(name.schema(), "", "USAGE"));
                List<String> verbs = switch (access) {
                    case READ -> READ;
                    case WRITE -> WRITE;
                };
                verbs.forEach(verb -> wanted.add(new Privilege(name.schema(), name.table(), verb)));
            }
        }
        return wanted;
    }

    static Set<Privilege> held(Connection connection, String role) throws SQLException {
        Set<Privilege> held = new TreeSet<>();
        try (PreparedStatement statement = connection.prepareStatement(HELD)) {
            statement.setString(1, role);
            statement.setString(2, role);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    held.add(new Privilege(row.getString(1), row.getString(2), row.getString(3)));
                }
            }
        }
        return held;
    }

    void grant(Statements statements, String role) throws SQLException {
        if (table.isEmpty()) {
            statements.run("grant " + keyword() + " on schema %I to %I", schema, role);
        } else {
            statements.run("grant " + keyword() + " on table %I.%I to %I", schema, table, role);
        }
    }

    /** The statement that takes it back. */
    String revoking(Statements statements, String role) throws SQLException {
        return table.isEmpty()
                ? statements.said("revoke " + keyword() + " on schema %I from %I", schema, role)
                : statements.said("revoke " + keyword() + " on table %I.%I from %I", schema, table, role);
    }

    /** A verb is a key word and cannot be quoted, so it must look like one. */
    private String keyword() {
        if (!verb.matches("[A-Z]+")) {
            throw new IllegalStateException("Not a privilege: " + verb);
        }
        return verb;
    }

    @Override
    public int compareTo(Privilege other) {
        int bySchema = schema.compareTo(other.schema);
        int byTable = bySchema != 0 ? bySchema : table.compareTo(other.table);
        return byTable != 0 ? byTable : verb.compareTo(other.verb);
    }
}
