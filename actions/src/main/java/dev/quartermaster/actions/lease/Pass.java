package dev.quartermaster.actions.lease;

import dev.quartermaster.actions.provider.Observed;
import dev.quartermaster.actions.provider.Provider.Wanted;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * One pass over a claimed lease: looks at what is, from the first part on, and moves it towards what should be. Keeps
 * nothing between passes, so that it may be killed anywhere and the next pass, in any process, goes on.
 */
@Component
class Pass {
    private final LeaseRows rows;
    private final Claims claims;
    private final Towards towards;
    private final Transitions transitions;
    private final Sayings sayings;
    private final Pace pace;

    Pass(LeaseRows rows, Claims claims, Towards towards, Transitions transitions, Sayings sayings, Pace pace) {
        this.rows = rows;
        this.claims = claims;
        this.towards = towards;
        this.transitions = transitions;
        this.sayings = sayings;
        this.pace = pace;
    }

    void over(LeaseRow lease) {
        switch (lease.state()) {
            case PROVIDING -> provide(lease);
            case LIVE, STOPPED -> keep(lease);
            case ENDING -> takeBack(lease);
            case ENDED, FAILED -> claims.rest(lease, pace.watch(), true);
        }
    }

    private void provide(LeaseRow lease) {
        if (transitions.tooLate(lease)) {
            claims.rest(lease, Duration.ZERO, true);
            return;
        }
        for (PartRow part : rows.parts(lease.id())) {
            Optional<Observed> seen = towards.reach(lease, part, Wanted.RUNNING);
            if (seen.isEmpty()) {
                return;
            }
            if (!Towards.asWanted(seen.get(), Wanted.RUNNING)) {
                waitFor(lease, part, seen.get());
                return;
            }
        }
        transitions.handedOver(lease);
        // Once more at once: the parts were ordered with the expected end, now it is agreed.
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
                    transitions.failing(lease, broken.words());
                    claims.rest(lease, Duration.ZERO, true);
                }
            }
            case Observed.Making making -> {
                transitions.progress(lease, sayings.making(part, making.words()));
                claims.rest(lease, pace.soon(), true);
            }
            case Observed.Absent absent -> claims.rest(lease, pace.soon(), true);
            case Observed.Stopped stopped -> claims.rest(lease, pace.soon(), true);
            case Observed.Ending ending -> claims.rest(lease, pace.soon(), true);
            case Observed.Ready ready -> throw new IllegalStateException("Ready is not waited for");
        }
    }

    private void keep(LeaseRow lease) {
        if (transitions.endReached(lease)) {
            claims.rest(lease, Duration.ZERO, true);
            return;
        }
        transitions.warned(lease);
        boolean whole = true;
        if (lease.state() == Lease.State.LIVE) {
            for (PartRow part : rows.parts(lease.id())) {
                Optional<Observed> seen = towards.reach(lease, part, Wanted.RUNNING);
                if (seen.isEmpty()) {
                    return;
                }
                whole &= Towards.asWanted(seen.get(), Wanted.RUNNING);
            }
        }
        claims.rest(lease, whole ? pace.watch() : pace.backoff(lease.tries()), whole);
    }

    private void takeBack(LeaseRow lease) {
        List<PartRow> parts = rows.parts(lease.id()).reversed();
        for (PartRow part : parts) {
            Optional<Observed> seen = towards.reach(lease, part, Wanted.GONE);
            if (seen.isEmpty()) {
                return;
            }
            if (!Towards.asWanted(seen.get(), Wanted.GONE)) {
                if (seen.get() instanceof Observed.Unreachable away) {
                    transitions.progress(lease, sayings.takingBack(away.words()));
                }
                claims.rest(lease, pace.backoff(lease.tries()), false);
                return;
            }
        }
        transitions.finished(lease);
    }
}
