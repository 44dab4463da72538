package dev.quartermaster.actions.lease.reconcile;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Kills a worker after so many boundaries (a connection asked for, a provider called, a provider done), as kill -9
 * would: from then on it reaches neither the database nor a provider.
 */
final class Fuse {
    private int left;
    private int passed;

    Fuse(int left) {
        this.left = left;
    }

    static Fuse never() {
        return new Fuse(Integer.MAX_VALUE);
    }

    void boundary() {
        if (left <= 0) {
            throw new Killed();
        }
        left--;
        passed++;
    }

    boolean blown() {
        return left <= 0;
    }

    int passed() {
        return passed;
    }

    DataSource on(DataSource source) {
        return new DelegatingDataSource(source) {
            @Override
            public Connection getConnection() throws SQLException {
                boundary();
                return super.getConnection();
            }
        };
    }

    static final class Killed extends Error {
        private static final long serialVersionUID = 1;
    }
}
