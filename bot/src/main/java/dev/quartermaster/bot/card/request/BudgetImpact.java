package dev.quartermaster.bot.card.request;

import dev.quartermaster.actions.request.Request;
import dev.quartermaster.actions.request.State;
import dev.quartermaster.bot.slack.text.Mrkdwn;
import dev.quartermaster.intents.money.Money;
import dev.quartermaster.intents.policy.BudgetView;
import dev.quartermaster.intents.policy.Guard;
import dev.quartermaster.intents.policy.Verdict;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The team's budget on an approval card, for whoever owns it: what is left of the month before and after, and what the
 * month comes to. What is agreed is reserved to its end, split by months; so the month comes to what was used and what
 * is reserved, and nothing that ends is carried on. Figures are rounded first and added then ({@link Money}).
 */
record BudgetImpact(Request request, BudgetView budget, ZoneId zone, Instant now) {
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.UK);

    Mrkdwn text() {
        YearMonth month = YearMonth.from(now.atZone(zone));
        Money used = budget.month(month).used().rounded();
        Money reserved = budget.month(month).reserved().rounded();
        Money forecast = used.plus(reserved);
        Money own = shares().getOrDefault(month, Money.zero(forecast.currency()));
        Money with = forecast.plus(own);
        Money after = budget.perMonth().minus(with);
        return Mrkdwn.ours("*Budget of " + request.team() + ", " + MONTH.format(month) + "*\n"
                + budget.perMonth().minus(forecast) + " left of " + budget.perMonth()
                + (waits() ? ", *" + after + " after this*" : "")
                + (after.amount().signum() < 0 ? " — *this is an overrun*" : "")
                + " · used " + used + ", reserved " + reserved
                + (ahead() ? ", what this needs among it" : "")
                + "\nForecast for the month: " + forecast
                + (own.amount().signum() > 0 ? ", " + with + " with this" : "")
                + (with.compareTo(budget.perMonth()) > 0 ? " — *more than the budget*" : "")
                + " _(used, and reserved for what is agreed, each to its end)_"
                + nextMonths(month));
    }

    private boolean waits() {
        return request.state() == State.WAITING;
    }

    /** Parts of it were handed over before every yes: money for the whole is reserved, and not asked for again. */
    private boolean ahead() {
        return waits() && !request.opened().isEmpty();
    }

    /** What it would add, by month. They add up to its price: each is what the rounded sum grows by. */
    private SortedMap<YearMonth, Money> shares() {
        SortedMap<YearMonth, Money> exact = new TreeMap<>();
        if (waits() && !ahead()) {
            guards().forEach(guard -> exact.merge(guard.month(), guard.amount(), Money::plus));
        }
        SortedMap<YearMonth, Money> shares = new TreeMap<>();
        Money sum = Money.zero(budget.perMonth().currency());
        for (Map.Entry<YearMonth, Money> each : exact.entrySet()) {
            Money next = sum.plus(each.getValue());
            shares.put(each.getKey(), next.rounded().minus(sum.rounded()));
            sum = next;
        }
        return shares;
    }

    private String nextMonths(YearMonth month) {
        StringBuilder later = new StringBuilder();
        shares().tailMap(month.plusMonths(1)).forEach((then, amount) -> {
            if (amount.amount().signum() > 0) {
                later.append("\nand ").append(amount).append(" of it in ").append(MONTH.format(then));
            }
        });
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
