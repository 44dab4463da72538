package dev.quartermaster.actions.bill;

import dev.quartermaster.intents.people.TeamId;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;

/**
 * A team's month as it was counted here, beside what bills say of it, in the organisation's currency.
 *
 * @param ours exactly the sum of the items'
 * @param billed exactly the sum of the items' and of what has no label
 * @param items the largest difference first
 * @param unlabelled charges that say the team and no lease; the dearest fifty
 * @param nobodys charges that say neither, of the whole organisation; the dearest fifty, for platform leads, otherwise none
 */
public record BillReconciliation(
        TeamId team,
        YearMonth month,
        String currency,
        BigDecimal ours,
        BigDecimal billed,
        List<Item> items,
        BigDecimal unlabelledInAll,
        List<Unlabelled> unlabelled,
        BigDecimal nobodysInAll,
        List<Unlabelled> nobodys) {
    public BillReconciliation {
        items = List.copyOf(items);
        unlabelled = List.copyOf(unlabelled);
        nobodys = List.copyOf(nobodys);
    }

    BillReconciliation nobodys(BigDecimal inAll, List<Unlabelled> all) {
        return new BillReconciliation(
                team, month, currency, ours, billed, items, unlabelledInAll, unlabelled, inAll, all);
    }

    /** @param lease empty: messages that a language model read, which no label can say */
    public record Item(String lease, String path, BigDecimal ours, BigDecimal billed) {
        public BigDecimal difference() {
            return billed.subtract(ours);
        }
    }

    /** @param lease as the label says, where there is none of ours by that id; empty: no label */
    public record Unlabelled(String service, String resource, String lease, BigDecimal amount, int lines) {}
}
