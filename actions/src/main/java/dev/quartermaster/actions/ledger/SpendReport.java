package dev.quartermaster.actions.ledger;

import dev.quartermaster.intents.intent.Period;
import dev.quartermaster.intents.money.Money;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.people.TeamId;
import dev.quartermaster.intents.plan.LeaseId;
import java.math.BigDecimal;
import java.util.List;

/**
 * What a team spent in a period. Amounts have up to six decimals and add up exactly, over items and over periods that
 * follow each other; what rounds them for people says so.
 *
 * @param total exactly the sum of the items' amounts
 * @param committed promised by open leases and not yet metered, in the months the period touches
 */
public record SpendReport(TeamId team, Period period, Money total, Money committed, List<Item> items) {
    public SpendReport {
        items = List.copyOf(items);
    }

    /** @param hours it ran within the period, to the second (four decimals). @param amount so far. @param open still running */
    public record Item(
            LeaseId lease,
            String path,
            PersonId person,
            String purpose,
            BigDecimal hours,
            Money amount,
            Money committed,
            boolean open) {}
}
