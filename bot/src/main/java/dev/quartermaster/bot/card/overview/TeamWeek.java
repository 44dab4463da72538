package dev.quartermaster.bot.card.overview;

import dev.quartermaster.actions.bill.BillReconciliation;
import dev.quartermaster.actions.lease.Lease;
import dev.quartermaster.actions.ledger.SpendChange;
import dev.quartermaster.intents.money.Money;
import dev.quartermaster.intents.people.Team;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A team's week as its manager is told it.
 *
 * @param change from the week before, in whole cents that add up
 * @param ending within the next seven days, the first first
 * @param unused stood still, and was charged for all the same
 * @param bill that came this week; null: none did
 */
public record TeamWeek(
        Team team,
        SpendChange change,
        List<Lease> ending,
        List<Unused> unused,
        @Nullable BillReconciliation bill) {
    public TeamWeek {
        ending = List.copyOf(ending);
        unused = List.copyOf(unused);
    }

    /** @param amount of that week */
    public record Unused(Lease lease, Money amount) {}

    /** Whether there is nothing worth a line. */
    public boolean quiet() {
        return change.parts().isEmpty() && ending.isEmpty() && unused.isEmpty() && bill == null;
    }
}
