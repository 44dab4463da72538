package dev.quartermaster.bot.doctor;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Whether anything lacked or could not be looked at when it was last looked: a detail of readiness that keeps nobody from being served, because its
 * word for it is none of those that are added up.
 */
@Component("setup")
class SetupHealth implements HealthIndicator {
    private static final String LACKING = "LACKING";

    private final SetupWatch watch;

    SetupHealth(SetupWatch watch) {
        this.watch = watch;
    }

    @Override
    public Health health() {
        return watch.last()
                .filter(report -> !report.fine())
                .map(report -> Health.status(LACKING)
                        .withDetail("lacking", report.lacking())
                        .withDetail("unseen", report.unseen()))
                .orElseGet(Health::up)
                .build();
    }
}
