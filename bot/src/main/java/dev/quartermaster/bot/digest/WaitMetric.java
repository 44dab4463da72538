package dev.quartermaster.bot.digest;

import dev.quartermaster.actions.request.ApprovalWaits;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * {@code quartermaster.approval.wait}: seconds, the median of 30 days over all approvers, because whoever reads metrics is
 * not to learn who is slow. From the database, so that every replica says the same.
 */
@Component
class WaitMetric implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(WaitMetric.class);
    private static final Duration PAST = Duration.ofDays(30);

    private final ApprovalWaits waits;
    private volatile double seconds = Double.NaN;
    private final ScheduledExecutorService minutes = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("approval-waits").factory());
    private volatile boolean running;

    WaitMetric(ApprovalWaits waits, MeterRegistry metrics) {
        this.waits = waits;
        Gauge.builder("quartermaster.approval.wait", this, metric -> metric.seconds)
                .description("Median time from being asked to deciding, of the last 30 days")
                .baseUnit("seconds")
                .register(metrics);
    }

    void measure() {
        seconds = waits.median(PAST).map(median -> (double) median.toSeconds()).orElse(Double.NaN);
    }

    private void measureOrWait() {
        try {
            measure();
        } catch (Throwable away) {
            // A task that throws is never run again; a metric that is a minute old harms nobody.
            LOG.debug("Waits could not be measured; tried again in a minute", away);
        }
    }

    @Override
    public void start() {
        running = true;
        var unused = minutes.scheduleWithFixedDelay(this::measureOrWait, 5, 60, TimeUnit.SECONDS);
    }

    @Override
    public void stop() {
        running = false;
        minutes.shutdownNow();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
