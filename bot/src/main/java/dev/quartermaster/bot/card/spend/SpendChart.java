package dev.quartermaster.bot.card.spend;

import dev.quartermaster.actions.ledger.BudgetLine;
import dev.quartermaster.actions.ledger.SpendGroup;
import dev.quartermaster.actions.ledger.SpendGroup.Key;
import dev.quartermaster.actions.ledger.SpendReport;
import dev.quartermaster.bot.card.Blocks;
import dev.quartermaster.bot.card.Wording;
import dev.quartermaster.intents.money.Money;
import dev.quartermaster.intents.people.People;
import dev.quartermaster.intents.plan.LeaseId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What a picture of a report shows, before it is drawn.
 *
 * @param alt the same in words, for whoever does not see it; at most 1,000 characters
 */
public sealed interface SpendChart {
    String title();

    String alt();

    /** Bars from the most to the least; those that have no room are one. */
    record Bars(String title, String alt, String currency, List<Bar> bars) implements SpendChart {}

    record Bar(String label, BigDecimal amount, BigDecimal committed) {}

    /**
     * What is left of a month's budget, day by day.
     *
     * @param left at the end of each day that is over, and now
     * @param end what is left at the end of the month if what is agreed happens, and nothing else
     */
    record BurnDown(
            String title,
            String alt,
            String currency,
            BigDecimal budget,
            SortedMap<LocalDate, BigDecimal> left,
            LocalDate last,
            BigDecimal end)
            implements SpendChart {}

    int MOST = 12;

    /** Of items, or of what they are split by; empty: one bar tells nobody anything that the table does not. */
    static Optional<SpendChart> bars(
            SpendReport report, SpendView view, Function<LeaseId, String> titles, People people) {
        Key split = view.split();
        List<Bar> all = split == null
                ? report.items().stream()
                        .sorted(Comparator.comparing(SpendReport.Item::amount)
                                .thenComparing(SpendReport.Item::committed)
                                .reversed())
                        .map(item -> bar(item, titles, people))
                        .toList()
                : report.by(split).stream()
                        .map(group -> bar(split, group, people))
                        .toList();
        List<Bar> worth = all.stream()
                .filter(bar -> bar.amount().signum() > 0 || bar.committed().signum() > 0)
                .toList();
        if (worth.size() < 2) {
            return Optional.empty();
        }
        List<Bar> shown = fitting(worth);
        String currency = report.total().currency();
        String title = SpendCard.title(view, people);
        StringBuilder alt = new StringBuilder("Bar chart. " + title + ", in " + currency + ".");
        shown.forEach(bar -> alt.append(' ')
                .append(bar.label())
                .append(": ")
                .append(bar.amount().toPlainString())
                .append(" so far, ")
                .append(bar.committed().toPlainString())
                .append(" committed."));
        return Optional.of(new Bars(title, Blocks.cut(alt.toString(), 1_000), currency, shown));
    }

    private static Bar bar(SpendReport.Item item, Function<LeaseId, String> titles, People people) {
        LeaseId lease = item.lease();
        String what = lease == null ? "language model" : Blocks.cut(titles.apply(lease), 28);
        String who = Wording.name(item.person(), people).split(" ")[0];
        return new Bar(
                Blocks.cut(who, 16) + ", " + what,
                item.amount().amount(),
                item.committed().amount());
    }

    private static Bar bar(Key split, SpendGroup group, People people) {
        return new Bar(
                Blocks.cut(SpendRows.name(split, group.name(), people), 40),
                group.amount().amount(),
                group.committed().amount());
    }

    private static List<Bar> fitting(List<Bar> bars) {
        if (bars.size() <= MOST) {
            return bars;
        }
        List<Bar> shown = new ArrayList<>(bars.subList(0, MOST - 1));
        List<Bar> others = bars.subList(MOST - 1, bars.size());
        shown.add(new Bar(
                others.size() + " others",
                others.stream().map(Bar::amount).reduce(BigDecimal.ZERO, BigDecimal::add),
                others.stream().map(Bar::committed).reduce(BigDecimal.ZERO, BigDecimal::add)));
        return shown;
    }

    /** @param daily what was charged on each day of the month up to today */
    static SpendChart burnDown(String team, BudgetLine line, SortedMap<LocalDate, Money> daily) {
        SortedMap<LocalDate, BigDecimal> left = new TreeMap<>();
        BigDecimal rest = line.budget().amount();
        for (Map.Entry<LocalDate, Money> day : daily.entrySet()) {
            rest = rest.subtract(day.getValue().amount());
            left.put(day.getKey(), rest);
        }
        Money end = line.budget().minus(line.forecast().rounded());
        String title = "Budget of " + team + " left, " + BudgetText.month(line);
        String alt = "Line chart. " + title + ": of " + line.budget() + ", "
                + line.budget().minus(line.used().rounded()) + " are not used yet; " + end
                + " will be left at the end of the month if what is agreed is used.";
        return new BurnDown(
                title,
                alt,
                line.budget().currency(),
                line.budget().amount(),
                left,
                line.month().atEndOfMonth(),
                end.amount());
    }
}
