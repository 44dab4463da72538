package dev.quartermaster.actions.lease.reconcile;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

/** When the reconciler looks: at start (whatever an earlier process left open), and every second from then on. */
@Configuration(proxyBeanMethods = false)
class ReconcilerSchedule {
    private static final Duration PERIOD = Duration.ofSeconds(1);
    /** It lists every kind in every team's namespace. */
    private static final Duration LEFTOVERS = Duration.ofMinutes(10);

    @Bean
    ReconcilerProperties pace() {
        return ReconcilerProperties.standard();
    }

    @Bean
    RecurringTask<Void> leaseSweep(Reconciler reconciler) {
        return Tasks.recurring("lease-sweep", FixedDelay.of(PERIOD)).execute((instance, context) -> reconciler.sweep());
    }

    @Bean
    RecurringTask<Void> leftoverSearch(LeftoverSweep sweep) {
        return Tasks.recurring("leftover-sweep", FixedDelay.of(LEFTOVERS))
                .execute((instance, context) -> sweep.sweep());
    }

    @Bean
    AtStart leaseSweepAtStart(Reconciler reconciler) {
        return new AtStart(reconciler);
    }

    record AtStart(Reconciler reconciler) {
        @EventListener(ApplicationReadyEvent.class)
        void sweep() {
            reconciler.sweep();
        }
    }
}
