package dev.quartermaster.actions.request.timer;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dev.quartermaster.actions.attempt.Attempts;
import dev.quartermaster.actions.request.emergency.BreakGlassReview;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Every ten seconds, on one replica at a time. */
@Configuration(proxyBeanMethods = false)
class RequestExpiryJob {
    @Bean
    RecurringTask<Void> waitingRequests(
            RequestExpiry patience,
            Escalation escalation,
            Reminders reminders,
            BreakGlassReview reviews,
            Attempts attempts) {
        return Tasks.recurring("waiting-requests", FixedDelay.ofSeconds(10)).execute((instance, context) -> {
            patience.overdue().forEach(each -> attempts.each("lapse", "" + each, () -> patience.lapse(each)));
            escalation.due().forEach(each -> attempts.each("escalation", "" + each, () -> escalation.escalate(each)));
            reminders
                    .due()
                    .forEach(each -> attempts.each(
                            "reminder", each.request() + " " + each.person(), () -> reminders.remind(each)));
            reviews.due().forEach(each -> attempts.each("review", "" + each, () -> reviews.ask(each)));
        });
    }
}
