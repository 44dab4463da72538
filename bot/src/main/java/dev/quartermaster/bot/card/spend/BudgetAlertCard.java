package dev.quartermaster.bot.card.spend;

import com.slack.api.model.block.element.ButtonElement;
import dev.quartermaster.actions.budget.BudgetAlert;
import dev.quartermaster.actions.budget.BudgetScope;
import dev.quartermaster.actions.budget.BudgetStop;
import dev.quartermaster.actions.ledger.SpendReport.Item;
import dev.quartermaster.bot.card.ActionIds;
import dev.quartermaster.bot.card.Blocks;
import dev.quartermaster.bot.card.Wording;
import dev.quartermaster.bot.slack.outbox.Message;
import dev.quartermaster.bot.slack.text.Mrkdwn;
import dev.quartermaster.intents.money.Money;
import dev.quartermaster.intents.people.People;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.people.Team;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A budget that fills up: how far, what drives it, what will be stopped, and what its owner can do. */
public final class BudgetAlertCard {
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.UK);
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("EEE d MMM HH:mm", Locale.UK);
    private static final int DRIVERS = 3;
    private static final int STOPS = 10;

    private BudgetAlertCard() {}

    /**
     * @param items that count, the most first
     * @param largest what one button stops; null: nothing that whoever reads this may stop
     * @param stops announced so far
     */
    public record Shown(
            BudgetAlert alert,
            List<Item> items,
            @Nullable Item largest,
            List<BudgetStop> stops,
            People people,
            ZoneId zone) {}

    public static Message of(Shown shown) {
        BudgetAlert alert = shown.alert();
        Mrkdwn headline = headline(shown);
        Blocks blocks =
                new Blocks().header("Budget of " + MONTH.format(alert.scope().month()));
        blocks.section(headline);
        if (!shown.items().isEmpty()) {
            blocks.section(Mrkdwn.ours("*What drives it*"));
            shown.items().stream().limit(DRIVERS).forEach(item -> blocks.section(driver(item, shown.people())));
        }
        stops(blocks, shown);
        PersonId left = alert.left();
        if (left != null) {
            blocks.context(Mrkdwn.ours("Left as it is by ").and(Mrkdwn.theirs(name(left, shown.people()))));
        }
        return blocks.buttons(buttons(shown)).message(headline);
    }

    private static Mrkdwn headline(Shown shown) {
        BudgetAlert alert = shown.alert();
        Money taken = alert.used().rounded().plus(alert.reserved().rounded());
        Mrkdwn whose = whose(shown);
        return alert.stops()
                ? whose.and(" is used up: " + alert.used() + " of " + alert.limit() + ".")
                : whose.and(" has reached " + alert.step() + " %: " + taken + " of " + alert.limit()
                        + " are used or reserved"
                        + " (used " + alert.used() + ", reserved " + alert.reserved() + "), "
                        + alert.limit().minus(taken) + " left.");
    }

    private static Mrkdwn whose(Shown shown) {
        BudgetScope scope = shown.alert().scope();
        String team = shown.people()
                .team(scope.team())
                .map(Team::title)
                .orElse(scope.team().value());
        return switch (scope.kind()) {
            case TEAM -> Mrkdwn.ours("The budget of ").and(Mrkdwn.bold(team));
            case PERSON ->
                Mrkdwn.ours("What ")
                        .and(Mrkdwn.bold(name(new PersonId(scope.name()), shown.people())))
                        .and(" may take of the budget of ")
                        .and(Mrkdwn.bold(team));
            case PURPOSE ->
                Mrkdwn.ours("What ")
                        .and(Mrkdwn.bold(scope.name()))
                        .and(" may take of the budget of ")
                        .and(Mrkdwn.bold(team));
        };
    }

    private static Mrkdwn driver(Item item, People people) {
        return Mrkdwn.ours("• ")
                .and(Mrkdwn.theirs(named(item, people)))
                .and(": " + item.amount() + " so far, " + item.committed() + " still to come this month"
                        + (item.lease() == null ? "" : " · `" + item.lease() + "`"));
    }

    private static String named(Item item, People people) {
        return name(item.person(), people) + ", " + item.path()
                + (item.purpose().isBlank() ? "" : ", " + Wording.brief(item.purpose()));
    }

    private static void stops(Blocks blocks, Shown shown) {
        if (!shown.alert().stops()) {
            return;
        }
        blocks.section(Mrkdwn.ours(
                shown.stops().isEmpty()
                        ? "What runs will be stopped after a notice to each owner, unless the limit is raised or you leave it."
                        : "*What is stopped*, unless the limit is raised or you leave it; each owner was told."));
        shown.stops().stream().limit(STOPS).forEach(stop -> blocks.section(stop(stop, shown)));
        if (shown.stops().size() > STOPS) {
            blocks.context(Mrkdwn.ours("and " + (shown.stops().size() - STOPS) + " more"));
        }
    }

    private static Mrkdwn stop(BudgetStop stop, Shown shown) {
        Mrkdwn what = shown.items().stream()
                .filter(item -> stop.lease().equals(item.lease()))
                .map(item -> Mrkdwn.theirs(named(item, shown.people())).and(" · "))
                .findFirst()
                .orElse(Mrkdwn.ours(""));
        String when = WHEN.format(stop.at().atZone(shown.zone()));
        return Mrkdwn.ours("• ")
                .and(what)
                .and("`" + stop.lease() + "`: "
                        + switch (stop.outcome()) {
                            case WAITS ->
                                "to be stopped " + when + " " + shown.zone().getId();
                            case STOPPED -> "stopped";
                            case ENDED -> "ended before";
                            case LEFT -> "left running";
                            case RAISED -> "goes on, there is money again";
                        });
    }

    private static List<ButtonElement> buttons(Shown shown) {
        String id = Long.toString(shown.alert().id());
        List<ButtonElement> buttons = new ArrayList<>();
        Item largest = shown.largest();
        if (largest != null) {
            buttons.add(Blocks.confirmed(
                    Blocks.danger("Stop the largest", ActionIds.BUDGET_STOP, id + "|" + largest.lease()),
                    "Stop this?",
                    named(largest, shown.people()) + " (" + largest.lease()
                            + "): everything made for it is taken back now. " + largest.committed()
                            + " of it are still to come."));
        }
        buttons.add(Blocks.button("Who can raise it", ActionIds.BUDGET_RAISE, id));
        if (shown.alert().left() == null && !shown.alert().over()) {
            buttons.add(Blocks.button("Leave it", ActionIds.BUDGET_LEAVE, id));
        }
        return buttons;
    }

    private static String name(PersonId person, People people) {
        return Wording.name(person, people);
    }
}
