package dev.quartermaster.bot.card;

import dev.quartermaster.actions.request.Request;
import dev.quartermaster.actions.request.State;
import dev.quartermaster.bot.slack.text.Mrkdwn;
import dev.quartermaster.intents.money.Money;
import dev.quartermaster.intents.plan.Price;
import dev.quartermaster.intents.policy.BudgetView;
import dev.quartermaster.intents.policy.Guard;
import dev.quartermaster.intents.policy.Verdict;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The team's month for whoever owns its budget: what is left before and after, and where the month is heading. The
 * forecast carries what is used and reserved so far on at the same pace to the month's end; in the first week it counts
 * a whole week, or one busy Monday would forecast a fortune.
 */
record BudgetLine(Request request, BudgetView budget, ZoneId zone, Instant now) {
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.UK);
    private static final int FIRST_DAYS = 7;

    Mrkdwn text() {
        LocalDate today = now.atZone(zone).toLocalDate();
        YearMonth month = YearMonth.from(today);
        BudgetView.Month books = budget.month(month);
        Money taken = books.used().plus(books.reserved());
        Money left = budget.perMonth().minus(taken);
        Money own = request.state() == State.WAITING ? share(month) : Money.zero(left.currency());
        Money after = left.minus(own);
        int gone = Math.max(FIRST_DAYS, today.getDayOfMonth());
        Money forecast = taken.times(BigDecimal.valueOf(month.lengthOfMonth()))
                .times(BigDecimal.ONE.divide(BigDecimal.valueOf(gone), 10, RoundingMode.HALF_UP));
        Money with = forecast.plus(own);
        boolean over = with.compareTo(budget.perMonth()) > 0;
        return Mrkdwn.ours("*Budget of " + request.team() + ", " + MONTH.format(month) + "*\n" + left + " left of "
                + budget.perMonth()
                + (request.state() == State.WAITING ? ", *" + after + " after this*" : "")
                + (after.amount().signum() < 0 ? " — *this is an overrun*" : "")
                + " · used " + books.used() + ", reserved " + books.reserved()
                + "\nForecast for the month: " + forecast
                + (own.amount().signum() > 0 ? ", " + with + " with this" : "")
                + (over ? " — *more than the budget*" : "")
                + " _(used and reserved in " + gone + " days, carried on for " + month.lengthOfMonth() + ")_"
                + nextMonths(month));
    }

    /** What falls into this month; a request over its end is split. */
    private Money share(YearMonth month) {
        Money zero = Money.zero(budget.perMonth().currency());
        List<Guard> guards = guards();
        @Nullable Price price = request.judgement().price();
        if (guards.isEmpty()) {
            return price == null ? zero : price.ceiling();
        }
        return guards.stream()
                .filter(guard -> guard.month().equals(month))
                .map(Guard::amount)
                .reduce(zero, Money::plus);
    }

    private String nextMonths(YearMonth month) {
        if (request.state() != State.WAITING) {
            return "";
        }
        StringBuilder later = new StringBuilder();
        guards().stream()
                .filter(guard ->
                        guard.month().isAfter(month) && guard.amount().amount().signum() > 0)
                .forEach(guard -> later.append("\nand ")
                        .append(guard.amount())
                        .append(" of it in ")
                        .append(MONTH.format(guard.month())));
        return later.toString();
    }

    private List<Guard> guards() {
        return switch (request.judgement().verdict()) {
            case Verdict.NeedsApproval needs -> needs.guards();
            case Verdict.Allowed allowed -> allowed.guards();
            case Verdict.Refused refused -> List.of();
        };
    }
}
