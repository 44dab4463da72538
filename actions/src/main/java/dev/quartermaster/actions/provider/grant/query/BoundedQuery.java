package dev.quartermaster.actions.provider.grant.query;

import dev.quartermaster.actions.provider.grant.query.QueryResult.Cell;
import dev.quartermaster.actions.provider.grant.query.QueryResult.Column;
import dev.quartermaster.actions.provider.grant.query.QueryResult.End;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.core.NativeQuery;
import org.postgresql.core.Parser;

/**
 * One query in a read-only transaction. It is the query of a cursor, so that the server's own grammar takes nothing but
 * one that reads (no COPY, DO, SET, no WITH that writes), and its rows come a few at a time.
 */
public final class BoundedQuery {
    /** Rows that are shown at most. */
    public static final int ROWS = 1_000;
    /** How long a query may take, the fetching of its rows too. */
    public static final Duration LONGEST = Duration.ofSeconds(10);
    /** Characters that are shown of one cell at most; {@code PAGE}: of all cells together. */
    static final int CELL = 2_000;

    static final int PAGE = 2_000_000;

    /** What a cell costs that has nothing in it, in characters. */
    private static final int EMPTY = 16;

    private static final int AT_ONCE = 20;
    private static final String OPEN = "declare page no scroll cursor for ";

    private final Connection connection;
    private final QueryStop stop;
    private final long end = System.nanoTime() + LONGEST.toNanos();

    private BoundedQuery(Connection connection, QueryStop stop) {
        this.connection = connection;
        this.stop = stop;
    }

    /**
     * @param connection for this query alone, read only, each commit said, and without rights but those the query may use
     * @throws SQLException when it is not known what became of the query: the session has to be ended
     */
    public static QueryResult run(Connection connection, String sql, QueryStop stop) throws SQLException {
        Optional<String> single = single(sql);
        if (single.isEmpty()) {
            return new QueryResult.Several();
        }
        BoundedQuery query = new BoundedQuery(connection, stop);
        stop.begin(connection.unwrap(PGConnection.class));
        try {
            return query.rows(single.get());
        } catch (SQLException refused) {
            return query.outcome(refused);
        } finally {
            stop.end();
        }
    }

    /** By the driver's own rules: what it would send as several never reaches it. */
    private static Optional<String> single(String sql) throws SQLException {
        List<NativeQuery> statements = Parser.parseJdbcSql(sql, true, false, true, false, false);
        return switch (statements.size()) {
            case 0 -> Optional.of("");
            case 1 -> Optional.of(statements.getFirst().nativeSql);
            default -> Optional.empty();
        };
    }

    private QueryResult rows(String sql) throws SQLException {
        execute(OPEN + sql);
        List<Column> columns = new ArrayList<>();
        List<List<@Nullable Cell>> rows = new ArrayList<>();
        int characters = 0;
        while (true) {
            if (stop.asked()) {
                return new QueryResult.Stopped();
            }
            if (left().isNegative()) {
                return new QueryResult.TimedOut();
            }
            try (Statement statement = statement();
                    ResultSet fetched = statement.executeQuery("fetch " + AT_ONCE + " from page")) {
                if (columns.isEmpty()) {
                    columns.addAll(columns(fetched.getMetaData()));
                }
                int before = rows.size();
                while (fetched.next()) {
                    if (rows.size() == ROWS) {
                        return new QueryResult.Rows(columns, rows, End.ROWS);
                    }
                    List<@Nullable Cell> row = row(fetched, columns.size());
                    characters += row.stream()
                            .mapToInt(cell ->
                                    EMPTY + (cell == null ? 0 : cell.text().length()))
                            .sum();
                    if (characters > PAGE) {
                        return rows.isEmpty()
                                ? new QueryResult.TooWide()
                                : new QueryResult.Rows(columns, rows, End.SIZE);
                    }
                    rows.add(row);
                }
                if (rows.size() - before < AT_ONCE) {
                    return new QueryResult.Rows(columns, rows, End.ALL);
                }
            }
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = statement()) {
            statement.execute(sql);
        }
    }

    private Statement statement() throws SQLException {
        Statement statement = connection.createStatement();
        statement.setEscapeProcessing(false);
        // Again here, because a query may set the server's own limit for what comes after it.
        statement.setQueryTimeout(Math.max(1, (int) left().plusMillis(999).toSeconds()));
        return statement;
    }

    private Duration left() {
        return Duration.ofNanos(end - System.nanoTime());
    }

    private static List<Column> columns(ResultSetMetaData about) throws SQLException {
        List<Column> columns = new ArrayList<>();
        for (int i = 1; i <= about.getColumnCount(); i++) {
            columns.add(new Column(about.getColumnLabel(i), about.getColumnTypeName(i)));
        }
        return columns;
    }

    private static List<@Nullable Cell> row(ResultSet fetched, int columns) throws SQLException {
        List<@Nullable Cell> row = new ArrayList<>(columns);
        for (int i = 1; i <= columns; i++) {
            String text = fetched.getString(i);
            row.add(text == null ? null : new Cell(beginning(text, CELL), text.length()));
        }
        return row;
    }

    private QueryResult outcome(SQLException refused) throws SQLException {
        return ServerWords.outcome(refused, OPEN.length(), stop.asked());
    }

    /** The first {@code most} UTF-16 characters, one fewer where that would cut a surrogate pair. */
    static String beginning(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
    }
}
