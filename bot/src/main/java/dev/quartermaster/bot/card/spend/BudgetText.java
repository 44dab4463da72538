package dev.quartermaster.bot.card.spend;

import dev.quartermaster.actions.ledger.BudgetLine;
import dev.quartermaster.bot.card.Blocks;
import dev.quartermaster.bot.slack.outbox.Message;
import dev.quartermaster.bot.slack.text.Mrkdwn;
import dev.quartermaster.intents.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Where a team's budget of a month stands, in words. Rounded first and added then, as on approval cards. */
final class BudgetText {
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.UK);
    private static final int TENTHS = 10;

    private BudgetText() {}

    static Mrkdwn of(BudgetLine line) {
        Money left = left(line);
        return Mrkdwn.ours("*Budget of " + month(line) + ": " + left + " left of " + line.budget() + "*"
                + (left.amount().signum() < 0 ? " :warning: *more is agreed than the budget holds*" : "")
                + "\n" + bar(line)
                + "\nUsed " + line.used() + ", reserved " + line.reserved()
                + ", " + forecast(line));
    }

    /** Not negative where nothing more is agreed than there is. */
    private static Money left(BudgetLine line) {
        return line.budget().minus(line.used().rounded()).minus(line.reserved().rounded());
    }

    private static String forecast(BudgetLine line) {
        Money toCome = line.forecast().minus(line.used()).rounded();
        return "forecast " + line.used().rounded().plus(toCome) + " by the end of " + month(line);
    }

    /** One tenth a sign, and the share in whole per cent, rounded down as alerts are. */
    private static String bar(BudgetLine line) {
        if (line.budget().amount().signum() <= 0) {
            return "No budget is set.";
        }
        BigDecimal taken = line.budget().minus(left(line)).amount();
        int percent = taken.multiply(BigDecimal.valueOf(100))
                .divide(line.budget().amount(), 0, RoundingMode.DOWN)
                .intValue();
        int full = Math.clamp(Math.ceilDiv(percent, TENTHS), 0, TENTHS);
        return "▰".repeat(full) + "▱".repeat(TENTHS - full) + " " + percent + " % used or reserved";
    }

    static String month(BudgetLine line) {
        return MONTH.format(line.month());
    }

    /** Where the month's budget stands, and where the month ends if what is agreed happens, and nothing else. */
    static Message message(SpendView view, BudgetLine line, List<String> notes) {
        Blocks blocks = new Blocks()
                .header("Budget and forecast of " + view.team() + ", " + month(line))
                .section(of(line))
                .context(Mrkdwn.ours("The forecast assumes that what runs or is agreed goes on to its agreed end, and"
                        + " that nothing new is asked for, nothing is kept longer and nothing is stopped earlier."));
        notes.forEach(note -> blocks.context(Mrkdwn.theirs(note)));
        blocks.buttons(SpendActions.of(view, 0, 0));
        return blocks.message(Mrkdwn.ours("Budget of " + view.team() + ", " + month(line) + ": " + left(line)
                + " left of " + line.budget() + "; used " + line.used() + ", reserved " + line.reserved() + ", "
                + forecast(line) + "."));
    }
}
