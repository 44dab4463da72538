package dev.quartermaster.actions.lease.reconcile;

import dev.quartermaster.actions.lease.Lease;
import dev.quartermaster.actions.lease.Lease.PartState.Progress;
import dev.quartermaster.actions.lease.handover.Equipment;
import dev.quartermaster.actions.lease.handover.PartOrders;
import dev.quartermaster.actions.lease.store.LeaseRow;
import dev.quartermaster.actions.lease.store.LeaseStore;
import dev.quartermaster.actions.lease.store.PartRow;
import dev.quartermaster.actions.provider.Observed;
import dev.quartermaster.actions.provider.Provider.Wanted;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * One pass over a claimed lease: looks at what is, from the first part on, and moves it towards what should be. Keeps
 * nothing between passes, so that it may be killed anywhere and the next pass, in any process, goes on.
 */
@Component
class LeaseReconciler {
    private static final Logger LOG = LoggerFactory.getLogger(LeaseReconciler.class);

    private final LeaseStore rows;
    private final LeaseClaims claims;
    private final PartReconciler towards;
    private final LeaseTransitions transitions;
    private final ProvisioningRecorder deeds;
    private final ResizeReconciler resizes;
    private final TroubleReport troubles;
    private final JobOutputReport outputs;
    private final LeaseMessages sayings;
    private final PartOrders orders;
    private final Equipment equipment;
    private final ReconcilerProperties pace;

    LeaseReconciler(
            LeaseStore rows,
            LeaseClaims claims,
            PartReconciler towards,
            LeaseTransitions transitions,
            ProvisioningRecorder deeds,
            ResizeReconciler resizes,
            TroubleReport troubles,
            JobOutputReport outputs,
            LeaseMessages sayings,
            PartOrders orders,
            Equipment equipment,
            ReconcilerProperties pace) {
        this.rows = rows;
        this.claims = claims;
        this.towards = towards;
        this.transitions = transitions;
        this.deeds = deeds;
        this.resizes = resizes;
        this.troubles = troubles;
        this.outputs = outputs;
        this.sayings = sayings;
        this.orders = orders;
        this.equipment = equipment;
        this.pace = pace;
    }

    void over(LeaseRow lease) {
        switch (lease.state()) {
            case PROVIDING -> provide(lease);
            case LIVE, STOPPED -> keep(lease);
            case ENDING -> takeBack(lease);
            case ENDED, DONE, FAILED -> lookOnceMore(lease);
        }
    }

    /**
     * What could not even be tried several times: nothing is handed out yet, so it fails; or it is, and its owner hears
     * that something is wrong.
     *
     * @param first to be said now, and not again
     * @return whether it failed, and is to be taken back from here on
     */
    boolean givenUp(LeaseRow lease, boolean first) {
        if (lease.state() == Lease.State.PROVIDING) {
            transitions.failing(lease, sayings.brokenOff());
            letGo(lease);
            return true;
        }
        if (first && lease.state() != Lease.State.ENDED && lease.state() != Lease.State.FAILED) {
            transitions.progress(lease, sayings.brokenOff());
        }
        return false;
    }

    private void provide(LeaseRow lease) {
        if (transitions.tooLate(lease)) {
            letGo(lease);
            return;
        }
        boolean done = true;
        List<PartRow> parts = wanted(lease);
        for (PartRow part : parts) {
            Optional<Observed> seen = towards.reach(lease, part, Wanted.RUNNING);
            if (seen.isEmpty()) {
                letGo(lease);
                return;
            }
            if (!PartReconciler.asWanted(seen.get(), Wanted.RUNNING)) {
                waitFor(lease, part, seen.get());
                return;
            }
            done &= seen.get() instanceof Observed.Done;
        }
        for (PartRow part : done ? List.<PartRow>of() : parts) {
            Optional<Observed.Making> closed = orders.closed(lease, part);
            if (closed.isPresent()) {
                waitFor(lease, part, closed.get());
                return;
            }
        }
        equipment.complete(lease);
        transitions.handedOver(lease, deeds.of(lease), done);
        // Once more at once: the parts were ordered with the expected end, now it is agreed.
        letGo(lease);
    }

    private List<PartRow> wanted(LeaseRow lease) {
        return rows.parts(lease.id()).stream().filter(PartRow::wanted).toList();
    }

    /** For whoever comes next, at once. Of a claim that was lost nothing is left to let go. */
    private void letGo(LeaseRow lease) {
        claims.rest(lease, Duration.ZERO, true);
    }

    private void waitFor(LeaseRow lease, PartRow part, Observed seen) {
        switch (seen) {
            case Observed.Unreachable away -> {
                transitions.progress(lease, sayings.waiting(away.words()));
                claims.rest(lease, pace.backoff(lease.tries()), false);
            }
            case Observed.Broken broken -> {
                if (lease.tries() + 1 < pace.tries()) {
                    claims.rest(lease, pace.backoff(lease.tries()), false);
                } else {
                    troubles.of(lease, part, broken);
                    transitions.failing(lease, broken.words());
                    letGo(lease);
                }
            }
            case Observed.Failed failed -> {
                outputs.tell(lease);
                transitions.failing(lease, failed.words());
                letGo(lease);
            }
            case Observed.Making making -> {
                transitions.progress(lease, sayings.making(part, making.words()));
                troubles.of(lease, part, making);
                claims.rest(lease, making.pause() == null ? pace.soon() : making.pause(), true);
            }
            case Observed.Absent absent -> claims.rest(lease, pace.soon(), true);
            case Observed.Stopped stopped -> claims.rest(lease, pace.soon(), true);
            case Observed.Ending ending -> claims.rest(lease, pace.soon(), true);
            case Observed.Ready ready -> throw new IllegalStateException("Ready is not waited for");
            case Observed.Done done -> throw new IllegalStateException("Done is not waited for");
        }
    }

    private void keep(LeaseRow lease) {
        if (transitions.endReached(lease)) {
            letGo(lease);
            return;
        }
        transitions.warned(lease);
        if (transitions.repriced(lease)) {
            letGo(lease);
            return;
        }
        if (lease.changing() && lease.state() == Lease.State.LIVE) {
            resizes.over(lease, wanted(lease));
            return;
        }
        List<PartRow> parts = lease.state() == Lease.State.LIVE ? wanted(lease) : List.of();
        boolean whole = true;
        boolean usable = true;
        boolean used = false;
        boolean done = false;
        boolean away = false;
        Optional<String> unready = Optional.empty();
        Optional<String> failed = Optional.empty();
        for (PartRow part : parts) {
            Optional<Observed> seen = towards.reach(lease, part, Wanted.RUNNING);
            if (seen.isEmpty()) {
                letGo(lease);
                return;
            }
            boolean there = PartReconciler.asWanted(seen.get(), Wanted.RUNNING);
            whole &= there;
            usable &= there || part.late();
            done |= seen.get() instanceof Observed.Done;
            if (seen.get() instanceof Observed.Failed(var words)) {
                failed = Optional.of(words);
            } else {
                used |= !(seen.get() instanceof Observed.Done) && orders.outlastsJobs(part);
            }
            away |= !there && !seen.get().held() && !part.late();
            if (repeatedly(lease)) {
                disturbed(lease, part, seen.get());
                if (seen.get().held() && !part.late()) {
                    String why = Sighting.of(part, seen.get(), Wanted.RUNNING).words();
                    unready = Optional.of(sayings.unready(part, why));
                }
            }
        }
        if (!away) {
            unready.ifPresent(words -> transitions.unready(lease, words));
        }
        if (whole) {
            equipment.complete(lease);
        }
        // What was paused has been tried in vain, and is until this pass is over.
        if (usable && lease.state() == Lease.State.LIVE && lease.tries() > 0) {
            boolean told = lease.tries() >= pace.tries() && parts.stream().anyMatch(PartRow::unready);
            transitions.resumed(lease, told);
        }
        if (whole && parts.stream().anyMatch(PartRow::late)) {
            transitions.joined(lease, deeds.of(lease));
        }
        boolean over = !used && !waiting(lease) && (failed.isPresent() || whole && done);
        if (over && ended(lease, failed)) {
            letGo(lease);
            return;
        }
        claims.rest(lease, whole ? pace.watch() : pace.backoff(lease.tries()), whole);
    }

    private boolean ended(LeaseRow lease, Optional<String> failed) {
        outputs.tell(lease);
        return failed.map(words -> transitions.unsuccessful(lease, words)).orElseGet(() -> transitions.done(lease));
    }

    /** Whether a part of it may still be agreed to. */
    private boolean waiting(LeaseRow lease) {
        return rows.parts(lease.id()).stream().anyMatch(part -> part.state() == Progress.WAITING || part.late());
    }

    /** What is live and isn't usable any more, and holds no machine. What joins later isn't charged yet, and what isn't seen may well work. */
    private void disturbed(LeaseRow lease, PartRow part, Observed seen) {
        troubles.of(lease, part, seen);
        if (PartReconciler.asWanted(seen, Wanted.RUNNING) || seen instanceof Observed.Unreachable || seen.held()) {
            return;
        }
        boolean wrong = seen instanceof Observed.Broken
                || seen instanceof Observed.Failed
                || seen instanceof Observed.Making making && making.trouble() != null;
        String why = Sighting.of(part, seen, Wanted.RUNNING).words();
        String words = wrong ? sayings.damaged(part, why) : sayings.unusable(part, why);
        boolean told = !part.late() && transitions.paused(lease, words);
        if (wrong && !told) {
            transitions.progress(lease, part.late() ? words : sayings.uncharged(words));
        }
    }

    /** Not the first try that came to nothing: what passes by itself in seconds is nobody's concern. */
    private boolean repeatedly(LeaseRow lease) {
        return lease.tries() + 1 >= pace.tries();
    }

    private void takeBack(LeaseRow lease) {
        List<PartRow> parts = rows.parts(lease.id()).reversed();
        for (PartRow part : parts) {
            Optional<Observed> seen = towards.reach(lease, part, Wanted.GONE);
            if (seen.isEmpty()) {
                letGo(lease);
                return;
            }
            if (!PartReconciler.asWanted(seen.get(), Wanted.GONE)) {
                stillThere(lease, part, seen.get());
                return;
            }
        }
        transitions.finished(lease);
    }

    private void stillThere(LeaseRow lease, PartRow part, Observed seen) {
        if (seen instanceof Observed.Unreachable away) {
            transitions.progress(lease, sayings.takingBack(away.words()));
        }
        if (seen instanceof Observed.Broken broken && repeatedly(lease)) {
            LOG.warn("{} of {} cannot be taken back: {}", part.name(), lease.id(), broken.words());
            transitions.progress(lease, sayings.stuck(part, broken.words()));
            troubles.of(lease, part, broken);
        }
        claims.rest(lease, pace.backoff(lease.tries()), false);
    }

    private void lookOnceMore(LeaseRow lease) {
        for (PartRow part : rows.parts(lease.id()).reversed()) {
            Optional<Observed> seen = towards.reach(lease, part, Wanted.GONE);
            if (seen.isEmpty() || !PartReconciler.asWanted(seen.get(), Wanted.GONE)) {
                claims.rest(lease, pace.backoff(lease.tries()), false);
                return;
            }
        }
        claims.settled(lease);
    }
}
