package dev.quartermaster.bot.card.overview;

import dev.quartermaster.bot.slack.text.Mrkdwn;
import dev.quartermaster.intents.money.Money;
import dev.quartermaster.intents.policy.BudgetView;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * What a team has left this month, for whoever may see its spend. Rounded first and added then, as on approval cards.
 *
 * @param left negative where more is agreed than the budget holds
 */
public record MonthsBudget(YearMonth month, Money left, Money of, Money used, Money reserved) {
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.UK);

    public static MonthsBudget of(BudgetView budget, YearMonth month) {
        Money used = budget.month(month).used().rounded();
        Money reserved = budget.month(month).reserved().rounded();
        Money left = budget.perMonth().minus(used.plus(reserved));
        return new MonthsBudget(month, left, budget.perMonth(), used, reserved);
    }

    Mrkdwn text() {
        return Mrkdwn.ours("*Budget of " + MONTH.format(month) + ": " + left + " left of " + of + "*\nused so far "
                + used
                + ", reserved " + reserved + " (what is agreed and may still be used this month, each to its end)"
                + (left.amount().signum() < 0 ? " — *more than the budget*" : ""));
    }

    /** Where the month ends if what is agreed happens, and nothing else. */
    Mrkdwn forecast() {
        Money forecast = used.plus(reserved);
        return Mrkdwn.ours("*" + forecast + " by the end of " + MONTH.format(month) + "*, of a budget of " + of
                + "\nused so far " + used + ", and " + reserved
                + " still to come: everything that is agreed, each used to its agreed end");
    }
}
