package dev.quartermaster.actions.request;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Every ten seconds, on one replica at a time. */
@Configuration(proxyBeanMethods = false)
class PatienceTask {
    private static final Logger LOG = LoggerFactory.getLogger(PatienceTask.class);

    @Bean
    RecurringTask<Void> waitingRequests(
            Patience patience, Escalation escalation, Reminders reminders, Reviews reviews) {
        return Tasks.recurring("waiting-requests", FixedDelay.ofSeconds(10)).execute((instance, context) -> {
            each(patience.overdue(), patience::lapse);
            each(escalation.due(), escalation::escalate);
            each(reminders.due(), reminders::remind);
            each(reviews.due(), reviews::ask);
        });
    }

    /** One that fails is tried again next time and does not stop the rest. */
    private static <T> void each(List<T> requests, Consumer<T> work) {
        for (T request : requests) {
            try {
                work.accept(request);
            } catch (RuntimeException trouble) {
                LOG.warn("Request {} could not be looked after; tried again in ten seconds", request, trouble);
            }
        }
    }
}
