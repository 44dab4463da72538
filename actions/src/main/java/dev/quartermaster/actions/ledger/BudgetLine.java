package dev.quartermaster.actions.ledger;

import dev.quartermaster.intents.money.Money;
import java.time.YearMonth;

/**
 * Where a team's budget of a month stands.
 *
 * @param reserved promised to what is open, and not used yet
 * @param left of the budget after what is used and reserved; negative: more is agreed than it holds
 * @param forecast used by the end of the month if what is live runs to its end and what waits begins: nothing that ends
 *     goes on, and nothing new comes
 */
public record BudgetLine(YearMonth month, Money budget, Money used, Money reserved, Money left, Money forecast) {
    static BudgetLine of(YearMonth month, Money budget, Money used, Money reserved, Money toCome) {
        return new BudgetLine(month, budget, used, reserved, budget.minus(used).minus(reserved), used.plus(toCome));
    }
}
