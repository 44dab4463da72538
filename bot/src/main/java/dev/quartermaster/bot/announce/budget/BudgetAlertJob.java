package dev.quartermaster.bot.announce.budget;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dev.quartermaster.actions.attempt.Attempts;
import dev.quartermaster.actions.budget.BudgetAlerts;
import dev.quartermaster.actions.budget.BudgetStops;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Every minute, on one replica at a time: who is to be told of a budget, and what is to be stopped. */
@Configuration(proxyBeanMethods = false)
class BudgetAlertJob {
    @Bean
    RecurringTask<Void> budgetsLookedAfter(
            BudgetAlerts alerts, BudgetStops stops, BudgetAlertCards news, Attempts attempts) {
        return Tasks.recurring("budgets", FixedDelay.ofSeconds(60)).execute((instance, context) -> {
            alerts.due().forEach(due -> attempts.each("budget-alert", due.key(), () -> news.send(due)));
            stops.toAnnounce()
                    .forEach(each -> attempts.each(
                            "budget-stop-notice", each.alert().id() + " " + each.lease(), () -> news.announce(each)));
            stops.due()
                    .forEach(each ->
                            attempts.each("budget-stop", each.alert() + " " + each.lease(), () -> news.carryOut(each)));
        });
    }
}
