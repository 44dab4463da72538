package dev.quartermaster.actions.lease.reconcile;

import dev.quartermaster.actions.lease.Lease.PartState.Progress;
import dev.quartermaster.actions.lease.handover.PartOrders;
import dev.quartermaster.actions.lease.store.LeaseRow;
import dev.quartermaster.actions.lease.store.LeaseStore;
import dev.quartermaster.actions.lease.store.PartRow;
import dev.quartermaster.actions.lease.store.PartRow.Change;
import dev.quartermaster.actions.provider.Observed;
import dev.quartermaster.actions.provider.Order;
import dev.quartermaster.actions.provider.Provider;
import dev.quartermaster.actions.provider.Provider.Wanted;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Brings one part towards what is wanted, waits a moment for it, and writes what it saw for people to see. */
@Component
class PartReconciler {
    /** Looks after which a step is repeated: a provider may need several, and its API is not to be pressed. */
    private static final int STEP = 5;

    private final PartOrders orders;
    private final LeaseStore rows;
    private final LeaseClaims claims;
    private final ReconcilerProperties pace;
    private final ProviderCalls calls;
    private final TroubleReport troubles;

    PartReconciler(
            PartOrders orders,
            LeaseStore rows,
            LeaseClaims claims,
            ReconcilerProperties pace,
            ProviderCalls calls,
            TroubleReport troubles) {
        this.troubles = troubles;
        this.orders = orders;
        this.rows = rows;
        this.claims = claims;
        this.pace = pace;
        this.calls = calls;
    }

    /**
     * What is then; empty: the claim was lost. What is to go is always told so, because something may be left that a
     * look at the part does not see.
     */
    Optional<Observed> reach(LeaseRow lease, PartRow part, Wanted wanted) {
        Optional<Provider> provider = orders.provider(part);
        if (provider.isEmpty()) {
            return Optional.of(unknown(lease, part, wanted));
        }
        if (wanted == Wanted.RUNNING && part.done()) {
            return Optional.of(new Observed.Done(part.ref(), part.outputs()));
        }
        Sighting before = Sighting.of(part);
        Optional<Order> order =
                wanted == Wanted.RUNNING ? orders.complete(lease, part) : Optional.of(orders.order(lease, part));
        if (order.isEmpty()) {
            Observed waiting = new Observed.Making("", "waiting for what another part gives");
            note(lease, part, before, Sighting.of(part, waiting, wanted));
            return Optional.of(waiting);
        }
        Observed seen = calls.observe(provider.get(), order.get());
        if (wanted == Wanted.RUNNING) {
            troubles.changedByHand(lease, part, seen);
        }
        // What was made by the plan before may look as wanted, too.
        boolean told = wanted == Wanted.GONE || wanted == Wanted.RUNNING && part.change() == Change.APPLY;
        boolean moves = (told || !asWanted(seen, wanted)) && !(seen instanceof Observed.Unreachable);
        for (int look = 0; moves && look < pace.polls(); look++) {
            if (!claims.hold(lease)) {
                return Optional.empty();
            }
            seen = look % STEP == 0
                    ? calls.converge(provider.get(), order.get(), wanted)
                    : calls.observe(provider.get(), order.get());
            moves = seen instanceof Observed.Making making && making.pause() == null || seen instanceof Observed.Ending;
            if (moves) {
                before = note(lease, part, before, Sighting.of(part, seen, wanted));
                sleep(pace.poll());
            }
        }
        note(lease, part, before, Sighting.of(part, seen, wanted));
        gave(lease, part, seen);
        return Optional.of(seen);
    }

    private Observed unknown(LeaseRow lease, PartRow part, Wanted wanted) {
        Observed seen = wanted == Wanted.GONE && part.state() == Progress.WANTED
                ? new Observed.Absent()
                : new Observed.Broken(
                        "Nothing here makes a \"" + part.provider() + "\"; the platform team mends the golden path.");
        if (wanted == Wanted.GONE) {
            note(lease, part, Sighting.of(part), Sighting.of(part, seen, wanted));
        }
        return seen;
    }

    static boolean asWanted(Observed seen, Wanted wanted) {
        return switch (wanted) {
            case RUNNING -> seen instanceof Observed.Ready || seen instanceof Observed.Done;
            case STOPPED -> seen instanceof Observed.Stopped;
            case GONE -> seen instanceof Observed.Absent;
        };
    }

    /** Writes what people are to see, and nothing where they see it already: most looks at what is live find it as it was. */
    private Sighting note(LeaseRow lease, PartRow part, Sighting before, Sighting now) {
        if (!now.in(before)) {
            rows.note(lease, part.name(), now.state(), now.ref(), now.words());
        }
        return now.over(before);
    }

    private void gave(LeaseRow lease, PartRow part, Observed seen) {
        if (seen instanceof Observed.Ready ready) {
            gave(lease, part, ready.outputs(), false);
        } else if (seen instanceof Observed.Done done) {
            gave(lease, part, done.outputs(), true);
        }
    }

    private void gave(LeaseRow lease, PartRow part, Map<String, String> outputs, boolean done) {
        if (!outputs.equals(part.outputs()) || done != part.done()) {
            rows.gave(lease, part.name(), outputs, done);
        }
    }

    private static void sleep(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
