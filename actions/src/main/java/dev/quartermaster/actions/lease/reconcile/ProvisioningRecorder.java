package dev.quartermaster.actions.lease.reconcile;

import dev.quartermaster.actions.audit.Audit;
import dev.quartermaster.actions.lease.PartProvisioning;
import dev.quartermaster.actions.lease.handover.PartOrders;
import dev.quartermaster.actions.lease.store.LeaseRow;
import dev.quartermaster.actions.lease.store.LeaseStore;
import dev.quartermaster.actions.lease.store.PartRow;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Keeps in the request's chain what was done for it, asked of the providers when everything was ready. */
@Component
class ProvisioningRecorder {
    private final LeaseStore rows;
    private final PartOrders orders;
    private final Audit audit;

    ProvisioningRecorder(LeaseStore rows, PartOrders orders, Audit audit) {
        this.rows = rows;
        this.orders = orders;
        this.audit = audit;
    }

    /** Asks the other sides, so never within a transaction. */
    List<PartProvisioning> of(LeaseRow lease) {
        return rows.parts(lease.id()).stream()
                .filter(PartRow::wanted)
                .flatMap(part -> orders.provider(part).stream()
                        .map(provider -> new PartProvisioning(
                                part.name().value(),
                                part.provider(),
                                part.ref(),
                                provider.deeds(orders.order(lease, part)))))
                .toList();
    }

    /** Joins the caller's transaction. */
    void keep(LeaseRow lease, List<PartProvisioning> deeds) {
        audit.record(lease.request().value(), null, "made", Map.of("parts", deeds));
    }
}
