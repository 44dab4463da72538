package dev.quartermaster.bot.card.overview;

import dev.quartermaster.actions.ledger.SpendReport;
import dev.quartermaster.bot.card.Blocks;
import dev.quartermaster.bot.card.Wording;
import dev.quartermaster.bot.slack.outbox.Message;
import dev.quartermaster.bot.slack.text.Mrkdwn;
import dev.quartermaster.intents.people.People;
import dev.quartermaster.intents.plan.LeaseId;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A team's spend, itemised: person, hours, cost so far, cost still to come; the total is the sum of what is listed. */
public final class SpendCard {
    private static final int MOST = 40;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.UK);

    private SpendCard() {}

    /**
     * @param budget of this month; null: what is reported is of other days, which it says nothing about
     * @param titles what a lease is called
     */
    public static Message of(
            SpendReport report, @Nullable MonthsBudget budget, Function<LeaseId, String> titles, People people) {
        String title = title(report);
        Blocks blocks = new Blocks().header(title);
        if (budget != null) {
            blocks.section(budget.text());
        }
        if (report.items().isEmpty()) {
            blocks.section(nothing(report));
            return blocks.message(Mrkdwn.ours(title + ": nothing."));
        }
        blocks.section(Mrkdwn.ours("*Total so far: " + report.total() + "*\nStill to come in these days: "
                        + report.committed() + " (agreed, reserved for it, and not used yet)"))
                .divider();
        report.items().stream().limit(MOST).forEach(item -> blocks.section(line(item, titles, people)));
        if (report.items().size() > MOST) {
            blocks.context(Mrkdwn.ours("and " + (report.items().size() - MOST)
                    + " more, counted in the total; ask for a shorter time to see them."));
        }
        return blocks.message(
                Mrkdwn.ours(title + ": " + report.total() + " so far, " + report.committed() + " still to come."));
    }

    static Mrkdwn nothing(SpendReport report) {
        return Mrkdwn.ours("Nothing was handed out in this time, so nothing was spent: " + report.total() + ".");
    }

    static String title(SpendReport report) {
        return "Spend of " + report.team() + ", " + DAY.format(report.period().from()) + " to "
                + DAY.format(report.period().to().minusDays(1));
    }

    private static Mrkdwn line(SpendReport.Item item, Function<LeaseId, String> titles, People people) {
        Mrkdwn text = Mrkdwn.bold(Wording.name(item.person(), people))
                .and(" · ")
                .and(title(item, titles))
                .and("\n*" + item.amount() + "* so far, " + item.committed() + " still to come · " + use(item))
                .and(item.lease() == null ? "\n" : "\n`" + item.lease() + "` · ")
                .and(Mrkdwn.theirs(item.path()));
        return item.purpose().isBlank() ? text : text.and(" · ").and(Mrkdwn.theirs(Wording.brief(item.purpose())));
    }

    private static Mrkdwn title(SpendReport.Item item, Function<LeaseId, String> titles) {
        return item.lease() == null
                ? Mrkdwn.ours("messages read by the language model")
                : Mrkdwn.theirs(titles.apply(item.lease()));
    }

    private static String use(SpendReport.Item item) {
        if (item.lease() == null) {
            return "each message once";
        }
        if (item.open() && item.hours().signum() == 0) {
            return "not started yet";
        }
        return length(item.hours()) + (item.open() ? ", running" : ", ended");
    }

    /** Minutes while it is less than an hour: {@code 0.00 hours} tells nobody anything. */
    private static String length(BigDecimal hours) {
        if (hours.compareTo(BigDecimal.ONE) >= 0) {
            return hours.setScale(2, RoundingMode.HALF_UP) + " hours";
        }
        return Wording.length(
                Duration.ofSeconds(hours.multiply(BigDecimal.valueOf(3600)).longValue()));
    }
}
