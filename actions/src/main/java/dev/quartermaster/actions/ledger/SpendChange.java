package dev.quartermaster.actions.ledger;

import dev.quartermaster.intents.money.Money;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.plan.LeaseId;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What two times of the same team differ by, thing by thing.
 *
 * @param parts the largest first; their differences add up exactly to that of the totals; what cost the same is none
 */
public record SpendChange(Money before, Money after, List<Part> parts) {
    public SpendChange {
        parts = List.copyOf(parts);
    }

    public static SpendChange between(SpendReport before, SpendReport after) {
        Map<String, Part> parts = new LinkedHashMap<>();
        Money zero = Money.zero(after.total().currency());
        after.items().forEach(item -> parts.put(key(item), Part.of(item, zero, item.amount())));
        before.items()
                .forEach(item -> parts.merge(
                        key(item), Part.of(item, item.amount(), zero), (now, then) -> now.since(then.before())));
        return new SpendChange(
                before.total(),
                after.total(),
                parts.values().stream()
                        .filter(part -> part.difference().amount().signum() != 0)
                        .sorted(Comparator.comparing((Part part) ->
                                        part.difference().amount().abs())
                                .reversed())
                        .toList());
    }

    public Money difference() {
        return after.minus(before);
    }

    private static String key(SpendReport.Item item) {
        return item.lease() == null
                ? item.path() + " " + item.person()
                : item.lease().value();
    }

    /** @param lease null: messages that a language model read. @param open whether it goes on */
    public record Part(@Nullable LeaseId lease, String path, PersonId person, Money before, Money after, boolean open) {
        private static Part of(SpendReport.Item item, Money before, Money after) {
            return new Part(item.lease(), item.path(), item.person(), before, after, item.open());
        }

        private Part since(Money former) {
            return new Part(lease, path, person, former, after, open);
        }

        public Money difference() {
            return after.minus(before);
        }

        public boolean begun() {
            return before.amount().signum() == 0;
        }

        /** Nothing of it was charged for in the later time. */
        public boolean over() {
            return after.amount().signum() == 0;
        }
    }
}
