package dev.quartermaster.bot.slack.inbox;

import org.springframework.stereotype.Component;

/** Stores and wakes. */
@Component
final class StoredInbox implements Inbox {
    private final Rows rows;
    private final Workers workers;

    StoredInbox(Rows rows, Workers workers) {
        this.rows = rows;
        this.workers = workers;
    }

    @Override
    public boolean store(Arrival arrival) {
        boolean fresh = rows.insert(arrival, false);
        workers.wake();
        return fresh;
    }

    @Override
    public boolean answered(Arrival arrival) {
        return rows.insert(arrival, true);
    }

    @Override
    public void handBack(Arrival arrival) {
        rows.handBack(arrival);
        workers.wake();
    }

    @Override
    public long parked() {
        return rows.parked();
    }
}
