package dev.quartermaster.actions.budget;

import dev.quartermaster.intents.money.Money;
import dev.quartermaster.intents.people.BudgetCap;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How a limit stands at one moment.
 *
 * @param reserved promised to what is open, and not used yet
 */
public record BudgetStatus(BudgetScope scope, BudgetCap cap, Money limit, Money used, Money reserved) {
    /** Used and reserved. */
    public Money taken() {
        return used.plus(reserved);
    }

    /** Of the limit, what is used and reserved, in whole per cent, rounded down. */
    public int percent() {
        if (limit.amount().signum() == 0) {
            return taken().amount().signum() > 0 ? 100 : 0;
        }
        return taken().amount()
                .movePointRight(2)
                .divide(limit.amount(), 0, RoundingMode.DOWN)
                .min(BigDecimal.valueOf(Integer.MAX_VALUE))
                .intValue();
    }

    /** Paid for, not only promised. */
    public boolean usedUp() {
        return used.amount().signum() > 0 && used.compareTo(limit) >= 0;
    }

    boolean stops() {
        return cap.rule() == BudgetCap.Rule.STOP && usedUp();
    }
}
