package dev.quartermaster.actions.provider.grant.mask;

import dev.quartermaster.actions.provider.grant.warehouse.Statements;
import dev.quartermaster.intents.catalogue.Dataset;
import dev.quartermaster.intents.catalogue.DatasetName;
import dev.quartermaster.intents.catalogue.Masking;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The view through which a dataset with masked columns is read. Columns are those that the table has when it is made: one
 * that comes later is not in it before it is made again. Where one to be masked isn't there, it may stand there by another
 * name: then all of it is hidden.
 *
 * @param role the grant on whose behalf it is made
 */
public record MaskedView(Connection connection, String role, Dataset dataset) {
    private static final Logger LOG = LoggerFactory.getLogger(MaskedView.class);
    /** What PostgreSQL answers to a view whose columns would change their types or go. */
    private static final String OTHER_TYPE = "42P16";

    private static final String COLUMNS = """
            select a.attname from pg_attribute a
            where a.attrelid = to_regclass(format('%I.%I', ?::text, ?::text)) and a.attnum > 0 and not a.attisdropped
            order by a.attnum""";

    /** Reads the comment of a view that we own, which says what it was made by. */
    private static final String MADE_BY = """
            select obj_description(c.oid, 'pg_class') from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where n.nspname = ? and c.relname = ? and c.relkind = 'v'
              and pg_has_role(c.relowner, 'USAGE') and pg_has_role(n.nspowner, 'USAGE')""";

    private static final String FOREIGN = """
            select 1 from pg_namespace n left join pg_class c on c.relnamespace = n.oid and c.relname = ?
            where n.nspname = ? and not (pg_has_role(n.nspowner, 'USAGE')
                and (c.oid is null or (pg_has_role(c.relowner, 'USAGE') and c.relkind = 'v')))""";

    /** Whether it is there as the catalogue wants it, or nothing is masked. */
    public boolean current() throws SQLException {
        if (dataset.masked().isEmpty()) {
            return true;
        }
        List<String> columns = columns();
        return !columns.isEmpty() && definition(columns).equals(madeBy());
    }

    /** @throws Unmaskable saying what has to be mended, and by whom */
    public void ensure() throws SQLException, Unmaskable {
        if (dataset.masked().isEmpty()) {
            return;
        }
        DatasetName view = dataset.readAs();
        List<String> columns = columns();
        if (columns.isEmpty()) {
            throw new Unmaskable(dataset.table() + " is not in the warehouse; the platform team corrects data.yaml.");
        }
        Statements statements = new Statements(connection, role);
        if (statements.holds(FOREIGN, view.table(), view.schema())) {
            throw new Unmaskable(
                    view + " is somebody else's in the warehouse; the platform team moves it away, it is the name of"
                            + " what shows " + dataset.table() + " masked.");
        }
        String definition = definition(columns);
        if (!missing(columns).isEmpty()) {
            LOG.warn(
                    "{} has no column {} to mask: all of it is hidden until data.yaml is corrected",
                    dataset.table(),
                    missing(columns));
        }
        if (!definition.equals(madeBy())) {
            statements.run("create schema if not exists %I", view.schema());
            replace(statements, definition);
            statements.run("comment on view %I.%I is %L", view.schema(), view.table(), definition);
        }
    }

    /** A column that gets a mask may get another type, which no view can change: then it is made anew, and granted again. */
    private void replace(Statements statements, String definition) throws SQLException {
        Savepoint before = connection.setSavepoint();
        try {
            statements.execute(definition);
        } catch (SQLException refused) {
            if (!OTHER_TYPE.equals(refused.getSQLState())) {
                throw refused;
            }
            connection.rollback(before);
            statements.run(
                    "drop view %I.%I cascade",
                    dataset.readAs().schema(), dataset.readAs().table());
            statements.execute(definition);
        }
    }

    private @Nullable String madeBy() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(MADE_BY)) {
            statement.setString(1, dataset.readAs().schema());
            statement.setString(2, dataset.readAs().table());
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? row.getString(1) : null;
            }
        }
    }

    private Set<String> missing(List<String> columns) {
        Set<String> missing = new TreeSet<>(dataset.masked().keySet());
        columns.forEach(missing::remove);
        return missing;
    }

    private List<String> columns() throws SQLException {
        List<String> columns = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(COLUMNS)) {
            statement.setString(1, dataset.table().schema());
            statement.setString(2, dataset.table().table());
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    columns.add(row.getString(1));
                }
            }
        }
        return columns;
    }

    /** A barrier: no condition of a query sees a row before the masks have. */
    private String definition(List<String> columns) throws SQLException {
        boolean known = missing(columns).isEmpty();
        List<String> names = new ArrayList<>(
                List.of(dataset.readAs().schema(), dataset.readAs().table()));
        List<String> shown = new ArrayList<>();
        for (String column : columns) {
            @Nullable Masking how = dataset.masked().getOrDefault(column, known ? null : Masking.HIDDEN);
            String expression = how == null ? "%I" : expression(how);
            long named = expression.split("%I", -1).length - 1L;
            for (long i = 0; i <= named; i++) {
                names.add(column);
            }
            shown.add(expression + " as %I");
        }
        names.add(dataset.table().schema());
        names.add(dataset.table().table());
        String template = "create or replace view %I.%I with (security_barrier) as select "
                + shown.stream().collect(Collectors.joining(", ")) + " from %I.%I";
        return new Statements(connection).said(template, names.toArray(String[]::new));
    }

    /** In the language of {@code format}; what looks otherwise than expected shows nothing. */
    private static String expression(Masking how) {
        return switch (how) {
            case HIDDEN -> "case when %I is not null then '***' end";
            case INITIALS -> "regexp_replace(%I::text, '(\\S)\\S*', '\\1.', 'g')";
            case MAIL ->
                "case when %I::text ~ '^[^@]+@[^@]+$' then left(%I::text, 1) || '***@' || split_part(%I::text, '@', 2)"
                        + " when %I is not null then '***' end";
            case END ->
                "case when length(%I::text) > 8 then '***' || right(%I::text, 4) when %I is not null then '***' end";
        };
    }

    /** Nothing is given before it is mended. */
    public static final class Unmaskable extends Exception {
        private static final long serialVersionUID = 1;

        Unmaskable(String words) {
            super(words);
        }
    }
}
