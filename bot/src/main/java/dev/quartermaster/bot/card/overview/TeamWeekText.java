package dev.quartermaster.bot.card.overview;

import dev.quartermaster.actions.bill.BillReconciliation;
import dev.quartermaster.actions.lease.Lease;
import dev.quartermaster.actions.ledger.SpendChange;
import dev.quartermaster.bot.card.ActionIds;
import dev.quartermaster.bot.card.Blocks;
import dev.quartermaster.bot.card.Wording;
import dev.quartermaster.bot.slack.text.Mrkdwn;
import dev.quartermaster.intents.money.Money;
import dev.quartermaster.intents.people.People;
import dev.quartermaster.intents.plan.LeaseId;
import java.math.BigDecimal;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** What changed in a team's week, what ends, what stood unused, what the bill says: a line each, and what to do at it. */
final class TeamWeekText {
    private static final int MOST = 5;

    private final Blocks blocks;
    private final Function<LeaseId, String> titles;
    private final People people;
    private int buttons;

    TeamWeekText(Blocks blocks, Function<LeaseId, String> titles, People people) {
        this.blocks = blocks;
        this.titles = titles;
        this.people = people;
    }

    void add(TeamWeek week) {
        blocks.section(headline(week).and(parts(week.change())));
        if (!week.ending().isEmpty()) {
            blocks.section(Mrkdwn.ours("*Ends within seven days*"));
            week.ending().stream().limit(MOST).forEach(this::ending);
            more(week.ending().size());
        }
        if (!week.unused().isEmpty()) {
            blocks.section(Mrkdwn.ours("*Stood still and was charged for*"));
            week.unused().stream().limit(MOST).forEach(this::unused);
            more(week.unused().size());
        }
        if (week.bill() != null) {
            blocks.section(bill(week.bill()));
        }
    }

    static String summary(TeamWeek week) {
        return week.team().title() + " spent " + week.change().after() + " last week, " + compared(week.change()) + ".";
    }

    private static Mrkdwn headline(TeamWeek week) {
        return Mrkdwn.bold(week.team().title())
                .and(" spent " + week.change().after() + " last week, " + compared(week.change()) + ".");
    }

    private static String compared(SpendChange change) {
        Money difference = change.difference();
        int more = difference.amount().signum();
        return more == 0
                ? "as much as the week before"
                : abs(difference) + (more > 0 ? " more" : " less") + " than the week before";
    }

    /** What is not named is one line, so that the lines add up. */
    private Mrkdwn parts(SpendChange change) {
        Mrkdwn text = Mrkdwn.ours("");
        List<SpendChange.Part> all = change.parts();
        for (SpendChange.Part part : all.stream().limit(MOST).toList()) {
            text = text.and("\n• " + signed(part.difference()) + " ")
                    .and(title(part))
                    .and(because(part));
        }
        if (all.size() > MOST) {
            Money rest = all.stream()
                    .skip(MOST)
                    .map(SpendChange.Part::difference)
                    .reduce(Money.zero(change.after().currency()), Money::plus);
            text = text.and("\n• " + signed(rest) + " " + (all.size() - MOST) + " others");
        }
        return text;
    }

    private Mrkdwn title(SpendChange.Part part) {
        String what = part.lease() == null ? part.path() : titles.apply(part.lease());
        return Mrkdwn.theirs(what + ", " + Wording.name(part.person(), people));
    }

    private static String because(SpendChange.Part part) {
        if (part.begun()) {
            return ": new" + (part.open() ? " and goes on" : "");
        }
        return part.over() ? part.open() ? ": nothing was charged for it" : ": it is over" : "";
    }

    private void ending(Lease lease) {
        blocks.section(
                line(lease).and(" · ends ").and(Wording.moment(lease.until())),
                Blocks.button("A day longer", ActionIds.COMMAND + "week" + buttons++, "extend " + lease.id() + " 1d"));
    }

    private void unused(TeamWeek.Unused unused) {
        Lease lease = unused.lease();
        blocks.section(
                line(lease).and(" · " + unused.amount() + " for nothing but standing there"),
                Blocks.confirmed(
                        Blocks.danger("Stop", ActionIds.STOP, lease.id().value()),
                        "Stop this?",
                        titles.apply(lease.id()) + ": everything made for it is taken back now."));
    }

    private Mrkdwn line(Lease lease) {
        return Mrkdwn.ours("• ")
                .and(Mrkdwn.theirs(titles.apply(lease.id()) + ", " + Wording.name(lease.owner(), people)))
                .and(" · `" + lease.id() + "`");
    }

    private void more(int all) {
        if (all > MOST) {
            blocks.context(Mrkdwn.ours("and " + (all - MOST) + " more"));
        }
    }

    private static Mrkdwn bill(BillReconciliation bill) {
        String month = bill.month().getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
        Money difference = new Money(bill.billed().subtract(bill.ours()), bill.currency()).rounded();
        String text = "The bill of " + month + " says " + money(bill.billed(), bill) + " where we counted "
                + money(bill.ours(), bill) + " (" + signed(difference) + ").";
        return Mrkdwn.ours(
                bill.unlabelledInAll().signum() == 0
                        ? text
                        : text + " Of it, " + money(bill.unlabelledInAll(), bill) + " stands on no lease.");
    }

    private static Money money(BigDecimal amount, BillReconciliation bill) {
        return new Money(amount, bill.currency());
    }

    private static String signed(Money money) {
        return (money.amount().signum() < 0 ? "−" : "+") + abs(money);
    }

    private static Money abs(Money money) {
        return new Money(money.amount().abs(), money.currency());
    }
}
