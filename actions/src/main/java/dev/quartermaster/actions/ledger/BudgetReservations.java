package dev.quartermaster.actions.ledger;

import dev.quartermaster.intents.money.Money;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.people.TeamId;
import dev.quartermaster.intents.plan.LeaseId;
import dev.quartermaster.intents.policy.Guard;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** Money promised and used; each call joins the caller's transaction. */
public interface BudgetReservations {
    /** Nobody else charges or reserves for the lease until the transaction ends: everything below is on what is held. */
    void hold(LeaseId lease);

    /**
     * Checks every guard against used + reserved (team-month rows locked, in one order) and reserves their amounts for
     * the account's lease, on top of what it has; all or nothing.
     *
     * @return false: a guard no longer holds, nothing was reserved
     */
    boolean reserve(Account account, List<Guard> guards);

    /**
     * The hand-over: metering starts, once however often it is said; seconds are whole. What was reserved is from now on
     * of the months between the two moments, in which it will be used, and no longer of those after the yes.
     */
    void start(Account account, Instant from, Instant until);

    /** Another rate from a second on, for what runs; nothing where it is the same or nothing runs. */
    void rate(LeaseId lease, Money perHour, Instant from);

    /** It can't be used: nothing is charged from a second on; what was reserved stays. @return whether it ran until then */
    boolean pause(LeaseId lease, Instant from);

    /** Charges it again from that moment. @return whether it was paused */
    boolean resume(LeaseId lease, Money perHour, Instant from);

    /**
     * Another size of what runs: another rate from a second on, and reserved is from now on what was used and what it takes
     * at that rate until the end. The same twice is as once.
     */
    void resize(LeaseId lease, Money perHour, Instant from, Instant until);

    /** Part of what it was promised for will never run: keeps {@code part} of {@code whole}. @param whole more than 0 */
    void keep(LeaseId lease, BigDecimal part, BigDecimal whole);

    /** The end: charges up to {@code to}, to the second, and gives back what was reserved and not used. */
    void stop(LeaseId lease, Instant to);

    /** Gives all promised money back, for what was never handed over. */
    void release(LeaseId lease);

    /** What has been charged for it up to now. */
    Money spent(LeaseId lease);

    /** Who is charged for a lease, and for what. */
    record Account(LeaseId lease, TeamId team, PersonId person, String path, String purpose, Money perHour) {}
}
