package dev.quartermaster.actions.ledger.focus;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Every hour, on one replica at a time. */
@Configuration(proxyBeanMethods = false)
class FocusFilesJob {
    @Bean
    RecurringTask<Void> focusFilesThere(FocusFiles files) {
        return Tasks.recurring("focus-files", FixedDelay.ofHours(1)).execute((instance, context) -> {
            var written = files.write();
        });
    }
}
