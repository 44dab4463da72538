package dev.quartermaster.actions.lease.handover;

import dev.quartermaster.actions.audit.Audit;
import dev.quartermaster.actions.lease.Lease;
import dev.quartermaster.actions.lease.store.LeaseRow;
import dev.quartermaster.actions.lease.store.LeaseStore;
import dev.quartermaster.actions.lease.store.PartRow;
import dev.quartermaster.actions.provider.Order;
import dev.quartermaster.actions.provider.Provider;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives the parts in which their owner's programs run what the other parts of the lease are reached with: once they are
 * ready, and again when a person is shown new credentials, because those end the ones before. Keeps nothing of it.
 */
@Component
public class Equipment {
    private static final Logger LOG = LoggerFactory.getLogger(Equipment.class);

    private final LeaseStore rows;
    private final PartOrders orders;
    private final Audit audit;
    private final TransactionTemplate transaction;

    Equipment(LeaseStore rows, PartOrders orders, Audit audit, TransactionTemplate transaction) {
        this.rows = rows;
        this.orders = orders;
        this.audit = audit;
        this.transaction = transaction;
    }

    /** Whatever is ready and was not given yet. What cannot be had now is tried again at the next look. */
    public void complete(LeaseRow lease) {
        if (lease.plan().parts().stream().noneMatch(part -> orders.runsHere(part.provider()))) {
            return;
        }
        List<PartRow> ready = ready(lease);
        for (PartRow taker : takers(ready)) {
            for (PartRow other : ready) {
                if (!taker.name().equals(other.name())) {
                    safely(lease, () -> complete(lease, taker, other));
                }
            }
        }
    }

    private void complete(LeaseRow lease, PartRow taker, PartRow other) {
        Provider takes = orders.provider(taker).orElseThrow();
        Provider gives = orders.provider(other).orElseThrow();
        Order to = orders.order(lease, taker);
        Order of = orders.order(lease, other);
        if (takes.lacks(to, other.name()) && gives.hasCredentials(of)) {
            transaction.executeWithoutResult(status -> audit.record(
                    lease.request().value(),
                    null,
                    "credentials-given",
                    Map.of(
                            "part", other.name().value(),
                            "to", taker.name().value())));
            gives.environment(of).ifPresent(environment -> takes.equip(to, other.name(), environment));
        }
    }

    /** @param environment what reaches this part from now on; empty: what was given before still does */
    void renewed(LeaseRow lease, PartRow part, Map<String, String> environment) {
        if (environment.isEmpty()) {
            return;
        }
        for (PartRow taker : takers(ready(lease))) {
            if (!taker.name().equals(part.name())) {
                safely(
                        lease,
                        () -> orders.provider(taker)
                                .orElseThrow()
                                .equip(orders.order(lease, taker), part.name(), environment));
            }
        }
    }

    private List<PartRow> ready(LeaseRow lease) {
        return rows.parts(lease.id()).stream()
                .filter(part -> part.state() == Lease.PartState.Progress.READY)
                .filter(part -> orders.provider(part).isPresent())
                .toList();
    }

    private List<PartRow> takers(List<PartRow> ready) {
        return ready.stream().filter(part -> orders.runsHere(part.provider())).toList();
    }

    private static void safely(LeaseRow lease, Runnable step) {
        try {
            step.run();
        } catch (RuntimeException fault) {
            LOG.error("Giving parts of {} what others are reached with", lease.id(), fault);
        }
    }
}
