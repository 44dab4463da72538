package dev.quartermaster.bot.card.spend;

import dev.quartermaster.actions.ledger.SpendGroup;
import dev.quartermaster.actions.ledger.SpendGroup.Key;
import dev.quartermaster.actions.ledger.SpendReport;
import dev.quartermaster.actions.ledger.SpendReport.Item;
import dev.quartermaster.bot.card.Blocks;
import dev.quartermaster.bot.card.TableBlock.Cells;
import dev.quartermaster.bot.card.TableBlock.Column;
import dev.quartermaster.bot.card.Wording;
import dev.quartermaster.intents.money.Money;
import dev.quartermaster.intents.people.People;
import dev.quartermaster.intents.plan.LeaseId;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * A report as rows, the dearest first: items, or what they have in common.
 *
 * @param amounts of each row, so that what is not shown can be told in one sum
 */
record SpendRows(List<Column> columns, List<Cells> rows, List<Money> amounts) {
    private static final BigDecimal HOUR = BigDecimal.valueOf(3600);

    static SpendRows of(SpendReport report, SpendView view, Function<LeaseId, String> titles, People people) {
        Key split = view.split();
        return split == null ? items(report, titles, people) : groups(report, split, people);
    }

    private static SpendRows items(SpendReport report, Function<LeaseId, String> titles, People people) {
        List<Item> items = report.items().stream()
                .sorted(Comparator.comparing(Item::amount)
                        .thenComparing(Item::committed)
                        .reversed())
                .toList();
        String currency = report.total().currency();
        List<Column> columns = List.of(
                Column.text("Person"),
                Column.words("What"),
                Column.words("Purpose"),
                Column.number("Hours"),
                Column.number("So far, " + currency),
                Column.number("Committed, " + currency),
                Column.text("Id"));
        List<Cells> rows = items.stream().map(item -> row(item, titles, people)).toList();
        return new SpendRows(columns, rows, items.stream().map(Item::amount).toList());
    }

    private static Cells row(Item item, Function<LeaseId, String> titles, People people) {
        LeaseId lease = item.lease();
        return new Cells(
                List.of(
                        Blocks.cut(Wording.name(item.person(), people), 40),
                        lease == null ? "Messages read by the language model" : what(titles.apply(lease), item.path()),
                        Blocks.cut(item.purpose().strip(), 80),
                        lease == null ? "" : use(item),
                        figure(item.amount()),
                        figure(item.committed()),
                        lease == null ? "" : lease.value()),
                false);
    }

    /** What it is called, and its kind where that says more. */
    private static String what(String title, String path) {
        String plain = title.toLowerCase(Locale.ROOT).replace(' ', '-');
        return plain.startsWith(path) ? Blocks.cut(title, 80) : Blocks.cut(title, 60) + " (" + path + ")";
    }

    private static SpendRows groups(SpendReport report, Key split, People people) {
        List<SpendGroup> groups = report.by(split);
        String currency = report.total().currency();
        List<Column> columns = List.of(
                Column.words(heading(split)),
                Column.number("So far, " + currency),
                Column.number("Committed, " + currency),
                Column.number("Share"),
                Column.number("Hours"),
                Column.number("Things"));
        List<Cells> rows = groups.stream()
                .map(group -> new Cells(
                        List.of(
                                name(split, group.name(), people),
                                figure(group.amount()),
                                figure(group.committed()),
                                share(group.amount(), report.total()),
                                hours(group.seconds()),
                                "" + group.things()),
                        false))
                .toList();
        return new SpendRows(
                columns, rows, groups.stream().map(SpendGroup::amount).toList());
    }

    static String heading(Key split) {
        return switch (split) {
            case PERSON -> "Person";
            case PATH -> "Kind";
            case LEASE -> "Id";
            case PURPOSE -> "Purpose";
            case DATASET -> "Data";
            case GPU_KIND -> "GPU";
        };
    }

    static String name(Key split, String name, People people) {
        String shown = switch (split) {
            case PERSON ->
                people.persons().keySet().stream()
                        .filter(id -> id.value().equals(name))
                        .findFirst()
                        .map(people::name)
                        .orElse(name);
            case PATH -> name;
            case LEASE -> name.isEmpty() ? "Messages read by the language model" : name;
            case PURPOSE -> name.isBlank() ? "no purpose said" : name.strip();
            case DATASET -> name.isEmpty() ? "no data" : name;
            case GPU_KIND -> name.isEmpty() ? "no GPU" : name;
        };
        return Blocks.cut(shown, 100);
    }

    private static String share(Money part, Money total) {
        return total.amount().signum() == 0
                ? ""
                : part.amount().multiply(BigDecimal.valueOf(100)).divide(total.amount(), 0, RoundingMode.HALF_UP)
                        + " %";
    }

    private static String use(SpendReport.Item item) {
        return item.open() && item.seconds() == 0 ? "not started yet" : hours(item.seconds());
    }

    private static String hours(long seconds) {
        return seconds == 0
                ? ""
                : BigDecimal.valueOf(seconds)
                        .divide(HOUR, 2, RoundingMode.HALF_UP)
                        .toPlainString();
    }

    /** Without its currency, which stands in the head. */
    private static String figure(Money money) {
        return money.amount().setScale(2, RoundingMode.HALF_UP).toPlainString();
    }
}
