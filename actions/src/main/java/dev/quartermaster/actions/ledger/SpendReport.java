package dev.quartermaster.actions.ledger;

import dev.quartermaster.intents.intent.Period;
import dev.quartermaster.intents.money.Money;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.people.TeamId;
import dev.quartermaster.intents.plan.LeaseId;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a team spent in a period. Amounts have up to six decimals and add up exactly, over items and over periods that
 * follow each other; what rounds them for people says so.
 *
 * @param total exactly the sum of the items' amounts
 * @param committed promised by open leases and not yet metered, of what will be used within the period
 */
public record SpendReport(TeamId team, Period period, Money total, Money committed, List<Item> items) {
    public SpendReport {
        items = List.copyOf(items);
    }

    /**
     * The same in whole cents for people, who add up what they see: totals rounded, and each item rounded up or down so
     * that the items still add up to them (largest remainders first).
     */
    public SpendReport inCents() {
        List<Money> amounts = cents(items.stream().map(Item::amount).toList(), total);
        List<Money> promised = cents(items.stream().map(Item::committed).toList(), committed);
        List<Item> rounded = IntStream.range(0, items.size())
                .mapToObj(each -> items.get(each).of(amounts.get(each), promised.get(each)))
                .toList();
        return new SpendReport(
                team, period, rounded(total, RoundingMode.HALF_UP), rounded(committed, RoundingMode.HALF_UP), rounded);
    }

    private static List<Money> cents(List<Money> exact, Money total) {
        Money[] cents =
                exact.stream().map(each -> rounded(each, RoundingMode.DOWN)).toArray(Money[]::new);
        Money given = Stream.of(cents).reduce(Money.zero(total.currency()), Money::plus);
        long missing = rounded(total, RoundingMode.HALF_UP).minus(given).cents();
        Money cent = new Money(new BigDecimal("0.01"), total.currency());
        IntStream.range(0, cents.length)
                .boxed()
                .sorted(Comparator.comparing((Integer each) -> exact.get(each).minus(cents[each]))
                        .reversed())
                .limit(missing)
                .forEach(each -> cents[each] = cents[each].plus(cent));
        return List.of(cents);
    }

    private static Money rounded(Money money, RoundingMode mode) {
        return new Money(money.amount().setScale(2, mode), money.currency());
    }

    /** @param hours it ran within the period, to the second (four decimals). @param amount so far. @param open running, or being made */
    public record Item(
            LeaseId lease,
            String path,
            PersonId person,
            String purpose,
            BigDecimal hours,
            Money amount,
            Money committed,
            boolean open) {
        private Item of(Money amount, Money committed) {
            return new Item(lease, path, person, purpose, hours, amount, committed, open);
        }
    }
}
