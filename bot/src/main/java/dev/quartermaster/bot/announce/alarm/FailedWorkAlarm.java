package dev.quartermaster.bot.announce.alarm;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dev.quartermaster.actions.attempt.Attempts;
import dev.quartermaster.bot.slack.outbox.Message;
import dev.quartermaster.bot.slack.outbox.Outbox;
import dev.quartermaster.bot.slack.outbox.Recipient;
import dev.quartermaster.bot.slack.text.Mrkdwn;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Tells the platform leads' channel what was given up after five tries: at most one message in half a minute. */
@Configuration(proxyBeanMethods = false)
class FailedWorkAlarm {
    private static final int MOST = 10;

    private final PlatformChannel channel;
    private final Outbox outbox;
    private final Attempts attempts;

    FailedWorkAlarm(PlatformChannel channel, Outbox outbox, Attempts attempts) {
        this.channel = channel;
        this.outbox = outbox;
        this.attempts = attempts;
    }

    @Bean
    RecurringTask<Void> parkedItems(PlatformTransactionManager transactions) {
        TransactionTemplate transaction = new TransactionTemplate(transactions);
        return Tasks.recurring("parked-items", FixedDelay.ofSeconds(30)).execute((instance, context) -> {
            transaction.executeWithoutResult(status -> tell());
            attempts.forget();
        });
    }

    /** {@code quartermaster.parked}: from the database, so that every replica says the same. */
    @Bean
    Gauge parkedItemsGauge(MeterRegistry metrics) {
        return Gauge.builder("quartermaster.parked", attempts, Attempts::parked)
                .description("Pieces of background work that were given up after five tries")
                .register(metrics);
    }

    /** Joins the caller's transaction. While there is no channel to tell, nothing counts as told. */
    void tell() {
        channel.name().ifPresent(name -> {
            List<Attempts.Parked> fresh = attempts.untold();
            if (!fresh.isEmpty()) {
                outbox.say(
                        new Recipient.Channel(name), Message.text(words(fresh).value()));
            }
        });
    }

    private static Mrkdwn words(List<Attempts.Parked> fresh) {
        Mrkdwn text = Mrkdwn.ours(":warning: Tried five times and set aside, the log has the traces:");
        for (Attempts.Parked each : fresh.stream().limit(MOST).toList()) {
            text = text.and("\n• " + each.kind() + " ")
                    .and(Mrkdwn.theirs(each.item()))
                    .and(each.trouble().isEmpty() ? ": its process ended each time" : ": " + each.trouble());
        }
        return fresh.size() > MOST ? text.and("\n… and " + (fresh.size() - MOST) + " more") : text;
    }
}
