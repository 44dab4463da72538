package dev.quartermaster.intents.policy;

import dev.quartermaster.intents.money.Money;
import dev.quartermaster.intents.people.BudgetCap;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;

/**
 * A team's money at one moment, by month (organisation's time zone); a month not in the map has nothing used or reserved.
 *
 * @param atCap what the team wants to happen when its month is used up
 * @param shares what one person or one purpose may take of it, where that is limited
 */
public record BudgetView(Money perMonth, Map<YearMonth, Month> months, BudgetCap.Rule atCap, List<Share> shares) {
    public BudgetView {
        months = Map.copyOf(months);
        shares = List.copyOf(shares);
    }

    /** Of a team that says nothing more of it. */
    public BudgetView(Money perMonth, Map<YearMonth, Month> months) {
        this(perMonth, months, BudgetCap.STANDARD.rule(), List.of());
    }

    /** @param used metered so far. @param reserved promised by open leases and not yet metered */
    public record Month(Money used, Money reserved) {
        public Money taken() {
            return used.plus(reserved);
        }
    }

    public Month month(YearMonth month) {
        return of(months, month, perMonth);
    }

    private static Month of(Map<YearMonth, Month> months, YearMonth month, Money like) {
        Money zero = Money.zero(like.currency());
        return months.getOrDefault(month, new Month(zero, zero));
    }

    /** @param name a person's id, or a purpose as the team's file writes it. @param limit a month */
    public record Share(Kind kind, String name, Money limit, Map<YearMonth, Month> months) {
        public Share {
            months = Map.copyOf(months);
        }

        public Month month(YearMonth month) {
            return of(months, month, limit);
        }

        public enum Kind {
            PERSON,
            PURPOSE
        }
    }
}
