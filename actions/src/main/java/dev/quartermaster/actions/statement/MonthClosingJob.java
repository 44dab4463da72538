package dev.quartermaster.actions.statement;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dev.quartermaster.actions.attempt.Attempts;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Every ten minutes, on one replica at a time: closes the months that are due, and writes what is not in the folder yet. */
@Configuration(proxyBeanMethods = false)
class MonthClosingJob {
    @Bean
    RecurringTask<Void> monthsClosed(MonthClosing closing, StatementFiles files, Attempts attempts) {
        return Tasks.recurring("month-closing", FixedDelay.ofMinutes(10)).execute((instance, context) -> {
            closing.teams().forEach(team -> {
                attempts.each("month-closing", team.value(), () -> closing.due(team));
                attempts.each("statement-files", team.value(), () -> files.write(team));
            });
        });
    }
}
