package dev.quartermaster.actions.ledger;

import dev.quartermaster.actions.ledger.SpendReport.Item;
import dev.quartermaster.intents.money.Money;
import java.util.Comparator;

/**
 * Items of a report that have something in common.
 *
 * @param name what they have in common, empty where they have none of it
 * @param things how many items
 */
public record SpendGroup(String name, Money amount, Money committed, long seconds, int things) {
    static final Comparator<SpendGroup> MOST_FIRST = Comparator.comparing(SpendGroup::amount)
            .thenComparing(SpendGroup::committed)
            .reversed()
            .thenComparing(SpendGroup::name);

    static SpendGroup of(String name, Item item) {
        return new SpendGroup(name, item.amount(), item.committed(), item.seconds(), 1);
    }

    SpendGroup plus(SpendGroup other) {
        return new SpendGroup(
                name,
                amount.plus(other.amount),
                committed.plus(other.committed),
                seconds + other.seconds,
                things + other.things);
    }

    /** What a report is split by; each item is in one group, so that groups add up. */
    public enum Key {
        PERSON,
        PATH,
        LEASE,
        PURPOSE,
        /** What opens several stands under all their names. */
        DATASET,
        GPU_KIND;

        public String of(Item item) {
            return switch (this) {
                case PERSON -> item.person().value();
                case PATH -> item.path();
                case LEASE -> item.lease() == null ? "" : item.lease().value();
                case PURPOSE -> item.purpose();
                case DATASET -> String.join(", ", item.datasets());
                case GPU_KIND -> item.gpuKind();
            };
        }
    }
}
