package dev.quartermaster.bot.slack.work;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Queue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.context.SmartLifecycle;

/**
 * Hands what is ready to threads, few at a time: each holds a database connection while it works. Platform threads, because
 * a virtual one that loads classes holds its carrier, and a small machine has two of those.
 *
 * @param <T> what one thread works on
 */
public abstract class WorkerPool<T> implements SmartLifecycle {
    private static final Duration GRACE = Duration.ofSeconds(5);
    private static final int LOOKS_BETWEEN_SWEEPS = 1_000;

    private final String thread;
    private final int most;
    private final Semaphore free;
    private final PollingLoop loop;
    private int looks;

    /** @param name of the thread that looks. @param thread begins the names of those that work */
    @SuppressWarnings("this-escape") // The loop looks once it is started, which is after construction.
    protected WorkerPool(String name, String thread, int most) {
        this.thread = thread;
        this.most = most;
        this.free = new Semaphore(most);
        this.loop = new PollingLoop(name, this::look);
    }

    protected final PollingLoop loop() {
        return loop;
    }

    /** At every look, also while all are busy. */
    protected void patrol() {}

    /** Now and then: what is done and old goes. */
    protected abstract void sweep();

    /** Takes what is ready and nobody works on. */
    protected abstract Collection<T> claim(int places);

    /** @return whether there may be more to do now */
    protected abstract boolean work(T item);

    /** Gives back what was claimed. A machine out of threads must not keep it for good. */
    protected abstract void notBegun(T item);

    private void look() {
        if (looks++ % LOOKS_BETWEEN_SWEEPS == 0) sweep();
        patrol();
        int places = free.availablePermits();
        if (places == 0) return;
        Queue<T> claimed = new ArrayDeque<>(claim(places));
        try {
            while (!claimed.isEmpty()) {
                free.acquireUninterruptibly();
                begin(claimed.remove());
            }
        } finally {
            claimed.forEach(this::notBegun);
        }
    }

    private void begin(T item) {
        boolean begun = false;
        try {
            started(thread + item, () -> run(item));
            begun = true;
        } finally {
            if (!begun) {
                free.release();
                notBegun(item);
            }
        }
    }

    /** A thread that does this; an {@link OutOfMemoryError} where the machine has none left. */
    protected void started(String name, Runnable work) {
        Thread unused = Thread.ofPlatform().daemon().name(name).start(work);
    }

    private void run(T item) {
        boolean more = false;
        try {
            more = work(item);
        } finally {
            free.release();
            if (more) loop.ring();
        }
    }

    @Override
    public final void start() {
        loop.start();
    }

    /** What is in flight is finished and noted; nothing new is begun. */
    @Override
    public final void stop() {
        loop.stop();
        try {
            if (free.tryAcquire(most, GRACE.toMillis(), TimeUnit.MILLISECONDS)) free.release(most);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public final boolean isRunning() {
        return loop.isRunning();
    }

    /** Late up, early down: what it calls must be there. */
    @Override
    public final int getPhase() {
        return 1_000;
    }
}
