package dev.quartermaster.actions.request;

import dev.quartermaster.actions.RequestId;
import dev.quartermaster.actions.provider.Resize;
import dev.quartermaster.intents.money.Money;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.people.TeamId;
import dev.quartermaster.intents.plan.LeaseId;
import dev.quartermaster.intents.plan.Part;
import dev.quartermaster.intents.plan.PartName;
import dev.quartermaster.intents.plan.Plan;
import dev.quartermaster.intents.policy.Holding;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the desk asks of the rooms that make things; each call joins the desk's transaction and only writes intent. */
public interface HandOver {
    /** Nobody else changes the lease until the transaction ends: what is judged now is so then. Nothing where there is none. */
    void lock(LeaseId lease);

    /**
     * Opens the lease of a request, once: these of its parts are wanted from now on (or from the moment it asked for), on
     * top of those wanted before; the others wait. Nothing happens where its lease is on its way out.
     */
    void open(Request request, Set<PartName> parts);

    /** Hands over every part of the plan. */
    default void open(Request request) {
        Plan plan = Objects.requireNonNull(request.judgement().plan(), "Only what was planned can be handed over");
        open(request, plan.parts().stream().map(Part::name).collect(Collectors.toSet()));
    }

    /** What still waits for a yes will not come; what was handed over goes on to its end. */
    void withoutTheRest(LeaseId lease);

    /**
     * Moves the end of a lease forward; nothing happens where it is as late already.
     *
     * @throws IllegalStateException when it was not handed over or has ended
     */
    void extend(LeaseId lease, Instant until);

    /**
     * Has what runs made into what the request was judged as; what it was is kept until that is ready.
     *
     * @throws IllegalStateException when it was not handed over, has ended or is being changed already
     */
    void resize(Request request);

    /** Has it made into what it was before, where that request for another size is still on its way. */
    void resizeBack(Request request, String why);

    /** What a change to that plan does to what runs now; empty: none of its parts changes. */
    Optional<Resize> effect(LeaseId lease, Plan after);

    /** Wants the lease gone. @param by null for the system. @param why one sentence for its owner */
    void end(LeaseId lease, @Nullable PersonId by, String why);

    /** What a team's people have now or have for certain: all open leases, started or not. */
    List<Holding> holdings(TeamId team);

    /** What of a plan cannot be made here, whoever says yes; empty: all of it can. */
    default Optional<Missing> missing(Plan plan) {
        return Optional.empty();
    }

    /** The same of something new for a team: what it would wait for without end counts as well. */
    default Optional<Missing> missing(Plan plan, TeamId team) {
        return missing(plan);
    }

    /**
     * @param kind of the part
     * @param words for whoever asks, with the next step
     * @param mending for the platform team: what to do about it
     */
    record Missing(String kind, String words, String mending) {}

    /** What is running, for an extension or a stop to be judged on; empty when there is no such lease. */
    Optional<Running> running(LeaseId lease);

    /**
     * @param request the one it came from
     * @param from the hand-over; null before it
     * @param open not on its way out, ended or failed; nor past its end, whether that was noticed yet or not
     * @param size what it is
     */
    record Running(
            RequestId request, PersonId owner, @Nullable Instant from, Instant until, boolean open, Size size) {}

    /**
     * @param plan what runs; while its size changes and it may still go back, the dearer of both
     * @param perHour what is agreed for that
     * @param settled all that was asked for is handed over, and nothing of it is being changed
     */
    record Size(Plan plan, TeamId team, Money perHour, boolean settled) {}
}
