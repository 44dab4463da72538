package dev.quartermaster.bot.digest;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dev.quartermaster.actions.attempt.Attempts;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Scheduled every half a minute, on one replica at a time: sends the digests that are due. */
@Configuration(proxyBeanMethods = false)
class DigestTask {
    @Bean
    RecurringTask<Void> digestsDue(Digests digests, TimeZoneLookup clocks, Attempts attempts) {
        return Tasks.recurring("digests", FixedDelay.ofSeconds(30)).execute((instance, context) -> {
            clocks.ask();
            digests.due().forEach(due -> attempts.each("digest", due.key(), () -> digests.send(due)));
            digests.forget();
        });
    }
}
