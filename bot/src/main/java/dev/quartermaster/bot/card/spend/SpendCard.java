package dev.quartermaster.bot.card.spend;

import dev.quartermaster.actions.ledger.PathEstimate;
import dev.quartermaster.actions.ledger.SpendGroup.Key;
import dev.quartermaster.actions.ledger.SpendReport;
import dev.quartermaster.bot.card.Blocks;
import dev.quartermaster.bot.card.TableBlock;
import dev.quartermaster.bot.card.TableBlock.Cells;
import dev.quartermaster.bot.slack.outbox.Message;
import dev.quartermaster.bot.slack.text.Mrkdwn;
import dev.quartermaster.intents.intent.Period;
import dev.quartermaster.intents.money.Money;
import dev.quartermaster.intents.people.People;
import dev.quartermaster.intents.plan.LeaseId;
import dev.quartermaster.intents.policy.SentenceParts;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A team's spend at a glance: the month's budget where it is about this month, the total, and a table that adds up to
 * it, the dearest first.
 */
public final class SpendCard {
    /** Rows of one message; more would be a wall, and 10,000 characters is the end of a table. */
    static final int ROWS = 25;

    private static final int LINES = 15;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.UK);

    private SpendCard() {}

    /**
     * @param report in cents, of what the view looks at alone
     * @param most whether it was asked who or what comes first
     * @param since the first day anything was charged to the team; null: nothing ever was
     * @param notes what was said and is not in this, and why, a sentence each
     */
    public record Told(
            SpendView view,
            SpendReport report,
            boolean most,
            @Nullable LocalDate since,
            List<String> notes) {
        public Told {
            notes = List.copyOf(notes);
        }
    }

    /** Against the days before. @param before and now in cents, of as many days each */
    public static Message changed(
            SpendView view, SpendReport before, SpendReport now, Function<LeaseId, String> titles, People people) {
        return ChangeText.message(view, before, now, titles, people);
    }

    /** What was agreed and what it came to. */
    public static Message estimates(SpendView view, List<PathEstimate> estimates) {
        return EstimateText.message(view, estimates);
    }

    /** @param titles what a lease is called */
    public static Message of(Told told, Function<LeaseId, String> titles, People people) {
        SpendReport report = told.report();
        SpendView view = told.view();
        if (view.kind() == SpendView.Kind.BUDGET) {
            return BudgetText.message(view, report.budget(), told.notes());
        }
        String title = title(view, people);
        Blocks blocks = new Blocks().header(title);
        if (current(report)) {
            blocks.section(BudgetText.of(report.budget()));
        }
        if (report.items().isEmpty()) {
            blocks.section(nothing(told));
            notes(blocks, told);
            return blocks.buttons(SpendActions.of(view, 0, 0))
                    .message(Mrkdwn.theirs(title + ": ").and(nothing(told)));
        }
        SpendRows rows = SpendRows.of(report, view, titles, people);
        int first = view.row() < rows.rows().size() ? view.row() : 0;
        int end = end(view, rows, first);
        Mrkdwn total = total(report);
        blocks.section(told.most() ? total.and("\n").and(first(rows, report)) : total);
        List<Cells> shown = rows.rows().subList(first, end);
        blocks.add(new TableBlock(rows.columns(), withSum(shown, rows, report)));
        blocks.context(Mrkdwn.ours(
                counted(rows, view, first, end) + "Committed: agreed, reserved for these days and not used yet."));
        notes(blocks, told);
        int all = view.top() > 0
                ? Math.min(view.top(), rows.rows().size())
                : rows.rows().size();
        blocks.buttons(SpendActions.of(view, end, all));
        return blocks.message(
                Mrkdwn.theirs(title + ": " + report.total() + " so far, " + report.committed() + " committed.")
                        .and(told.most() ? Mrkdwn.ours(" ").and(first(rows, report)) : Mrkdwn.ours(""))
                        .and(lines(shown, rows)));
    }

    private static int end(SpendView view, SpendRows rows, int first) {
        int all = view.top() > 0
                ? Math.min(view.top(), rows.rows().size())
                : rows.rows().size();
        return Math.min(first + ROWS, Math.max(all, first));
    }

    private static boolean current(SpendReport report) {
        LocalDate month = report.budget().month().atDay(1);
        return report.period().from().isBefore(month.plusMonths(1))
                && month.isBefore(report.period().to());
    }

    private static void notes(Blocks blocks, Told told) {
        told.notes().forEach(note -> blocks.context(Mrkdwn.theirs(note)));
    }

    private static Mrkdwn total(SpendReport report) {
        return Mrkdwn.ours("*Total so far: " + report.total() + "*, committed: " + report.committed());
    }

    /** Where all of it is shown, its sum stands below it. */
    private static List<Cells> withSum(List<Cells> shown, SpendRows rows, SpendReport report) {
        if (shown.size() < rows.rows().size() || shown.size() < 2) {
            return shown;
        }
        List<String> cells = new ArrayList<>();
        rows.columns().forEach(column -> {
            if (cells.isEmpty()) {
                cells.add("Total");
            } else if (column.head().startsWith("So far")) {
                cells.add(report.total().toString().split(" ")[0]);
            } else if (column.head().startsWith("Committed")) {
                cells.add(report.committed().toString().split(" ")[0]);
            } else {
                cells.add(" ");
            }
        });
        List<Cells> all = new ArrayList<>(shown);
        all.add(new Cells(cells, true));
        return all;
    }

    private static String counted(SpendRows rows, SpendView view, int first, int end) {
        int all = rows.rows().size();
        if (end - first == all) {
            return "";
        }
        Money rest = Money.zero(rows.amounts().getFirst().currency());
        for (int each = 0; each < all; each++) {
            rest = each < first || each >= end ? rest.plus(rows.amounts().get(each)) : rest;
        }
        return "Rows " + (first + 1) + " to " + end + " of " + all + ", the dearest first; the " + (all - end + first)
                + " not shown here come to " + rest + (view.top() > 0 ? "" : ", and are in the total") + ". ";
    }

    /** The rows for whoever sees no table: in notifications, to screen readers, and where Slack takes no blocks. */
    private static Mrkdwn lines(List<Cells> shown, SpendRows rows) {
        Mrkdwn lines = Mrkdwn.ours("");
        for (Cells row : shown.subList(0, Math.min(LINES, shown.size()))) {
            lines = lines.and("\n• ").and(Mrkdwn.theirs(line(row, rows)));
        }
        return shown.size() > LINES ? lines.and("\nand " + (rows.rows().size() - LINES) + " more") : lines;
    }

    private static String line(Cells row, SpendRows rows) {
        List<String> parts = new ArrayList<>();
        for (int each = 0; each < row.words().size(); each++) {
            String cell = row.words().get(each);
            if (!cell.isBlank()) {
                var column = rows.columns().get(each);
                parts.add(column.number() ? column.head().replaceAll(",.*", "") + " " + cell : cell);
            }
        }
        return String.join(" · ", parts);
    }

    static Mrkdwn nothing(Told told) {
        String spent = "Nothing was charged in these days: " + told.report().total() + ".";
        LocalDate since = told.since();
        if (!told.view().only().isEmpty()) {
            return Mrkdwn.ours(spent.replace("Nothing", "Nothing of that"));
        }
        if (since == null) {
            return Mrkdwn.ours(spent + " Nothing was ever charged to this team; what is handed out is, from its first"
                    + " second on.");
        }
        return since.isBefore(told.report().period().to())
                ? Mrkdwn.ours(spent)
                : Mrkdwn.ours(spent + " The first charge was on " + DAY.format(since)
                        + ": ask for the time since then, such as _what did we spend this month_.");
    }

    static String title(SpendView view, People people) {
        String only = view.only().entrySet().stream()
                .flatMap(each -> each.getValue().stream().map(value -> filter(each.getKey(), value, people)))
                .collect(Collectors.joining(", "));
        return "Spend of " + view.team() + ", " + days(view.period())
                + (only.isEmpty() ? "" : ", only " + only)
                + (view.split() == null ? "" : ", by " + by(view.split()))
                + (view.top() == 0 ? "" : ", top " + view.top());
    }

    private static String filter(Key key, String value, People people) {
        return key == Key.GPU_KIND
                ? (value.equals(SpendView.ANY_GPU) ? "what has GPUs" : value + " GPUs")
                : SpendRows.name(key, value, people);
    }

    private static String by(Key split) {
        return switch (split) {
            case PERSON -> "person";
            case PATH -> "kind";
            case LEASE -> "id";
            case PURPOSE -> "purpose";
            case DATASET -> "data";
            case GPU_KIND -> "GPU";
        };
    }

    static String days(Period period) {
        LocalDate last = period.to().minusDays(1);
        return period.from().equals(last) ? DAY.format(last) : DAY.format(period.from()) + " to " + DAY.format(last);
    }

    private static Mrkdwn first(SpendRows rows, SpendReport report) {
        Money most = rows.amounts().getFirst();
        if (most.amount().signum() == 0) {
            return Mrkdwn.ours("Nobody has spent anything so far.");
        }
        List<String> names = new ArrayList<>();
        for (int each = 0; each < rows.rows().size(); each++) {
            if (rows.amounts().get(each).equals(most)) {
                names.add(rows.rows().get(each).words().getFirst());
            }
        }
        return Mrkdwn.bold(SentenceParts.list(names, "and"))
                .and(" spent the most: " + most + (names.size() > 1 ? " each" : "") + " of " + report.total() + ".");
    }
}
