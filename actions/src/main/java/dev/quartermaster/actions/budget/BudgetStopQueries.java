package dev.quartermaster.actions.budget;

import dev.quartermaster.intents.plan.LeaseId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is to be stopped, in its table. */
@Component
class BudgetStopQueries {
    private final JdbcClient jdbc;

    BudgetStopQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return false: it was announced already */
    boolean insert(long alert, LeaseId lease, Instant at) {
        return jdbc.sql("""
                        insert into budget_stop (alert, lease, stop_at) values (:alert, :lease, :at)
                        on conflict do nothing""")
                        .param("alert", alert)
                        .param("lease", lease.value())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                > 0;
    }

    /** In the order of their leases. */
    List<BudgetStop> of(long alert) {
        return jdbc.sql("select * from budget_stop where alert = :alert order by lease")
                .param("alert", alert)
                .query((row, index) -> stop(row))
                .list();
    }

    /** All that still wait: their time has come, or they may have to be taken back before it. */
    List<BudgetStop> waiting() {
        return jdbc.sql("select * from budget_stop where outcome = 'waits' order by stop_at, lease limit 500")
                .query((row, index) -> stop(row))
                .list();
    }

    /** Whether somebody said yes to more time for it or to another size of it since then, and it became so. */
    boolean agreed(LeaseId lease, Instant since) {
        return jdbc.sql("select " + agreed(":lease", ":since"))
                .param("lease", lease.value())
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query(Boolean.class)
                .single();
    }

    private static String agreed(String lease, String since) {
        return "exists (select 1 from request r join decision d on d.request = r.id where r.extending = " + lease
                + " and r.state in ('approved', 'providing', 'live') and d.choice = 'approve' and d.at > " + since
                + ")";
    }

    /** The first of those that it still waits for. */
    Optional<BudgetStop> waiting(LeaseId lease) {
        return jdbc.sql("""
                        select * from budget_stop where lease = :lease and outcome = 'waits'
                        order by stop_at, alert limit 1""")
                .param("lease", lease.value())
                .query((row, index) -> stop(row))
                .optional();
    }

    /** Locked until the transaction ends. @return empty: it doesn't wait any more */
    Optional<BudgetStop> lock(BudgetStop stop) {
        return jdbc.sql("""
                        select * from budget_stop
                        where alert = :alert and lease = :lease and outcome = 'waits' for update""")
                .param("alert", stop.alert())
                .param("lease", stop.lease().value())
                .query((row, index) -> stop(row))
                .optional();
    }

    void became(BudgetStop stop, BudgetStop.Outcome outcome) {
        jdbc.sql("update budget_stop set outcome = :outcome where alert = :alert and lease = :lease")
                .param("outcome", outcome.word())
                .param("alert", stop.alert())
                .param("lease", stop.lease().value())
                .update();
    }

    private static BudgetStop stop(ResultSet row) throws SQLException {
        return new BudgetStop(
                row.getLong("alert"),
                new LeaseId(row.getString("lease")),
                row.getObject("stop_at", OffsetDateTime.class).toInstant(),
                BudgetStop.Outcome.valueOf(row.getString("outcome").toUpperCase(Locale.ROOT)));
    }
}
