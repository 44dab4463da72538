package dev.quartermaster.actions.lease.reconcile;

import dev.quartermaster.actions.lease.JobOutput;
import dev.quartermaster.actions.lease.handover.PartOrders;
import dev.quartermaster.actions.lease.store.LeaseRow;
import dev.quartermaster.actions.lease.store.LeaseStore;
import dev.quartermaster.actions.lease.store.PartRow;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells how the output of what ran to its end ended, before what it ran in is taken back and its output with it. */
@Component
class JobOutputReport {
    private static final int LINES = 12;

    private final LeaseStore rows;
    private final PartOrders orders;
    private final ApplicationEventPublisher events;

    JobOutputReport(LeaseStore rows, PartOrders orders, ApplicationEventPublisher events) {
        this.rows = rows;
        this.orders = orders;
        this.events = events;
    }

    /** Asks the other side, so never within a transaction. */
    void tell(LeaseRow lease) {
        List<String> lines = rows.parts(lease.id()).stream()
                .filter(PartRow::wanted)
                .flatMap(part -> orders.provider(part).stream()
                        // What ran elsewhere keeps its log there, to be read once its end is told.
                        .filter(provider -> provider.type().compute())
                        .flatMap(provider -> provider.lastLines(orders.order(lease, part), LINES).stream()))
                .toList();
        if (!lines.isEmpty()) {
            events.publishEvent(new JobOutput(lease.id(), lease.request(), lines));
        }
    }
}
