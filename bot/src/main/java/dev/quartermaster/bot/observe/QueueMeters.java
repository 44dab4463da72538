package dev.quartermaster.bot.observe;

import dev.quartermaster.actions.lease.OverdueQueries;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How far each queue is behind, in seconds, asked of the database when metrics are: every replica says the same. */
@Component
class QueueMeters {
    QueueMeters(MeterRegistry metrics, OverdueQueries leases, JdbcClient jdbc) {
        gauge(metrics, "lease.lag", "Since the lease was due that waits longest for a free worker", leases::work);
        gauge(metrics, "lease.end.lag", "Since the end of the lease that is live longest after it", leases::ends);
        gauge(
                metrics,
                "slack.inbox.age",
                "Since the oldest thing from Slack arrived that is not worked yet",
                () -> age(jdbc, """
                select extract(epoch from clock_timestamp() - min(stored_at)) from slack_inbox where state = 'waiting'"""));
        gauge(
                metrics,
                "slack.outbox.age",
                "Since the oldest message was written that is not in Slack yet",
                () -> age(jdbc, """
                select extract(epoch from clock_timestamp() - min(written_at)) from slack_outbox
                where state in ('waiting', 'sending')"""));
    }

    private static void gauge(MeterRegistry metrics, String name, String words, Supplier<Duration> behind) {
        Gauge.builder("quartermaster." + name, () -> behind.get().toMillis() / 1000.0)
                .description(words)
                .baseUnit("seconds")
                .register(metrics);
    }

    private static Duration age(JdbcClient jdbc, String seconds) {
        return jdbc.sql(seconds)
                .query((row, n) -> Duration.ofMillis((long) (1000 * row.getDouble(1))))
                .single();
    }
}
