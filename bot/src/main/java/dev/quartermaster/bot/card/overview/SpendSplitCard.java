package dev.quartermaster.bot.card.overview;

import dev.quartermaster.actions.ledger.SpendReport;
import dev.quartermaster.actions.ledger.SpendReport.Item;
import dev.quartermaster.bot.card.Blocks;
import dev.quartermaster.bot.card.Wording;
import dev.quartermaster.bot.slack.outbox.Message;
import dev.quartermaster.bot.slack.text.Mrkdwn;
import dev.quartermaster.intents.money.Money;
import dev.quartermaster.intents.people.People;
import dev.quartermaster.intents.policy.SentenceParts;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** A team's spend by person, golden path or purpose, the most first; as comma-separated values; and where the month ends. */
public final class SpendSplitCard {
    private static final int MOST = 30;
    /** Of one section of a message. */
    private static final int ROOM = 2_600;

    private SpendSplitCard() {}

    /** What a sum is split by. */
    public enum Split {
        PERSON,
        PATH,
        PURPOSE;

        private String of(Item item, People people) {
            return switch (this) {
                case PERSON -> Wording.name(item.person(), people);
                case PATH -> item.path();
                case PURPOSE -> item.purpose().isBlank() ? "no purpose said" : Wording.brief(item.purpose());
            };
        }

        /** Two people may have one name, and two purposes one beginning. */
        private String key(Item item) {
            return switch (this) {
                case PERSON -> item.person().value();
                case PATH -> item.path();
                case PURPOSE -> item.purpose();
            };
        }

        private String word() {
            return this == PATH ? "golden path" : name().toLowerCase(Locale.ROOT);
        }
    }

    private record Sum(String name, Money amount, Money committed, int things) {
        Sum plus(Item item) {
            return new Sum(name, amount.plus(item.amount()), committed.plus(item.committed()), things + 1);
        }
    }

    /** @param report in cents. @param most whether it was asked who or what comes first */
    public static Message of(SpendReport report, Split split, boolean most, People people) {
        String title = SpendCard.title(report) + ", by " + split.word();
        List<Sum> sums = sums(report, split, people);
        Blocks blocks = new Blocks().header(title);
        if (sums.isEmpty()) {
            return blocks.section(SpendCard.nothing(report)).message(Mrkdwn.ours(title + ": nothing."));
        }
        Mrkdwn first = first(sums, report);
        if (most) {
            blocks.section(first);
        }
        blocks.section(Mrkdwn.ours("*Total so far: " + report.total() + "*\nStill to come in these days: "
                + report.committed() + " (agreed, reserved for it, and not used yet)"));
        Mrkdwn lines = Mrkdwn.ours("");
        for (Sum sum : sums.subList(0, Math.min(MOST, sums.size()))) {
            lines = lines.and(lines.value().isEmpty() ? "" : "\n").and(line(sum, report.total()));
        }
        blocks.section(lines);
        if (sums.size() > MOST) {
            blocks.context(Mrkdwn.ours("and " + (sums.size() - MOST) + " more, counted in the total."));
        }
        return blocks.message(Mrkdwn.ours(title + ": ").and(first));
    }

    private static List<Sum> sums(SpendReport report, Split split, People people) {
        Map<String, Sum> sums = new LinkedHashMap<>();
        Money zero = Money.zero(report.total().currency());
        report.items().forEach(item -> {
            Sum none = new Sum(split.of(item, people), zero, zero, 0);
            sums.merge(split.key(item), none.plus(item), (sum, one) -> sum.plus(item));
        });
        return sums.values().stream()
                .sorted(Comparator.comparing(Sum::amount)
                        .thenComparing(Sum::committed)
                        .reversed()
                        .thenComparing(Sum::name))
                .toList();
    }

    private static Mrkdwn first(List<Sum> sums, SpendReport report) {
        Money most = sums.getFirst().amount();
        if (most.amount().signum() == 0) {
            return Mrkdwn.ours("Nobody has spent anything so far.");
        }
        List<String> names = sums.stream()
                .filter(sum -> sum.amount().compareTo(most) == 0)
                .map(Sum::name)
                .toList();
        return Mrkdwn.bold(SentenceParts.list(names, "and"))
                .and(" spent the most: " + most + (names.size() > 1 ? " each" : "") + " of " + report.total() + ".");
    }

    private static Mrkdwn line(Sum sum, Money total) {
        return Mrkdwn.ours("• ")
                .and(Mrkdwn.bold(sum.name()))
                .and(": *" + sum.amount() + "* so far" + share(sum.amount(), total) + ", " + sum.committed()
                        + " still to come · " + sum.things() + (sum.things() == 1 ? " thing" : " things"));
    }

    private static String share(Money part, Money total) {
        return total.amount().signum() == 0
                ? ""
                : " ("
                        + part.amount()
                                .multiply(BigDecimal.valueOf(100))
                                .divide(total.amount(), 0, RoundingMode.HALF_UP)
                        + " %)";
    }

    public static Message forecast(String team, MonthsBudget budget) {
        Mrkdwn forecast = budget.forecast();
        return new Blocks()
                .header("Forecast for " + team)
                .section(forecast)
                .context(
                        Mrkdwn.ours("It assumes that what runs or is agreed goes on to its agreed end, and that nothing"
                                + " new is asked for, nothing is kept longer and nothing is stopped earlier."))
                .message(Mrkdwn.ours("Forecast for " + team + ": ").and(forecast));
    }

    /** @param report in cents. @param address where all of it can be had, with a token */
    public static Message csv(SpendReport report, String address) {
        List<String> lines = new ArrayList<>();
        int room = ROOM;
        for (Item item : report.items()) {
            String line = line(item);
            room -= Mrkdwn.escape(line).length() + 1;
            if (room < 0) {
                break;
            }
            lines.add(line);
        }
        StringBuilder text = new StringBuilder("```lease,path,person,purpose,hours,amount,still_to_come,currency\n");
        lines.forEach(line -> text.append(Mrkdwn.escape(line)).append('\n'));
        Blocks blocks = new Blocks()
                .header(SpendCard.title(report) + ", as CSV")
                .section(Mrkdwn.ours(text.append("```").toString()));
        int missing = report.items().size() - lines.size();
        return blocks.context(Mrkdwn.ours(
                                (missing > 0 ? missing + " more lines do not fit here. " : "") + "All of it as JSON: ")
                        .and(Mrkdwn.code(address)))
                .message(Mrkdwn.ours(SpendCard.title(report) + ", as CSV: " + lines.size() + " lines."));
    }

    private static String line(Item item) {
        return String.join(
                ",",
                Stream.of(
                                item.lease() == null ? "" : item.lease().value(),
                                item.path(),
                                item.person().value(),
                                item.purpose(),
                                item.hours().toPlainString(),
                                item.amount().amount().toPlainString(),
                                item.committed().amount().toPlainString(),
                                item.amount().currency())
                        .map(SpendSplitCard::cell)
                        .toList());
    }

    /** RFC 4180; what a spreadsheet would take for a formula, and a backtick that would end the block, are made plain. */
    private static String cell(String words) {
        String plain = words.replaceAll("\\s+", " ").replace('`', '\'');
        String safe = plain.matches("[=+@\\t-].*") && !plain.matches("-?\\d+(?:\\.\\d+)?") ? "'" + plain : plain;
        return safe.matches("[^,\"]*") ? safe : '"' + safe.replace("\"", "\"\"") + '"';
    }
}
