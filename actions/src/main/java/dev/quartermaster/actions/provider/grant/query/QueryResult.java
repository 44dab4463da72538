package dev.quartermaster.actions.provider.grant.query;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What came of one query. Never logged: rows, and often the server's words, are somebody's data. */
public sealed interface QueryResult {
    /** @param rows a cell each column; null: NULL */
    record Rows(List<Column> columns, List<List<@Nullable Cell>> rows, End end) implements QueryResult {
        public Rows {
            columns = List.copyOf(columns);
            rows = Collections.unmodifiableList(new ArrayList<>(rows));
        }

        @Override
        public String toString() {
            return "Rows[" + rows.size() + "]";
        }
    }

    /** Why there are no further rows. */
    enum End {
        ALL,
        /** As many as are shown. */
        ROWS,
        /** As many characters as are shown. */
        SIZE
    }

    /** @param type as the server names it */
    record Column(String name, String type) {}

    /** @param text the beginning of it. @param length of the whole, characters */
    record Cell(String text, int length) {}

    /**
     * The server said no.
     *
     * @param state SQLSTATE
     * @param words the server's own, the beginning of them
     * @param hint the server's own; empty: none
     * @param position in the query, from 1; 0: nowhere
     */
    record Refused(String state, String words, String hint, int position) implements QueryResult {
        @Override
        public String toString() {
            return "Refused[" + state + "]";
        }
    }

    /** More than one statement. */
    record Several() implements QueryResult {}

    /** It took too long. */
    record TimedOut() implements QueryResult {}

    /** It was asked to. */
    record Stopped() implements QueryResult {}

    /** One row alone is more than is shown. */
    record TooWide() implements QueryResult {}

    /** The lease gives no right to read any more, or does not yet. */
    record Over() implements QueryResult {}

    /** Too many sessions; soon again. */
    record Busy() implements QueryResult {}

    record Unreachable() implements QueryResult {}
}
