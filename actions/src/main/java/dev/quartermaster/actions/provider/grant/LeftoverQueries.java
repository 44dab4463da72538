package dev.quartermaster.actions.provider.grant;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The table {@code warehouse_leftover} of our own database: it is there when the warehouse is not. */
@Component
class LeftoverQueries implements Leftovers {
    private static final Logger LOG = LoggerFactory.getLogger(LeftoverQueries.class);

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;

    LeftoverQueries(JdbcClient jdbc, PlatformTransactionManager transactions, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.events = events;
    }

    @Override
    public void stands(WarehouseNotice.Stands leftover) {
        jdbc.sql("""
                        insert into warehouse_leftover as known (role, ended, statement, said)
                        values (:role, :ended, :statement, :said)
                        on conflict (role) do update
                        set ended = excluded.ended, statement = excluded.statement, said = excluded.said,
                            tries = case when known.undone_at is null then known.tries + 1 else 1 end,
                            since = case when known.undone_at is null then known.since else clock_timestamp() end,
                            told_at = case when known.undone_at is null and known.ended = excluded.ended
                                            and known.statement = excluded.statement then known.told_at end,
                            undone_at = null""")
                .param("role", leftover.role())
                .param("ended", leftover.ended())
                .param("statement", leftover.statement())
                .param("said", leftover.said())
                .update();
    }

    @Override
    public void undone(String role) {
        transaction.executeWithoutResult(
                status -> jdbc.sql("update warehouse_leftover set undone_at = clock_timestamp()"
                                + " where role = :role and undone_at is null returning told_at is not null")
                        .param("role", role)
                        .query(Boolean.class)
                        .optional()
                        .filter(Boolean::booleanValue)
                        .ifPresent(told -> events.publishEvent(new WarehouseNotice.Undone(role))));
    }

    @Override
    public void putAway(WarehouseNotice.PutAway found) {
        transaction.executeWithoutResult(status -> events.publishEvent(found));
    }

    @Override
    public List<String> standing() {
        return jdbc.sql("select role from warehouse_leftover where undone_at is null order by role")
                .query(String.class)
                .list();
    }

    @Override
    public void tell() {
        transaction.executeWithoutResult(status -> jdbc.sql(
                        "update warehouse_leftover set told_at = clock_timestamp()"
                                + " where undone_at is null and told_at is null"
                                + " and since <= clock_timestamp() - interval '1 minute' returning role, ended, statement, said")
                .query((row, index) -> new WarehouseNotice.Stands(
                        row.getString("role"),
                        row.getBoolean("ended"),
                        row.getString("statement"),
                        row.getString("said")))
                .list()
                .forEach(this::tell));
    }

    /** In the log as well: there may be no channel. */
    private void tell(WarehouseNotice.Stands stands) {
        LOG.warn(
                "{} {} and cannot be undone yet; refused: {} ({})",
                stands.role(),
                stands.ended() ? "has ended" : "is still in force",
                stands.statement(),
                stands.said());
        events.publishEvent(stands);
    }
}
