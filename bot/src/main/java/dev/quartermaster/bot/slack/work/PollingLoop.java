package dev.quartermaster.bot.slack.work;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * A daemon thread that looks for work: when it is rung, and at least once a second. Several rings in a row are one.
 * What the look throws is logged once and the look repeated every second.
 */
public final class PollingLoop {
    private static final Logger LOG = LoggerFactory.getLogger(PollingLoop.class);
    private static final Duration PATROL = Duration.ofSeconds(1);
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final String name;
    private final Runnable look;
    private final BlockingQueue<Boolean> bell = new ArrayBlockingQueue<>(1);
    private volatile @Nullable Thread thread;

    /** @param name of the thread. @param look does all the work there is and returns; called by one thread at a time */
    public PollingLoop(String name, Runnable look) {
        this.name = name;
        this.look = look;
    }

    /** Has it look now, or once more if it is looking; returns at once. */
    public void ring() {
        // Full means somebody rang already.
        boolean unused = bell.offer(true);
    }

    /** Rings when the caller's transaction has committed; at once without one. */
    public void ringAfterCommit() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            ring();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                ring();
            }
        });
    }

    /** Does nothing where it runs already. */
    public synchronized void start() {
        if (thread != null) return;
        // Known before it runs: it ends as soon as it is not the one.
        Thread next = Thread.ofPlatform().name(name).daemon().unstarted(this::run);
        thread = next;
        next.start();
    }

    /** Waits up to 5 s for the look it is at: what that uses may be closed next. */
    public synchronized void stop() {
        Thread running = thread;
        thread = null;
        if (running == null) return;
        ring();
        try {
            boolean unused = running.join(GRACE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    public boolean isRunning() {
        return thread != null;
    }

    private void run() {
        boolean failing = false;
        while (thread == Thread.currentThread()) {
            try {
                look.run();
                failing = false;
                Boolean unused = bell.poll(PATROL.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException stopped) {
                return;
            } catch (Throwable e) {
                // The database is away, most likely: said once, then looked at again every second. After an Error, too:
                // a loop that ends in silence leaves everything behind it undone.
                if (!failing) LOG.warn("{} cannot look for work", name, e);
                failing = true;
                if (!waited()) return;
            }
        }
    }

    private static boolean waited() {
        try {
            Thread.sleep(PATROL);
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }
}
