package dev.quartermaster.actions.record;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Every fifteen seconds, on one replica at a time. */
@Configuration(proxyBeanMethods = false)
class GitRecordTask {
    @Bean
    RecurringTask<Void> gitRecordUpToDate(GitRecord record) {
        return Tasks.recurring("git-record", FixedDelay.ofSeconds(15)).execute((instance, context) -> {
            boolean complete = record.catchUp();
        });
    }
}
