package dev.quartermaster.actions.lease.reconcile;

import dev.quartermaster.actions.lease.Lease.PartState.Progress;
import dev.quartermaster.actions.lease.handover.PartOrders;
import dev.quartermaster.actions.lease.store.LeaseRow;
import dev.quartermaster.actions.lease.store.LeaseStore;
import dev.quartermaster.actions.lease.store.PartRow;
import dev.quartermaster.actions.provider.Observed;
import dev.quartermaster.actions.provider.Order;
import dev.quartermaster.actions.provider.Provider;
import dev.quartermaster.actions.provider.Provider.Wanted;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Brings one part towards what is wanted, waits a moment for it, and writes what it saw for people to see. */
@Component
class PartReconciler {
    private static final Logger LOG = LoggerFactory.getLogger(PartReconciler.class);
    /** Looks after which a step is repeated: a provider may need several, and its API is not to be pressed. */
    private static final int STEP = 5;

    private final PartOrders orders;
    private final LeaseStore rows;
    private final LeaseClaims claims;
    private final ReconcilerProperties pace;

    PartReconciler(PartOrders orders, LeaseStore rows, LeaseClaims claims, ReconcilerProperties pace) {
        this.orders = orders;
        this.rows = rows;
        this.claims = claims;
        this.pace = pace;
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
        Optional<Order> order =
                wanted == Wanted.RUNNING ? orders.complete(lease, part) : Optional.of(orders.order(lease, part));
        if (order.isEmpty()) {
            Observed waiting = new Observed.Making("", "waiting for what another part gives");
            note(lease, part, waiting, wanted);
            return Optional.of(waiting);
        }
        Work work = new Work(provider.get(), order.get());
        Observed seen = work.observe();
        boolean moves = (wanted == Wanted.GONE || !asWanted(seen, wanted)) && !(seen instanceof Observed.Unreachable);
        for (int look = 0; moves && look < pace.polls(); look++) {
            if (!claims.hold(lease)) {
                return Optional.empty();
            }
            seen = look % STEP == 0 ? work.converge(wanted) : work.observe();
            moves = seen instanceof Observed.Making making && making.pause() == null || seen instanceof Observed.Ending;
            if (moves) {
                note(lease, part, seen, wanted);
                sleep(pace.poll());
            }
        }
        note(lease, part, seen, wanted);
        return Optional.of(seen);
    }

    private Observed unknown(LeaseRow lease, PartRow part, Wanted wanted) {
        Observed seen = wanted == Wanted.GONE && part.state() == Progress.WANTED
                ? new Observed.Absent()
                : new Observed.Broken(
                        "Nothing here makes a \"" + part.provider() + "\"; the platform team mends the golden path.");
        if (wanted == Wanted.GONE) {
            note(lease, part, seen, wanted);
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

    private void note(LeaseRow lease, PartRow part, Observed seen, Wanted wanted) {
        Progress between = wanted == Wanted.GONE ? Progress.ENDING : Progress.MAKING;
        switch (seen) {
            case Observed.Ready ready -> {
                rows.note(lease, part.name(), wanted == Wanted.GONE ? between : Progress.READY, ready.ref(), "");
                gave(lease, part, ready.outputs(), false);
            }
            case Observed.Done done -> {
                rows.note(lease, part.name(), wanted == Wanted.GONE ? between : Progress.READY, done.ref(), "done");
                gave(lease, part, done.outputs(), true);
            }
            case Observed.Absent absent ->
                rows.note(lease, part.name(), wanted == Wanted.GONE ? Progress.GONE : Progress.WANTED, "", "");
            case Observed.Making making -> rows.note(lease, part.name(), between, making.ref(), making.words());
            case Observed.Stopped stopped -> rows.note(lease, part.name(), between, stopped.ref(), "stopped");
            case Observed.Ending ending -> rows.note(lease, part.name(), between, "", ending.words());
            // What cannot be seen is as it was, as far as anybody knows.
            case Observed.Unreachable away ->
                rows.note(lease, part.name(), part.state(), "", "waiting for " + away.words());
            case Observed.Broken broken ->
                rows.note(lease, part.name(), wanted == Wanted.GONE ? between : Progress.FAILED, "", broken.words());
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

    /** A provider never throws by its contract; one that does, even by an Error, is a fault of ours and waits for a person. */
    private record Work(Provider provider, Order order) {
        Observed observe() {
            try {
                return provider.observe(order);
            } catch (Throwable fault) {
                return fault(fault);
            }
        }

        Observed converge(Wanted wanted) {
            try {
                return provider.converge(order, wanted);
            } catch (Throwable fault) {
                return fault(fault);
            }
        }

        private Observed fault(Throwable fault) {
            LOG.error("Part {} of {}", order.part().name(), order.lease(), fault);
            return new Observed.Broken("Something went wrong on our side; the platform team finds it in the log.");
        }
    }
}
