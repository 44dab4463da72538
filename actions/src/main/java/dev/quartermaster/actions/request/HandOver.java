package dev.quartermaster.actions.request;

import dev.quartermaster.actions.RequestId;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.plan.LeaseId;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the desk asks of the rooms that make things; each call joins the desk's transaction and only writes intent. */
public interface HandOver {
    /** Opens the lease of an approved request: its parts are wanted from now on. */
    void open(Request request);

    /** Moves the end of a lease. */
    void extend(LeaseId lease, Instant until);

    /** Wants the lease gone. @param by null for the system. @param why one sentence for its owner */
    void end(LeaseId lease, @Nullable PersonId by, String why);

    /** What is running, for an extension or a stop to be judged on; empty when there is no such lease. */
    Optional<Running> running(LeaseId lease);

    /**
     * @param request the one it came from
     * @param from the hand-over; null before it
     * @param open not on its way out, ended or failed
     */
    record Running(
            RequestId request, PersonId owner, @Nullable Instant from, Instant until, boolean open) {}
}
