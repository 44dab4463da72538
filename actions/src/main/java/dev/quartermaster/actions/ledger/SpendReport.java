package dev.quartermaster.actions.ledger;

import dev.quartermaster.intents.intent.Period;
import dev.quartermaster.intents.money.Money;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.people.TeamId;
import dev.quartermaster.intents.plan.LeaseId;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a team spent in a period. Amounts have up to six decimals and add up exactly, over items, groups and periods that
 * follow each other; what rounds them for people says so.
 *
 * @param total exactly the sum of the items' amounts
 * @param committed promised by open leases and not yet metered, of what will be used within the period
 * @param budget of the month that is, whatever the period
 */
public record SpendReport(
        TeamId team, Period period, Money total, Money committed, List<Item> items, BudgetLine budget) {
    /** Whoever's messages a language model read is charged for that under this path. */
    public static final String MODEL = "language-model";

    public SpendReport {
        items = List.copyOf(items);
    }

    /** Of these items alone. */
    public SpendReport only(Predicate<Item> wanted) {
        List<Item> some = items.stream().filter(wanted).toList();
        Money zero = Money.zero(total.currency());
        return new SpendReport(
                team,
                period,
                some.stream().map(Item::amount).reduce(zero, Money::plus),
                some.stream().map(Item::committed).reduce(zero, Money::plus),
                some,
                budget);
    }

    /** Their amounts add up to the total; the most first. */
    public List<SpendGroup> by(SpendGroup.Key key) {
        Map<String, SpendGroup> groups = new LinkedHashMap<>();
        items.forEach(item -> groups.merge(key.of(item), SpendGroup.of(key.of(item), item), SpendGroup::plus));
        return groups.values().stream().sorted(SpendGroup.MOST_FIRST).toList();
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
                team,
                period,
                rounded(total, RoundingMode.HALF_UP),
                rounded(committed, RoundingMode.HALF_UP),
                rounded,
                budget);
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

    /**
     * One lease's, or what one person's messages cost that a language model read.
     *
     * @param lease null: not of a lease
     * @param units what stands behind its rate now, by resource as {@code prices.yaml} names it
     * @param datasets what it opens
     * @param seconds it was charged for within the period
     * @param amount so far
     * @param open running, standing still for now, or being made
     */
    public record Item(
            @Nullable LeaseId lease,
            String path,
            PersonId person,
            String purpose,
            SortedMap<String, BigDecimal> units,
            List<String> datasets,
            long seconds,
            Money amount,
            Money committed,
            boolean open) {
        private static final String GPU = "gpu.";

        /** To the second (four decimals). */
        public BigDecimal hours() {
            return BigDecimal.valueOf(seconds).divide(BigDecimal.valueOf(3600), 4, RoundingMode.HALF_UP);
        }

        /** Such as {@code a100}; empty: none. */
        public String gpuKind() {
            return units.keySet().stream()
                    .filter(resource -> resource.startsWith(GPU))
                    .map(resource -> resource.substring(GPU.length()))
                    .findFirst()
                    .orElse("");
        }

        private Item of(Money amount, Money committed) {
            return new Item(lease, path, person, purpose, units, datasets, seconds, amount, committed, open);
        }
    }
}
