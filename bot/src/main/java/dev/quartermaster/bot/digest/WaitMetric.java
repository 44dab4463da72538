package dev.quartermaster.bot.digest;

import dev.quartermaster.actions.request.Waits;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** {@code quartermaster.approval.wait}: seconds, the median of 30 days, per approver. From the database, so that every replica says the same. */
@Component
class WaitMetric implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(WaitMetric.class);
    private static final Duration PAST = Duration.ofDays(30);

    private final Waits waits;
    private final MultiGauge gauge;
    private final ScheduledExecutorService minutes = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("approval-waits").factory());
    private volatile boolean running;

    WaitMetric(Waits waits, MeterRegistry metrics) {
        this.waits = waits;
        this.gauge = MultiGauge.builder("quartermaster.approval.wait")
                .description("Median time from being asked to deciding, of the last 30 days")
                .baseUnit("seconds")
                .register(metrics);
    }

    void measure() {
        List<MultiGauge.Row<?>> rows = waits.within(PAST).entrySet().stream()
                .<MultiGauge.Row<?>>map(each -> MultiGauge.Row.of(
                        Tags.of("approver", each.getKey().value()),
                        each.getValue().median().toSeconds()))
                .toList();
        gauge.register(rows, true);
    }

    private void measureOrWait() {
        try {
            measure();
        } catch (RuntimeException away) {
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
