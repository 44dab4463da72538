package dev.quartermaster.bot.digest;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Every half a minute, on one replica at a time. */
@Configuration(proxyBeanMethods = false)
class DigestTask {
    private static final Logger LOG = LoggerFactory.getLogger(DigestTask.class);

    @Bean
    RecurringTask<Void> digestsDue(Digests digests, Clocks clocks) {
        return Tasks.recurring("digests", FixedDelay.ofSeconds(30)).execute((instance, context) -> {
            clocks.ask();
            for (Due due : digests.due()) {
                try {
                    digests.send(due);
                } catch (RuntimeException trouble) {
                    LOG.warn("The digest {} could not be made; tried again in half a minute", due.key(), trouble);
                }
            }
            digests.forget();
        });
    }
}
