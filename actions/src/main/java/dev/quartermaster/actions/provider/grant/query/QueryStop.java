package dev.quartermaster.actions.provider.grant.query;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/** Stops one query from another thread, at any moment of it. */
public final class QueryStop {
    private @Nullable PGConnection running;
    private boolean asked;

    synchronized void begin(PGConnection connection) {
        running = connection;
    }

    synchronized void end() {
        running = null;
    }

    synchronized boolean asked() {
        return asked;
    }

    public synchronized void now() {
        asked = true;
        if (running != null) {
            try {
                running.cancelQuery();
            } catch (SQLException gone) {
                // What cannot be told to stop is not there any more, or is ended by whoever opened it.
                running = null;
            }
        }
    }
}
