package dev.quartermaster.actions.attempt;

import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * How often each piece of background work was begun without coming to an end. A beginning is committed before the work:
 * what ends its thread by an Error, or its process by a kill, is a try like any other, over restarts too. Worst case: a
 * process killed five times for other reasons while it had the same item parks a sound one, which a person then frees.
 */
@Component
public class Attempts {
    /** After so many it is parked. */
    public static final int MOST = 5;

    private static final Logger LOG = LoggerFactory.getLogger(Attempts.class);
    private static final Duration PARKED = Duration.ofHours(1);

    private final AttemptQueries counts;
    private final TransactionTemplate apart;

    Attempts(AttemptQueries counts, PlatformTransactionManager transactions) {
        this.counts = counts;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** What is parked. @param trouble a class's name or our words, never people's; empty: its process ended */
    public record Parked(String kind, String item, String trouble) {}

    /** Committed when it returns, whatever becomes of the caller. @return the number of this try; the first is 1 */
    public int begin(String kind, String item) {
        Integer tries = apart.execute(status -> counts.begin(kind, item));
        return tries == null ? 1 : tries;
    }

    /** It came to an end, good or refused: nothing is counted any more. Joins the caller's transaction. */
    public void ended(String kind, String item) {
        counts.ended(kind, item);
    }

    /** It was not the item's fault (Slack was away, another replica had it): this try does not count. */
    public void uncounted(String kind, String item) {
        counts.uncounted(kind, item);
    }

    /**
     * The database was away, so this try does not count; but from the twentieth on it does. While the database is away
     * nothing is begun, so that many mean an item that loses its connection each time, such as one that thinks too long.
     *
     * @return whether it counted after all
     */
    public boolean passed(String kind, String item) {
        return counts.passed(kind, item);
    }

    /** @param trouble without words of people */
    public void failed(String kind, String item, String trouble) {
        counts.failed(kind, item, trouble);
    }

    /**
     * One of several pieces of work that a task finds due again and again until it is done. One that fails stops no
     * other; one that failed five times is tried once an hour, in case what ails it was mended.
     */
    public void each(String kind, String item, Runnable work) {
        try {
            if (!counts.due(kind, item)) {
                return;
            }
            int number = begin(kind, item);
            counts.later(kind, item, number < MOST ? Duration.ZERO : PARKED);
            work.run();
            ended(kind, item);
        } catch (Throwable trouble) {
            LOG.warn("{} {} could not be looked after; tried again", kind, item, trouble);
            noted(kind, item, trouble);
        }
    }

    private void noted(String kind, String item, Throwable trouble) {
        try {
            if (Passing.is(trouble)) {
                passed(kind, item);
            } else {
                failed(kind, item, trouble.getClass().getName());
            }
        } catch (Throwable again) {
            LOG.warn("Nor could that be noted", again);
        }
    }

    public long parked() {
        return counts.parked();
    }

    /** What was parked since it was last asked; nobody is handed it twice. Joins the caller's transaction. */
    public List<Parked> untold() {
        return counts.untold();
    }

    /** What ended without its count being taken back, or is of no interest any more. */
    public void forget() {
        counts.forget();
    }
}
