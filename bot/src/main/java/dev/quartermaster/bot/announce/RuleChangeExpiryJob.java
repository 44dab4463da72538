package dev.quartermaster.bot.announce;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dev.quartermaster.actions.attempt.Attempts;
import dev.quartermaster.actions.rulebook.ChangeDesk;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Scheduled every minute, on one replica at a time: ends rule changes that nobody decided on in time, each in a
 * transaction of its own.
 */
@Configuration(proxyBeanMethods = false)
class RuleChangeExpiryJob {
    @Bean
    RecurringTask<Void> waitingRuleChanges(
            ChangeDesk desk, RuleChangeCards board, Attempts attempts, PlatformTransactionManager transactions) {
        TransactionTemplate transaction = new TransactionTemplate(transactions);
        return Tasks.recurring("waiting-rule-changes", FixedDelay.ofMinutes(1))
                .execute((instance, context) -> desk.overdue()
                        .forEach(each -> attempts.each(
                                "rule-change",
                                each.toString(),
                                () -> transaction.executeWithoutResult(status -> board.over(desk.lapse(each))))));
    }
}
