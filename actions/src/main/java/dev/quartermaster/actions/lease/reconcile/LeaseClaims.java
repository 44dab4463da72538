package dev.quartermaster.actions.lease.reconcile;

import dev.quartermaster.actions.lease.store.ClaimRepository;
import dev.quartermaster.actions.lease.store.LeaseRow;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Who works on a lease. A claim is a time until which nobody else takes it and an epoch that only grows: whoever holds
 * an older one can write neither here nor, by the providers' contract, to what is made. A killed worker's claim runs out.
 */
@Component
class LeaseClaims {
    private final ClaimRepository claims;
    private final ReconcilerProperties pace;

    LeaseClaims(ClaimRepository claims, ReconcilerProperties pace) {
        this.claims = claims;
        this.pace = pace;
    }

    /** The lease to be worked on next, if any is: ends before everything else. */
    Optional<LeaseRow> take() {
        return claims.take(seconds(pace.hold()));
    }

    /** Likewise, and what is on its way out only where nothing else is due. */
    Optional<LeaseRow> takeBesideEndings() {
        return claims.takeBesideEndings(seconds(pace.hold())).or(this::take);
    }

    /** Holds on for longer. @return false: another worker has it now, or something else is wanted by now; stop */
    boolean hold(LeaseRow claimed) {
        String state = claimed.state().word();
        return claims.hold(claimed.id().value(), claimed.epoch(), state, seconds(pace.hold())) == 1;
    }

    /**
     * Lets go until later, but not where something else is wanted by now than when it was taken.
     *
     * @param further whether it came further: the count of tries starts anew
     */
    void rest(LeaseRow claimed, Duration pause, boolean further) {
        claims.rest(claimed.id().value(), claimed.epoch(), claimed.wishes(), seconds(pause), further);
    }

    /** Whoever takes it after this claim has run out does so no sooner, unless something else is wanted by then. */
    void defer(LeaseRow claimed, Duration pause) {
        claims.defer(claimed.id().value(), claimed.epoch(), seconds(pause));
    }

    /** Nothing of it is left, seen a while after its end: nobody looks at it again. */
    void settled(LeaseRow claimed) {
        claims.settle(claimed.id().value(), claimed.epoch());
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
