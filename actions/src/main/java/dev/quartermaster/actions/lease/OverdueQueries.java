package dev.quartermaster.actions.lease;

import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How far the work on leases is behind, over all processes; zero where nothing waits. */
@Component
public class OverdueQueries {
    private final JdbcClient jdbc;

    OverdueQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How long ago the lease was due that has waited longest for a free worker. */
    public Duration work() {
        return longest("""
                select extract(epoch from clock_timestamp() - min(due)) from lease
                where not settled and due <= clock_timestamp()
                  and (held_until is null or held_until <= clock_timestamp())
                  and (state <> 'providing' or starts is null or starts <= (select qm_now()))""");
    }

    /** How long ago the lease should have ended that is live the longest after its end. */
    public Duration ends() {
        return longest("""
                select extract(epoch from (select qm_now()) - min(until)) from lease
                where state = 'live' and until <= (select qm_now())""");
    }

    private Duration longest(String seconds) {
        return jdbc.sql(seconds)
                .query((row, n) -> Duration.ofMillis((long) (1000 * Math.max(0, row.getDouble(1)))))
                .single();
    }
}
