package dev.quartermaster.bot.card.spend;

import dev.quartermaster.actions.ledger.SpendChange;
import dev.quartermaster.actions.ledger.SpendChange.Part;
import dev.quartermaster.actions.ledger.SpendReport;
import dev.quartermaster.bot.card.Blocks;
import dev.quartermaster.bot.card.Wording;
import dev.quartermaster.bot.slack.outbox.Message;
import dev.quartermaster.bot.slack.text.Mrkdwn;
import dev.quartermaster.intents.money.Money;
import dev.quartermaster.intents.people.People;
import dev.quartermaster.intents.plan.LeaseId;
import java.util.List;
import java.util.function.Function;

/** Why more or less was spent than in the days before: what each thing adds or takes, which is the difference exactly. */
final class ChangeText {
    private static final int MOST = 12;

    private ChangeText() {}

    /** @param before and now in cents, of as many days each */
    static Message message(
            SpendView view, SpendReport before, SpendReport now, Function<LeaseId, String> titles, People people) {
        SpendChange change = SpendChange.between(before, now);
        Money difference = change.difference();
        String title = "What changed in the spend of " + view.team();
        Mrkdwn total = Mrkdwn.ours("*" + signed(difference) + "*: " + now.total() + " in "
                + SpendCard.days(now.period()) + ", " + before.total() + " in as many days before, "
                + SpendCard.days(before.period()) + ".");
        List<Part> changes = change.parts();
        Mrkdwn lines = Mrkdwn.ours("");
        for (Part part : changes.subList(0, Math.min(MOST, changes.size()))) {
            lines = lines.and(lines.value().isEmpty() ? "• " : "\n• ").and(line(part, titles, people));
        }
        Blocks blocks = new Blocks().header(title).section(total).section(lines);
        if (changes.size() > MOST) {
            Money rest = changes.subList(MOST, changes.size()).stream()
                    .map(Part::difference)
                    .reduce(Money.zero(difference.currency()), Money::plus);
            blocks.section(Mrkdwn.ours("• " + (changes.size() - MOST) + " others together: *" + signed(rest) + "*"));
        }
        blocks.context(Mrkdwn.ours("Together they are the difference, to the cent."))
                .buttons(SpendActions.of(view, 0, 0));
        return blocks.message(Mrkdwn.ours(title + ": ").and(total).and("\n").and(lines));
    }

    private static Mrkdwn line(Part part, Function<LeaseId, String> titles, People people) {
        LeaseId lease = part.lease();
        return Mrkdwn.bold(Blocks.cut(Wording.name(part.person(), people), 40))
                .and(", ")
                .and(Mrkdwn.theirs(
                        lease == null ? "messages read by the language model" : Blocks.cut(titles.apply(lease), 80)))
                .and(" " + became(part) + ": *" + signed(part.difference()) + "*");
    }

    private static String became(Part part) {
        if (part.begun()) {
            return "is new";
        }
        if (part.over()) {
            return "was over before";
        }
        return "cost " + (part.difference().amount().signum() > 0 ? "more" : "less");
    }

    private static String signed(Money money) {
        return (money.amount().signum() > 0 ? "+" : "") + money;
    }
}
