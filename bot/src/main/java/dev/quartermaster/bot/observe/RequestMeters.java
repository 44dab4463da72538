package dev.quartermaster.bot.observe;

import dev.quartermaster.actions.lease.HandedOver;
import dev.quartermaster.actions.request.RequestFiled;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** What becomes of requests: what the rules said, and how long a golden path took from the last yes until it could be used. */
@Component
class RequestMeters {
    private static final Duration[] STEPS = {
        Duration.ofSeconds(5),
        Duration.ofSeconds(15),
        Duration.ofSeconds(30),
        Duration.ofMinutes(1),
        Duration.ofMinutes(2),
        Duration.ofMinutes(5),
        Duration.ofMinutes(10),
        Duration.ofMinutes(30),
        Duration.ofHours(1),
        Duration.ofHours(6)
    };

    private final MeterRegistry metrics;

    RequestMeters(MeterRegistry metrics) {
        this.metrics = metrics;
    }

    @TransactionalEventListener(fallbackExecution = true)
    void filed(RequestFiled filed) {
        metrics.counter("quartermaster.requests", "verdict", filed.verdict().word())
                .increment();
    }

    @TransactionalEventListener
    void handedOver(HandedOver lease) {
        Timer.builder("quartermaster.handover")
                .tag("path", lease.path().value())
                .serviceLevelObjectives(STEPS)
                .register(metrics)
                .record(lease.took());
    }
}
