package dev.quartermaster.bot.slack.outbox;

import dev.quartermaster.bot.slack.work.WorkerPool;
import java.util.List;
import org.springframework.stereotype.Component;

/** Claims lanes with something to say and empties each in its own thread. */
@Component
final class SenderPool extends WorkerPool<String> {
    private static final int AT_ONCE = 8;
    private static final long RENEWED_AFTER_NANOS = 900_000_000L;

    private final LaneClaims lanes;
    private final OutboxRepository repository;
    private final OutboxSender sender;
    private long renewed = System.nanoTime();

    SenderPool(LaneClaims lanes, OutboxRepository repository, OutboxSender sender) {
        super("slack-outbox", "slack-lane-", AT_ONCE);
        this.lanes = lanes;
        this.repository = repository;
        this.sender = sender;
    }

    void wakeAfterCommit() {
        loop().ringAfterCommit();
    }

    /** A claim is renewed as long as we live. */
    @Override
    protected void patrol() {
        if (System.nanoTime() - renewed > RENEWED_AFTER_NANOS) {
            lanes.renew();
            renewed = System.nanoTime();
        }
    }

    @Override
    protected void sweep() {
        repository.sweep();
    }

    @Override
    protected List<String> claim(int places) {
        return lanes.claim(places);
    }

    @Override
    protected boolean work(String lane) {
        sender.empty(lane, this::isRunning);
        return true;
    }

    @Override
    protected void notBegun(String lane) {
        lanes.release(lane);
    }
}
