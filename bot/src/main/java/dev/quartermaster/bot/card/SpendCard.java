package dev.quartermaster.bot.card;

import dev.quartermaster.actions.ledger.SpendReport;
import dev.quartermaster.bot.slack.outbox.Message;
import dev.quartermaster.bot.slack.text.Mrkdwn;
import dev.quartermaster.intents.people.People;
import java.math.RoundingMode;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** A team's spend, itemised: person, hours, so far, committed; the total is the sum of what is listed. */
public final class SpendCard {
    private static final int MOST = 40;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.UK);

    private SpendCard() {}

    public static Message of(SpendReport report, People people) {
        String title =
                "Spend of " + report.team() + ", " + DAY.format(report.period().from()) + " to "
                        + DAY.format(report.period().to().minusDays(1));
        Blocks blocks = new Blocks().header(title);
        if (report.items().isEmpty()) {
            blocks.section(Mrkdwn.ours("Nothing was handed out in this time, so nothing was spent."));
            return blocks.message(Mrkdwn.ours(title + ": nothing."));
        }
        List<SpendReport.Item> shown = report.items().stream().limit(MOST).toList();
        for (SpendReport.Item item : shown) {
            blocks.section(line(item, people));
        }
        if (report.items().size() > MOST) {
            blocks.context(Mrkdwn.ours("and " + (report.items().size() - MOST)
                    + " more, counted in the total; ask for a shorter time to see them."));
        }
        blocks.divider()
                .section(Mrkdwn.ours(
                        "*Total so far: " + report.total() + "* · committed and not yet used: " + report.committed()));
        return blocks.message(
                Mrkdwn.ours(title + ": " + report.total() + " so far, " + report.committed() + " committed."));
    }

    private static Mrkdwn line(SpendReport.Item item, People people) {
        Mrkdwn text = Mrkdwn.bold(Wording.name(item.person(), people))
                .and(" · ")
                .and(Mrkdwn.theirs(item.path()))
                .and(" · " + item.hours().setScale(2, RoundingMode.HALF_UP) + " h · *" + item.amount() + "* so far · "
                        + item.committed() + " committed" + (item.open() ? " · running" : " · ended"));
        text = text.and("\n`" + item.lease() + "`");
        return item.purpose().isBlank() ? text : text.and(" · ").and(Mrkdwn.theirs(item.purpose()));
    }
}
