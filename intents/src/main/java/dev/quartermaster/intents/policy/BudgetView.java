package dev.quartermaster.intents.policy;

import dev.quartermaster.intents.money.Money;
import java.time.YearMonth;
import java.util.Map;

/** A team's money at one moment, by month (organisation's time zone); a month not in the map has nothing used or reserved. */
public record BudgetView(Money perMonth, Map<YearMonth, Month> months) {
    public BudgetView {
        months = Map.copyOf(months);
    }

    /** @param used metered so far. @param reserved promised by open leases and not yet metered */
    public record Month(Money used, Money reserved) {}

    public Month month(YearMonth month) {
        Money zero = Money.zero(perMonth.currency());
        return months.getOrDefault(month, new Month(zero, zero));
    }
}
