package dev.quartermaster.actions.budget;

import dev.quartermaster.intents.plan.LeaseId;
import java.util.List;

/**
 * Stops what runs after a limit is used up, where the team's file says so: first a notice to each owner with the time, and
 * only then, after the grace, the end. Everything is judged anew before each step.
 */
public interface BudgetStops {
    /** What is to be announced: of used up limits, what was asked for before they were and costs something now. */
    List<Announcement> toAnnounce();

    /** Joins the caller's transaction, in which the record, the notice and the time of the stop are written. @return false: nothing was to be said any more */
    boolean announce(Announcement announcement);

    /** All that wait, to be carried out: stopped where the grace is over, taken back where nothing is to be stopped any more. */
    List<BudgetStop> due();

    /** Joins the caller's transaction: ends it after its grace, unless the limit was raised, the month is over, it was left, or a change of it agreed to. */
    void carryOut(BudgetStop stop);

    /** In the order of their leases. */
    List<BudgetStop> of(BudgetAlert alert);

    record Announcement(BudgetAlert alert, LeaseId lease) {}
}
