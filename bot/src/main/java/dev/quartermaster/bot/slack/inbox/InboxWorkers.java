package dev.quartermaster.bot.slack.inbox;

import dev.quartermaster.bot.slack.work.WorkerPool;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Works on items that are ready, each in its own thread. */
@Component
final class InboxWorkers extends WorkerPool<Long> {
    private static final int AT_ONCE = 4;

    private final InboxQueries rows;
    private final InboxWorker worker;
    private final Set<Long> busy = ConcurrentHashMap.newKeySet();

    InboxWorkers(InboxQueries rows, InboxWorker worker) {
        super("slack-inbox", "slack-inbox-", AT_ONCE);
        this.rows = rows;
        this.worker = worker;
    }

    void wake() {
        loop().ring();
    }

    @Override
    protected void sweep() {
        rows.sweep();
    }

    @Override
    protected List<Long> claim(int places) {
        List<Long> ready = rows.ready(busy, places);
        busy.addAll(ready);
        return ready;
    }

    @Override
    protected boolean work(Long id) {
        try {
            return worker.work(id);
        } finally {
            busy.remove(id);
        }
    }

    @Override
    protected void notBegun(Long id) {
        busy.remove(id);
    }
}
