package dev.quartermaster.actions.provider.grant.query;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** What an error means to whoever sent the query (SQLSTATE: PostgreSQL, appendix A). */
final class ServerWords {
    private static final int MOST = 500;

    private ServerWords() {}

    /**
     * @param before characters of ours before the query
     * @param stopped whether it was asked to stop
     * @throws SQLException the same, where nobody knows what became of the query
     */
    static QueryResult outcome(SQLException error, int before, boolean stopped) throws SQLException {
        String state = error.getSQLState() == null ? "" : error.getSQLState();
        return switch (state) {
            case "57014" -> stopped ? new QueryResult.Stopped() : new QueryResult.TimedOut();
            // The driver's own, for an answer beyond what was allowed it: what fails on the way has other states.
            case "08S01" -> new QueryResult.TooWide();
            case "57P01", "57P05" -> new QueryResult.Over();
            default -> {
                if (!(error instanceof PSQLException psql) || psql.getServerErrorMessage() == null) {
                    throw error;
                }
                yield refused(psql.getServerErrorMessage(), state, before);
            }
        };
    }

    private static QueryResult refused(ServerErrorMessage said, String state, int before) {
        return new QueryResult.Refused(
                state, words(said.getMessage()), words(said.getHint()), Math.max(0, said.getPosition() - before));
    }

    private static String words(@Nullable String said) {
        return said == null ? "" : BoundedQuery.beginning(said, MOST);
    }
}
