package dev.quartermaster.bot.slack.inbox;

import org.springframework.stereotype.Component;

/** The {@link Inbox} in the database: stores an item and wakes the workers. */
@Component
final class StoredInbox implements Inbox {
    private final InboxQueries rows;
    private final InboxWorkers workers;

    StoredInbox(InboxQueries rows, InboxWorkers workers) {
        this.rows = rows;
        this.workers = workers;
    }

    @Override
    public boolean store(InboundEvent event) {
        boolean fresh = rows.insert(event, false);
        workers.wake();
        return fresh;
    }

    @Override
    public boolean answered(InboundEvent event) {
        return rows.insert(event, true);
    }

    @Override
    public void handBack(InboundEvent event) {
        rows.handBack(event);
        workers.wake();
    }

    @Override
    public long parked() {
        return rows.parked();
    }
}
