package dev.quartermaster.actions.lease.reconcile;

import dev.quartermaster.actions.RequestId;
import dev.quartermaster.actions.lease.handover.SizeChange;
import dev.quartermaster.actions.lease.store.ClaimRepository;
import dev.quartermaster.actions.lease.store.LeaseRow;
import dev.quartermaster.actions.lease.store.PartRepository;
import dev.quartermaster.actions.request.Outcomes;
import dev.quartermaster.intents.money.Money;
import java.time.Duration;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** What may become of a claimed lease that is to have another size, as in {@link LeaseTransitions}. */
@Component
class ResizeTransitions {
    /** Longer than a cluster takes to make room for it, and not so long that somebody goes without for a morning. */
    private static final Duration PATIENCE = Duration.ofHours(1);

    private final LeaseTransitions transitions;
    private final ClaimRepository claims;
    private final PartRepository parts;
    private final Outcomes outcomes;
    private final SizeChange sizes;
    private final LeaseMessages sayings;

    ResizeTransitions(
            LeaseTransitions transitions,
            ClaimRepository claims,
            PartRepository parts,
            Outcomes outcomes,
            SizeChange sizes,
            LeaseMessages sayings) {
        this.transitions = transitions;
        this.claims = claims;
        this.parts = parts;
        this.outcomes = outcomes;
        this.sizes = sizes;
        this.sayings = sayings;
    }

    /** Everything is as the plan says: from this second on that is charged. */
    boolean resized(LeaseRow lease) {
        return transitions.wholly(lease, () -> {
            Money rate = Objects.requireNonNull(lease.nextPerHour(), "It is on its way to another size");
            boolean now = claims.resized(lease.id().value(), lease.epoch(), lease.wishes())
                    .isPresent();
            if (!now) {
                return false;
            }
            parts.changed(lease.id().value());
            sizes.ready(lease, rate);
            RequestId asked = lease.resizing();
            if (asked == null) {
                outcomes.progress(lease.request(), sayings.asBefore());
            } else {
                outcomes.handedOver(asked, sayings.resized(lease, rate));
            }
            return true;
        });
    }

    /** Whether it was waited for long enough; then it becomes what it was. */
    boolean tooLong(LeaseRow lease) {
        return claims.resizingSince(lease.id().value(), lease.epoch(), PATIENCE.toSeconds())
                        .isPresent()
                && undone(lease, "It was not ready within " + PATIENCE.toMinutes() + " minutes.");
    }

    /** It becomes what it was before. @return false: there is nothing to go back to */
    boolean undone(LeaseRow lease, String why) {
        RequestId asked = lease.resizing();
        return asked != null
                && transitions.wholly(lease, () -> {
                    outcomes.failed(asked, sayings.notResized(why));
                    return sizes.resizeBack(lease.id(), asked, why);
                });
    }

    /** To whoever asked for the size that it is on its way to, or to its owner. */
    boolean progress(LeaseRow lease, String words) {
        RequestId asked = lease.resizing();
        return transitions.wholly(lease, () -> {
            outcomes.progress(asked == null ? lease.request() : asked, words);
            return claims.still(lease.id().value(), lease.epoch(), lease.state().word())
                    .isPresent();
        });
    }
}
