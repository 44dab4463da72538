package dev.quartermaster.bot.slack.outbox;

import dev.quartermaster.actions.attempt.Attempts;
import dev.quartermaster.actions.attempt.Passing;
import dev.quartermaster.actions.audit.Audit;
import dev.quartermaster.bot.slack.outbox.Letters.Standing;
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
final class Sender {
    private static final Logger LOG = LoggerFactory.getLogger(Sender.class);
    private static final String KIND = "outbox";
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final Lanes lanes;
    private final Letters letters;
    private final Mail mail;
    private final Audit audit;
    private final MeterRegistry metrics;
    private final Attempts attempts;
    private final TransactionTemplate transaction;

    Sender(
            Lanes lanes,
            Letters letters,
            Mail mail,
            Audit audit,
            MeterRegistry metrics,
            Attempts attempts,
            PlatformTransactionManager transactions) {
        this.lanes = lanes;
        this.letters = letters;
        this.mail = mail;
        this.audit = audit;
        this.metrics = metrics;
        this.attempts = attempts;
        this.transaction = new TransactionTemplate(transactions);
    }

    void empty(String lane, BooleanSupplier goOn) {
        try {
            boolean more = true;
            while (more && goOn.getAsBoolean()) {
                Optional<Letter> letter = letters.begin(lane);
                more = letter.isPresent() && send(letter.get());
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
    private boolean send(Letter letter) {
        String item = "" + letter.id();
        int number = attempts.begin(KIND, item);
        if (number > Attempts.MOST) {
            return parked(letter, "its process ended while it was sent");
        }
        try {
            Outcome outcome = mail.send(letter);
            return Boolean.TRUE.equals(transaction.execute(status -> {
                attempts.ended(KIND, item);
                return note(letter, outcome);
            }));
        } catch (Throwable e) {
            return broken(letter, number, e);
        }
    }

    /** It stays doubtful, because nobody knows how far it came; the lane waits, and goes on without it in the end. */
    private boolean broken(Letter letter, int number, Throwable why) {
        LOG.warn("Message {} in {} broke off, try {} of {}", letter.id(), letter.lane(), number, Attempts.MOST, why);
        if (Passing.is(why)) {
            attempts.passed(KIND, "" + letter.id());
        } else {
            attempts.failed(KIND, "" + letter.id(), why.getClass().getName());
            if (number >= Attempts.MOST) {
                return parked(letter, why.getClass().getName());
            }
        }
        lanes.pause(letter.lane(), backoff(number));
        return false;
    }

    private boolean parked(Letter letter, String trouble) {
        transaction.executeWithoutResult(status -> giveUp(letter, trouble));
        return true;
    }

    private boolean note(Letter letter, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Sent sent -> {
                if (letter.card() != null && !sent.ts().isEmpty()) {
                    letters.stands(
                            letter.card(), new Standing(letter.lane(), sent.channel(), sent.ts(), sent.thread()));
                }
                letters.sent(letter, sent.lost());
                if (sent.lost() != null)
                    metrics.counter("quartermaster.slack.outbox.plain").increment();
                yield true;
            }
            case Outcome.Limited(Duration after, String method) -> {
                letters.untouched(letter, "limited by Slack");
                if (method != null) lanes.hold(method, after);
                lanes.pause(letter.lane(), after);
                yield false;
            }
            case Outcome.Unreachable(String why, boolean taken, Duration after) -> {
                if (taken) letters.trouble(letter, why);
                else letters.untouched(letter, why);
                lanes.pause(letter.lane(), after == null ? backoff(letter.tries()) : after);
                yield false;
            }
            case Outcome.Refused(String error) -> {
                giveUp(letter, error);
                yield true;
            }
        };
    }

    private void giveUp(Letter letter, String error) {
        LOG.error("Message {} in {} cannot be sent ({}); it is parked", letter.id(), letter.lane(), error);
        letters.park(letter, error);
        audit.record("system", null, "parked", Map.of("outbox", letter.id(), "error", error));
        metrics.counter("quartermaster.slack.outbox.parked").increment();
    }

    /** 0.5 s, 1 s, 2 s … 60 s; never given up, because Slack comes back. */
    private static Duration backoff(int tries) {
        Duration pause = Duration.ofMillis(250L << Math.clamp(tries, 1, 10));
        return pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
    }
}
