package dev.quartermaster.actions.postgres;

import com.zaxxer.hikari.HikariDataSource;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** One test class's own database, migrated; its user is the server's superuser. */
public record Database(String url, DataSource dataSource) implements AutoCloseable {
    static Database at(String url) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(url);
        pool.setMaximumPoolSize(20);
        pool.setMinimumIdle(0);
        return new Database(url, pool);
    }

    public JdbcClient jdbc() {
        return JdbcClient.create(dataSource);
    }

    public <T> T inTransaction(Supplier<T> work) {
        return new TransactionTemplate(new JdbcTransactionManager(dataSource)).execute(status -> work.get());
    }

    public void inTransaction(Runnable work) {
        new TransactionTemplate(new JdbcTransactionManager(dataSource)).executeWithoutResult(status -> work.run());
    }

    @Override
    public void close() {
        ((HikariDataSource) dataSource).close();
    }
}
