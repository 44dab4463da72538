package dev.quartermaster.bot.card.spend;

import dev.quartermaster.actions.ledger.PathEstimate;
import dev.quartermaster.bot.card.Blocks;
import dev.quartermaster.bot.card.TableBlock;
import dev.quartermaster.bot.card.TableBlock.Cells;
import dev.quartermaster.bot.card.TableBlock.Column;
import dev.quartermaster.bot.slack.outbox.Message;
import dev.quartermaster.bot.slack.text.Mrkdwn;
import dev.quartermaster.intents.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** What was agreed for what has ended, and what it came to, by kind. */
final class EstimateText {
    private EstimateText() {}

    static Message message(SpendView view, List<PathEstimate> estimates) {
        String title = "Estimate against actual of " + view.team() + ", " + SpendCard.days(view.period());
        Blocks blocks = new Blocks().header(title);
        if (estimates.isEmpty()) {
            return blocks.section(Mrkdwn.ours("Nothing ended in these days, so nothing can be compared yet."))
                    .buttons(SpendActions.of(view, 0, 0))
                    .message(Mrkdwn.theirs(title + ": nothing ended in these days."));
        }
        String currency = estimates.getFirst().estimate().currency();
        Money zero = Money.zero(currency);
        Money agreed = estimates.stream().map(PathEstimate::estimate).reduce(zero, Money::plus);
        Money actual = estimates.stream().map(PathEstimate::amount).reduce(zero, Money::plus);
        Mrkdwn sum =
                Mrkdwn.ours("*Agreed: " + agreed + ", came to: " + actual + "*" + percent(actual, agreed, " (", ")"));
        List<Cells> rows = estimates.stream()
                .limit(TableBlock.MOST_ROWS - 1)
                .map(each -> new Cells(
                        List.of(
                                each.path(),
                                "" + each.things(),
                                each.estimate().toString(),
                                each.amount().toString(),
                                percent(each.amount(), each.estimate(), "", "")),
                        false))
                .toList();
        blocks.section(sum)
                .add(new TableBlock(
                        List.of(
                                Column.words("Kind"),
                                Column.number("Things"),
                                Column.number("Agreed"),
                                Column.number("Came to"),
                                Column.number("Of it")),
                        rows))
                .context(Mrkdwn.ours("Of what ended in these days, over the whole of its time."))
                .buttons(SpendActions.of(view, 0, 0));
        return blocks.message(Mrkdwn.theirs(title + ": ").and(sum));
    }

    private static String percent(Money part, Money whole, String before, String after) {
        return whole.amount().signum() == 0
                ? ""
                : before
                        + part.amount()
                                .multiply(BigDecimal.valueOf(100))
                                .divide(whole.amount(), 0, RoundingMode.HALF_UP)
                        + " %" + after;
    }
}
