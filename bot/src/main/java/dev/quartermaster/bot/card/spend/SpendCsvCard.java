package dev.quartermaster.bot.card.spend;

import dev.quartermaster.actions.ledger.SpendReport;
import dev.quartermaster.actions.ledger.SpendReport.Item;
import dev.quartermaster.bot.card.Blocks;
import dev.quartermaster.bot.slack.outbox.Message;
import dev.quartermaster.bot.slack.text.Mrkdwn;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A team's spend as comma-separated values in a message. */
public final class SpendCsvCard {
    /** Of one section of a message. */
    private static final int ROOM = 2_600;

    private SpendCsvCard() {}

    /** @param report in cents. @param address where all of it can be had, with a token */
    public static Message of(SpendReport report, String address) {
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
                .header(title(report) + ", as CSV")
                .section(Mrkdwn.ours(text.append("```").toString()));
        int missing = report.items().size() - lines.size();
        return blocks.context(Mrkdwn.ours(
                                (missing > 0 ? missing + " more lines do not fit here. " : "") + "All of it as JSON: ")
                        .and(Mrkdwn.code(address)))
                .message(Mrkdwn.ours(title(report) + ", as CSV: " + lines.size() + " lines."));
    }

    private static String title(SpendReport report) {
        return "Spend of " + report.team() + ", " + SpendCard.days(report.period());
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
                        .map(SpendCsvCard::cell)
                        .toList());
    }

    /** RFC 4180; what a spreadsheet would take for a formula, and a backtick that would end the block, are made plain. */
    private static String cell(String words) {
        String plain = words.replaceAll("\\s+", " ").replace('`', '\'');
        String safe = plain.matches("[=+@\\t-].*") && !plain.matches("-?\\d+(?:\\.\\d+)?") ? "'" + plain : plain;
        return safe.matches("[^,\"]*") ? safe : '"' + safe.replace("\"", "\"\"") + '"';
    }
}
