package dev.quartermaster.actions.provider.grant.warehouse;

import dev.quartermaster.actions.provider.Observed;
import java.sql.SQLException;
import java.util.Set;
import org.postgresql.util.PSQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What an error of the warehouse means: wait, or a person must look (SQLSTATE classes: PostgreSQL, appendix A). */
public final class WarehouseErrors {
    private static final Logger LOG = LoggerFactory.getLogger(WarehouseErrors.class);
    /**
     * Connection, too many of them, shutting down or starting, a lock or time limit, a deadlock, a grant beside ours,
     * read only after a failover; and our own login refused, which goes on by itself once it is mended.
     */
    private static final Set<String> PASSING = Set.of("08", "28", "53", "57", "40");

    private static final Set<String> PASSING_STATES = Set.of("55P03", "25006", "XX000");

    private WarehouseErrors() {}

    public static Observed seen(SQLException trouble) {
        String state = state(trouble);
        if (state.length() < 5 || PASSING.contains(state.substring(0, 2)) || PASSING_STATES.contains(state)) {
            LOG.warn("The warehouse cannot be reached: {} {}", state, trouble.getMessage());
            return new Observed.Unreachable("the warehouse");
        }
        return new Observed.Broken("The warehouse said: " + said(trouble) + ".");
    }

    public static String state(SQLException trouble) {
        return trouble.getSQLState() == null ? "" : trouble.getSQLState();
    }

    /** The server's primary message: one line, without the statement. */
    public static String said(SQLException trouble) {
        SQLException first = trouble instanceof RefusedStatement refused ? refused.refusal() : trouble;
        if (first instanceof PSQLException psql
                && psql.getServerErrorMessage() != null
                && psql.getServerErrorMessage().getMessage() != null) {
            return psql.getServerErrorMessage().getMessage();
        }
        return "error " + state(trouble);
    }
}
