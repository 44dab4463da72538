package dev.quartermaster.actions.provider.grant;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Every ten seconds, on one replica at a time, from the start on: whatever an earlier process left is in the warehouse. */
@Configuration(proxyBeanMethods = false)
class SweepConfiguration {
    @Bean
    RecurringTask<Void> warehouseSweep(RoleRemoval removal) {
        return Tasks.recurring("warehouse-sweep", FixedDelay.ofSeconds(10))
                .execute((instance, context) -> removal.sweep());
    }
}
