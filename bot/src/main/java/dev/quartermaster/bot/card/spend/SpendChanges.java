package dev.quartermaster.bot.card.spend;

import dev.quartermaster.actions.ledger.SpendReport;
import dev.quartermaster.actions.ledger.SpendReport.Item;
import dev.quartermaster.bot.card.Blocks;
import dev.quartermaster.bot.card.Wording;
import dev.quartermaster.bot.slack.outbox.Message;
import dev.quartermaster.bot.slack.text.Mrkdwn;
import dev.quartermaster.intents.money.Money;
import dev.quartermaster.intents.people.People;
import dev.quartermaster.intents.plan.LeaseId;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Why more or less was spent than in the days before: what each thing adds or takes, which is the difference exactly. */
final class SpendChanges {
    private static final int MOST = 12;
    private static final BigDecimal HOUR = BigDecimal.valueOf(3600);

    private SpendChanges() {}

    /** One thing in both reports; null where it is in one of them alone. */
    private record Change(@Nullable Item before, @Nullable Item now, Money difference) {
        Item either() {
            return now == null ? java.util.Objects.requireNonNull(before) : now;
        }
    }

    /** @param before and now in cents, of as many days each */
    static Message message(
            SpendView view, SpendReport before, SpendReport now, Function<LeaseId, String> titles, People people) {
        Money difference = now.total().minus(before.total());
        String title = "What changed in the spend of " + view.team();
        Mrkdwn total = Mrkdwn.ours("*" + signed(difference) + "*: " + now.total() + " in "
                + SpendCard.days(now.period()) + ", " + before.total() + " in as many days before, "
                + SpendCard.days(before.period()) + ".");
        List<Change> changes = changes(before, now);
        Mrkdwn lines = Mrkdwn.ours("");
        for (Change change : changes.subList(0, Math.min(MOST, changes.size()))) {
            lines = lines.and(lines.value().isEmpty() ? "• " : "\n• ").and(line(change, titles, people));
        }
        Blocks blocks = new Blocks().header(title).section(total).section(lines);
        if (changes.size() > MOST) {
            Money rest = changes.subList(MOST, changes.size()).stream()
                    .map(Change::difference)
                    .reduce(Money.zero(difference.currency()), Money::plus);
            blocks.section(Mrkdwn.ours("• " + (changes.size() - MOST) + " others together: *" + signed(rest) + "*"));
        }
        blocks.context(Mrkdwn.ours("Together they are the difference, to the cent."))
                .buttons(SpendActions.of(view, 0, 0));
        return blocks.message(Mrkdwn.ours(title + ": ").and(total).and("\n").and(lines));
    }

    /** The largest first; what costs as much as before is none. */
    private static List<Change> changes(SpendReport before, SpendReport now) {
        Map<String, Item> then = new LinkedHashMap<>();
        before.items().forEach(item -> then.put(key(item), item));
        List<Change> changes = new ArrayList<>();
        now.items().forEach(item -> {
            Item old = then.remove(key(item));
            changes.add(new Change(
                    old, item, old == null ? item.amount() : item.amount().minus(old.amount())));
        });
        then.values()
                .forEach(old -> changes.add(new Change(
                        old, null, Money.zero(old.amount().currency()).minus(old.amount()))));
        changes.removeIf(change -> change.difference().amount().signum() == 0);
        changes.sort(Comparator.comparing(
                        (Change change) -> change.difference().amount().abs())
                .reversed());
        return changes;
    }

    private static String key(Item item) {
        return item.lease() == null
                ? item.path() + " " + item.person()
                : item.lease().value();
    }

    private static Mrkdwn line(Change change, Function<LeaseId, String> titles, People people) {
        Item item = change.either();
        LeaseId lease = item.lease();
        Mrkdwn what = Mrkdwn.bold(Blocks.cut(Wording.name(item.person(), people), 40))
                .and(", ")
                .and(Mrkdwn.theirs(
                        lease == null ? "messages read by the language model" : Blocks.cut(titles.apply(lease), 60)));
        Mrkdwn whole = item.purpose().isBlank()
                ? what
                : what.and(" (")
                        .and(Mrkdwn.theirs(Blocks.cut(item.purpose().strip(), 60)))
                        .and(")");
        return whole.and(" " + became(change) + ": *" + signed(change.difference()) + "*");
    }

    private static String became(Change change) {
        Item before = change.before();
        Item now = change.now();
        if (before == null) {
            return "is new";
        }
        if (now == null) {
            return "was over before";
        }
        BigDecimal hours = BigDecimal.valueOf(now.seconds() - before.seconds()).divide(HOUR, 2, RoundingMode.HALF_UP);
        if (hours.signum() == 0) {
            return "cost " + (change.difference().amount().signum() > 0 ? "more" : "less");
        }
        return "ran " + hours.abs().toPlainString() + " hours " + (hours.signum() > 0 ? "more" : "less");
    }

    private static String signed(Money money) {
        return (money.amount().signum() > 0 ? "+" : "") + money;
    }
}
