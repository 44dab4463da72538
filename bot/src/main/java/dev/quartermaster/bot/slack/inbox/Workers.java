package dev.quartermaster.bot.slack.inbox;

import dev.quartermaster.bot.slack.work.Loop;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Hands ready items to threads, few at a time: each holds a database connection while it works. Platform threads, because
 * a virtual one that loads classes holds its carrier, and a small machine has two of those.
 */
@Component
final class Workers implements SmartLifecycle {
    private static final int AT_ONCE = 4;
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final Rows rows;
    private final Worker worker;
    private final Loop loop = new Loop("slack-inbox", this::look);
    private final Set<Long> busy = ConcurrentHashMap.newKeySet();
    private final Semaphore free = new Semaphore(AT_ONCE);
    private int looks;

    Workers(Rows rows, Worker worker) {
        this.rows = rows;
        this.worker = worker;
    }

    void wake() {
        loop.ring();
    }

    private void look() {
        if (looks++ % 1_000 == 0) rows.sweep();
        int places = free.availablePermits();
        if (places == 0) return;
        for (long id : rows.ready(busy, places)) {
            free.acquireUninterruptibly();
            busy.add(id);
            begin(id);
        }
    }

    /** A machine out of threads must not keep the place and the item for good. */
    private void begin(long id) {
        boolean begun = false;
        try {
            Thread unused =
                    Thread.ofPlatform().daemon().name("slack-inbox-" + id).start(() -> work(id));
            begun = true;
        } finally {
            if (!begun) {
                busy.remove(id);
                free.release();
            }
        }
    }

    private void work(long id) {
        boolean worked = false;
        try {
            worked = worker.work(id);
        } finally {
            busy.remove(id);
            free.release();
            if (worked) loop.ring();
        }
    }

    @Override
    public void start() {
        loop.start();
    }

    @Override
    public void stop() {
        loop.stop();
        try {
            if (free.tryAcquire(AT_ONCE, GRACE.toMillis(), TimeUnit.MILLISECONDS)) free.release(AT_ONCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return loop.isRunning();
    }

    /** Late up, early down: what it calls must be there. */
    @Override
    public int getPhase() {
        return 1_000;
    }
}
