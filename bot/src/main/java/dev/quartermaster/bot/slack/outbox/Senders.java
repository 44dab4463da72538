package dev.quartermaster.bot.slack.outbox;

import dev.quartermaster.bot.slack.work.Loop;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Claims lanes with something to say and empties each in its own virtual thread. */
@Component
final class Senders implements SmartLifecycle {
    private static final int AT_ONCE = 8;
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final Lanes lanes;
    private final OutboxRepository repository;
    private final OutboxSender sender;
    private final Loop loop = new Loop("slack-outbox", this::look);
    private final Semaphore free = new Semaphore(AT_ONCE);
    private long renewed = System.nanoTime();
    private int looks;

    Senders(Lanes lanes, OutboxRepository repository, OutboxSender sender) {
        this.lanes = lanes;
        this.repository = repository;
        this.sender = sender;
    }

    void wakeAfterCommit() {
        loop.ringAfterCommit();
    }

    private void look() {
        if (looks++ % 1_000 == 0) repository.sweep();
        if (System.nanoTime() - renewed > 900_000_000L) {
            lanes.renew();
            renewed = System.nanoTime();
        }
        int places = free.availablePermits();
        if (places == 0) return;
        for (String lane : lanes.claim(places)) {
            free.acquireUninterruptibly();
            begin(lane);
        }
    }

    /** A machine out of threads must not keep the place and the lane for good: a claim is renewed while we live. */
    private void begin(String lane) {
        boolean begun = false;
        try {
            Thread unused =
                    Thread.ofPlatform().daemon().name("slack-lane-" + lane).start(() -> empty(lane));
            begun = true;
        } finally {
            if (!begun) {
                free.release();
                lanes.release(lane);
            }
        }
    }

    private void empty(String lane) {
        try {
            sender.empty(lane, loop::isRunning);
        } finally {
            free.release();
            loop.ring();
        }
    }

    @Override
    public void start() {
        loop.start();
    }

    /** What is in flight is finished and noted; nothing new is begun. */
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

    @Override
    public int getPhase() {
        return 1_000;
    }
}
