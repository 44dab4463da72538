package dev.quartermaster.actions.ledger.focus;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Every hour, on one replica at a time. */
@Configuration(proxyBeanMethods = false)
class FocusFilesJob {
    @Bean
    RecurringTask<Void> focusFilesThere(FocusFiles files) {
        return Tasks.recurring("focus-files", FixedDelay.ofHours(1)).execute((instance, context) -> {
            try {
                var written = files.write();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
