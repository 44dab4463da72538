package dev.quartermaster.bot.slack.outbox;

import dev.quartermaster.actions.attempt.Attempts;
import dev.quartermaster.actions.attempt.Passing;
import dev.quartermaster.actions.audit.Audit;
import dev.quartermaster.bot.slack.outbox.OutboxRepository.Standing;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Sends what waits in one claimed lane, in order, and notes what became of it; no transaction is open while Slack is asked. */
@Component
final class OutboxSender {
    private static final Logger LOG = LoggerFactory.getLogger(OutboxSender.class);
    private static final String KIND = "outbox";
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final LaneClaims lanes;
    private final OutboxRepository repository;
    private final MessageCalls calls;
    private final Audit audit;
    private final MeterRegistry metrics;
    private final Attempts attempts;
    private final TransactionTemplate transaction;

    OutboxSender(
            LaneClaims lanes,
            OutboxRepository repository,
            MessageCalls calls,
            Audit audit,
            MeterRegistry metrics,
            Attempts attempts,
            PlatformTransactionManager transactions) {
        this.lanes = lanes;
        this.repository = repository;
        this.calls = calls;
        this.audit = audit;
        this.metrics = metrics;
        this.attempts = attempts;
        this.transaction = new TransactionTemplate(transactions);
    }

    void empty(String lane, BooleanSupplier goOn) {
        try {
            boolean more = true;
            while (more && goOn.getAsBoolean()) {
                Optional<OutboxMessage> outgoing = repository.begin(lane);
                more = outgoing.isPresent() && send(outgoing.get());
            }
        } catch (Throwable e) {
            // Most likely the database is away. Whatever was begun stays doubtful and is looked up in Slack first.
            LOG.warn("Lane {} stops", lane, e);
        } finally {
            release(lane);
        }
    }

    private void release(String lane) {
        try {
            lanes.release(lane);
        } catch (Throwable e) {
            LOG.warn("Lane {} waits for its claim to end", lane, e);
        }
    }

    /** @return whether the lane may go on */
    private boolean send(OutboxMessage outgoing) {
        String item = "" + outgoing.id();
        int number = attempts.begin(KIND, item);
        if (number > Attempts.MOST) {
            return parked(outgoing, "its process ended while it was sent");
        }
        try {
            SendOutcome outcome = calls.send(outgoing);
            return Boolean.TRUE.equals(transaction.execute(status -> {
                attempts.ended(KIND, item);
                return note(outgoing, outcome);
            }));
        } catch (Throwable e) {
            return broken(outgoing, number, e);
        }
    }

    /** It stays doubtful, because nobody knows how far it came; the lane waits, and goes on without it in the end. */
    private boolean broken(OutboxMessage outgoing, int number, Throwable why) {
        LOG.warn(
                "Message {} in {} broke off, try {} of {}", outgoing.id(), outgoing.lane(), number, Attempts.MOST, why);
        if (Passing.is(why)) {
            attempts.passed(KIND, "" + outgoing.id());
        } else {
            attempts.failed(KIND, "" + outgoing.id(), why.getClass().getName());
            if (number >= Attempts.MOST) {
                return parked(outgoing, why.getClass().getName());
            }
        }
        lanes.pause(outgoing.lane(), backoff(number));
        return false;
    }

    private boolean parked(OutboxMessage outgoing, String trouble) {
        transaction.executeWithoutResult(status -> giveUp(outgoing, trouble));
        return true;
    }

    private boolean note(OutboxMessage outgoing, SendOutcome outcome) {
        return switch (outcome) {
            case SendOutcome.Sent sent -> {
                if (outgoing.card() != null && !sent.ts().isEmpty()) {
                    repository.stands(
                            outgoing.card(), new Standing(outgoing.lane(), sent.channel(), sent.ts(), sent.thread()));
                }
                repository.sent(outgoing, sent.lost());
                if (sent.lost() != null)
                    metrics.counter("quartermaster.slack.outbox.plain").increment();
                yield true;
            }
            case SendOutcome.Limited(Duration after, String method) -> {
                repository.untouched(outgoing, "limited by Slack");
                if (method != null) lanes.hold(method, after);
                lanes.pause(outgoing.lane(), after);
                yield false;
            }
            case SendOutcome.Unreachable(String why, boolean taken, Duration after) -> {
                if (taken) repository.trouble(outgoing, why);
                else repository.untouched(outgoing, why);
                lanes.pause(outgoing.lane(), after == null ? backoff(outgoing.tries()) : after);
                yield false;
            }
            case SendOutcome.Refused(String error) -> {
                giveUp(outgoing, error);
                yield true;
            }
        };
    }

    private void giveUp(OutboxMessage outgoing, String error) {
        LOG.error("Message {} in {} cannot be sent ({}); it is parked", outgoing.id(), outgoing.lane(), error);
        repository.park(outgoing, error);
        audit.record("system", null, "parked", Map.of("outbox", outgoing.id(), "error", error));
        metrics.counter("quartermaster.slack.outbox.parked").increment();
    }

    /** 0.5 s, 1 s, 2 s … 60 s; never given up, because Slack comes back. */
    private static Duration backoff(int tries) {
        Duration pause = Duration.ofMillis(250L << Math.clamp(tries, 1, 10));
        return pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
    }
}
