package dev.quartermaster.actions.retention;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dev.quartermaster.actions.attempt.Attempts;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Every six hours, on one replica at a time; and what this module's own tables keep. Facts, requests, leases and money stay. */
@Configuration(proxyBeanMethods = false)
class RetentionJob {
    private static final Logger LOG = LoggerFactory.getLogger(RetentionJob.class);
    private static final int HOURS = 6;

    @Bean
    RecurringTask<Void> retention(RetentionQueries queries, Attempts attempts) {
        return Tasks.recurring("retention", FixedDelay.ofHours(HOURS))
                .execute((instance, context) -> queries.rules()
                        .forEach(rule -> attempts.each("retention", rule.table(), () -> purge(queries, rule))));
    }

    private static void purge(RetentionQueries queries, RetentionRule rule) {
        int deleted = queries.purge(rule);
        if (deleted > 0) {
            LOG.info("{} rows of {} were over after {} days", deleted, rule.table(), rule.days());
        }
    }

    @Bean
    RetentionRules ownTables() {
        return new RetentionRules(List.of(
                new RetentionRule("model_allowance", 7, "day < current_date - :days"),
                new RetentionRule("notice", 90, "said_at < (select qm_now()) - make_interval(days => :days)"),
                // Medians look back a month, digests a week.
                new RetentionRule("ping", 400, """
                        since < (select qm_now()) - make_interval(days => :days)
                          and not exists (select 1 from request r where r.id = ping.request and r.state = 'waiting')"""),
                // Rules are rehearsed on the last 90 days.
                new RetentionRule("question", 400, """
                        exists (select 1 from request r where r.id = question.request and r.state <> 'waiting'
                          and r.asked_at < (select qm_now()) - make_interval(days => :days))"""),
                new RetentionRule(
                        "warehouse_leftover", 90, "undone_at < clock_timestamp() - make_interval(days => :days)")));
    }
}
