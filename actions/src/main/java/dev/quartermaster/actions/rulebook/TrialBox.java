package dev.quartermaster.actions.rulebook;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Where rules are evaluated that somebody is only trying out: two threads for everybody, a short queue, and a time for
 * each. What takes longer is interrupted, which ends every evaluation at its next step; no thread is left behind. Only
 * for what is pure: an interrupted thread must hold no connection.
 */
final class TrialBox {
    private static final int THREADS = 2;
    private static final int WAITING = 8;
    /** Of waiting for room too; by the clock, so that a busy machine has to be allowed for. */
    static final Duration LONGEST = Duration.ofSeconds(60);

    /** One for the process: it is the process that must be spared. */
    private static final ThreadPoolExecutor POOL = pool();

    private TrialBox() {}

    static int waiting() {
        return POOL.getQueue().size();
    }

    private static ThreadPoolExecutor pool() {
        var pool = new ThreadPoolExecutor(
                THREADS,
                THREADS,
                1,
                TimeUnit.MINUTES,
                new ArrayBlockingQueue<>(WAITING),
                Thread.ofPlatform().name("trial-", 0).daemon().factory());
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    /** What comes of it; empty where there was no room, no time, or it failed for want of memory. */
    static <T> Optional<T> within(Supplier<T> work) {
        return within(LONGEST, work);
    }

    static <T> Optional<T> within(Duration longest, Supplier<T> work) {
        FutureTask<T> future = new FutureTask<>(work::get);
        try {
            POOL.execute(future);
        } catch (RejectedExecutionException full) {
            return Optional.empty();
        }
        try {
            return Optional.of(future.get(longest.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException | CancellationException late) {
            return Optional.empty();
        } catch (ExecutionException failed) {
            return switch (failed.getCause()) {
                case RuntimeException wrong -> throw wrong;
                case null, default -> Optional.empty();
            };
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } finally {
            future.cancel(true);
            // Or it would keep its place in the queue until a thread came by, and others would be refused for it.
            POOL.remove(future);
        }
    }
}
