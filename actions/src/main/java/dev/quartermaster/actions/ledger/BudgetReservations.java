package dev.quartermaster.actions.ledger;

import dev.quartermaster.intents.catalogue.DatasetName;
import dev.quartermaster.intents.money.Money;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.people.TeamId;
import dev.quartermaster.intents.plan.LeaseId;
import dev.quartermaster.intents.plan.Plan;
import dev.quartermaster.intents.plan.Price;
import dev.quartermaster.intents.policy.Guard;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Money promised and used; each call joins the caller's transaction. Whatever changes what is charged is a fact of the
 * lease's request, with the second from which it is.
 */
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

    /** The same in place of what was never handed over: its money is not counted, and given back where this is reserved. */
    boolean reserve(Account account, List<Guard> guards, LeaseId instead);

    /**
     * The hand-over: metering starts, once however often it is said; seconds are whole. What was reserved is from now on
     * of the months between the two moments, in which it will be used, and no longer of those after the yes.
     */
    void start(Account account, Instant from, Instant until);

    /** Another rate from a second on, for what runs; nothing where it is the same or nothing runs. */
    void rate(LeaseId lease, Money perHour, Instant from);

    /** It can't be used: nothing is charged from a second on; what was reserved stays. @return whether it ran until then */
    boolean pause(LeaseId lease, Instant from);

    /** It is stopped and its files are kept: from a second on they alone are charged. @return whether it ran until then */
    boolean idle(LeaseId lease, Instant from);

    /** It ends then, and not when it was said before. */
    void until(LeaseId lease, Instant until);

    /** Charges it again from that moment. @return whether it was paused */
    boolean resume(LeaseId lease, Money perHour, Instant from);

    /**
     * Another size of what runs: another rate from a second on, and reserved is from now on what
     * was used and what it takes at that rate until the end. The same twice is as once.
     *
     * @param bought what stands behind the rate; null: not said
     */
    void resize(LeaseId lease, Money perHour, @Nullable Bought bought, Instant from, Instant until);

    /** The same at another price, as by {@link #resize}; what stands still goes on doing so, to run at that rate later. */
    void reprice(LeaseId lease, Money perHour, Bought bought, Instant from, Instant until);

    /** Part of what it was promised for will never run: keeps {@code part} of {@code whole}. @param whole more than 0 */
    void keep(LeaseId lease, BigDecimal part, BigDecimal whole);

    /** The end: charges up to {@code to}, to the second, and gives back what was reserved and not used. */
    void stop(LeaseId lease, Instant to);

    /** Gives all promised money back, for what was never handed over. */
    void release(LeaseId lease);

    /** What has been charged for each up to now; nothing for what nobody is charged for. In one query. */
    Map<LeaseId, Money> spent(Collection<LeaseId> leases);

    default Money spent(LeaseId lease) {
        return spent(List.of(lease)).get(lease);
    }

    /** Who is charged for a lease, and for what. */
    record Account(
            LeaseId lease, TeamId team, PersonId person, String path, String purpose, Money perHour, Bought bought) {}

    /**
     * What stands behind a rate.
     *
     * @param units by resource, as {@code prices.yaml} names it
     * @param storagePerHour of the rate, what is charged of it while it is stopped
     * @param datasets what it opens, by name
     */
    record Bought(SortedMap<String, BigDecimal> units, BigDecimal storagePerHour, List<String> datasets) {
        private static final String STORAGE = "storage";

        public Bought {
            units = Collections.unmodifiableSortedMap(new TreeMap<>(units));
            datasets = List.copyOf(datasets);
        }

        /** Units as texts, exactly. */
        SortedMap<String, String> written() {
            SortedMap<String, String> written = new TreeMap<>();
            units.forEach((resource, quantity) ->
                    written.put(resource, quantity.stripTrailingZeros().toPlainString()));
            return written;
        }

        public static Bought of(Plan plan, List<Price.Line> lines) {
            SortedMap<String, BigDecimal> units = new TreeMap<>();
            BigDecimal storage = BigDecimal.ZERO;
            for (Price.Line line : lines) {
                units.merge(line.resource(), line.quantity(), BigDecimal::add);
                if (line.resource().equals(STORAGE)) {
                    storage = storage.add(line.perHour().amount());
                }
            }
            return new Bought(
                    units,
                    storage,
                    plan.reaches().stream().map(DatasetName::value).toList());
        }
    }
}
