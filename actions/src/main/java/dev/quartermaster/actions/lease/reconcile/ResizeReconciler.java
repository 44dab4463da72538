package dev.quartermaster.actions.lease.reconcile;

import dev.quartermaster.actions.lease.store.LeaseRow;
import dev.quartermaster.actions.lease.store.LeaseStore;
import dev.quartermaster.actions.lease.store.PartRow;
import dev.quartermaster.actions.lease.store.PartRow.Change;
import dev.quartermaster.actions.provider.Observed;
import dev.quartermaster.actions.provider.Provider.Wanted;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * One pass over what is live and is to have another size. What does not become ready in it, because it is refused or
 * because there is no room for it in time, becomes what it was before.
 */
@Component
class ResizeReconciler {
    private final LeaseStore rows;
    private final LeaseClaims claims;
    private final PartReconciler towards;
    private final ResizeTransitions transitions;
    private final TroubleReport troubles;
    private final LeaseMessages sayings;
    private final ReconcilerProperties pace;

    ResizeReconciler(
            LeaseStore rows,
            LeaseClaims claims,
            PartReconciler towards,
            ResizeTransitions transitions,
            TroubleReport troubles,
            LeaseMessages sayings,
            ReconcilerProperties pace) {
        this.rows = rows;
        this.claims = claims;
        this.towards = towards;
        this.transitions = transitions;
        this.troubles = troubles;
        this.sayings = sayings;
        this.pace = pace;
    }

    void over(LeaseRow lease, List<PartRow> parts) {
        if (transitions.tooLong(lease)) {
            letGo(lease);
            return;
        }
        for (PartRow part : parts) {
            Wanted wanted = part.change() == Change.RESTART ? Wanted.STOPPED : Wanted.RUNNING;
            Optional<Observed> seen = towards.reach(lease, part, wanted);
            if (seen.isEmpty()) {
                letGo(lease);
                return;
            }
            boolean there = PartReconciler.asWanted(seen.get(), wanted);
            if (there && wanted == Wanted.STOPPED) {
                rows.stoppedForChange(lease.id(), part.name());
                letGo(lease);
                return;
            }
            if (!there) {
                behind(lease, part, seen.get());
                return;
            }
        }
        transitions.resized(lease);
        letGo(lease);
    }

    private void behind(LeaseRow lease, PartRow part, Observed seen) {
        switch (seen) {
            case Observed.Broken broken -> {
                if (lease.tries() + 1 >= pace.tries()) {
                    troubles.of(lease, part, broken);
                    if (transitions.undone(lease, broken.words())) {
                        letGo(lease);
                        return;
                    }
                    transitions.progress(lease, sayings.damaged(part, broken.words()));
                }
                claims.rest(lease, pace.backoff(lease.tries()), false);
            }
            case Observed.Failed failed -> {
                if (transitions.undone(lease, failed.words())) {
                    letGo(lease);
                    return;
                }
                transitions.progress(lease, sayings.damaged(part, failed.words()));
                claims.rest(lease, pace.backoff(lease.tries()), false);
            }
            case Observed.Unreachable away -> {
                transitions.progress(lease, sayings.waiting(away.words()));
                claims.rest(lease, pace.backoff(lease.tries()), false);
            }
            case Observed.Making making -> {
                transitions.progress(lease, sayings.changing(part, making.words()));
                troubles.of(lease, part, making);
                claims.rest(lease, making.pause() == null ? pace.soon() : making.pause(), true);
            }
            case Observed.Absent absent -> claims.rest(lease, pace.soon(), true);
            case Observed.Stopped stopped -> claims.rest(lease, pace.soon(), true);
            case Observed.Ending ending -> claims.rest(lease, pace.soon(), true);
            case Observed.Ready ready -> claims.rest(lease, pace.soon(), true);
            case Observed.Done done -> claims.rest(lease, pace.soon(), true);
        }
    }

    private void letGo(LeaseRow lease) {
        claims.rest(lease, Duration.ZERO, true);
    }
}
