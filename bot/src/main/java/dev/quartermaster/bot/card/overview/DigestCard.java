package dev.quartermaster.bot.card.overview;

import dev.quartermaster.actions.request.ApprovalWaits;
import dev.quartermaster.actions.request.Request;
import dev.quartermaster.bot.card.Blocks;
import dev.quartermaster.bot.card.Wording;
import dev.quartermaster.bot.slack.outbox.Message;
import dev.quartermaster.bot.slack.text.Mrkdwn;
import dev.quartermaster.intents.money.Money;
import dev.quartermaster.intents.people.People;
import dev.quartermaster.intents.plan.LeaseId;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The daily and the weekly digest. What nobody has reviewed comes first. */
public final class DigestCard {
    private static final int MOST = 10;

    private DigestCard() {}

    /** @param waiting for their yes, without a message of its own. @param reviews they are asked for */
    public static Message daily(List<Request> waiting, List<Request> reviews, List<Mrkdwn> alarms, People people) {
        Blocks blocks = new Blocks().header("Today");
        lines(blocks, alarms);
        requests(blocks, "Waiting for your yes, no hurry. The cards are below and in Home.", waiting, people);
        if (!reviews.isEmpty()) {
            blocks.section(Mrkdwn.ours("*Waiting for your review.* The cards are above."));
            reviews.stream()
                    .limit(MOST)
                    .forEach(request -> blocks.section(Mrkdwn.ours("• ")
                            .and(Mrkdwn.bold(request.summary()))
                            .and(" · `" + request.id() + "`")));
        }
        return blocks.message(Mrkdwn.ours("Today: " + counted(waiting.size(), "request") + " without hurry, "
                + counted(reviews.size() + alarms.size(), "review") + " to be done"));
    }

    /** @param taken null: nothing was decided. @param teams whose manager they are, with something to say */
    public record Week(
            ApprovalWaits.@Nullable Taken taken,
            List<Request> waiting,
            List<Mrkdwn> overruns,
            List<Mrkdwn> alarms,
            List<TeamWeek> teams) {
        private boolean approving() {
            return taken != null || !waiting.isEmpty() || !overruns.isEmpty() || !alarms.isEmpty();
        }
    }

    /** @param titles of leases */
    public static Message weekly(Week week, Function<LeaseId, String> titles, People people) {
        Blocks blocks = new Blocks().header(week.approving() ? "Your week as an approver" : "Your team's week");
        String said = "";
        if (week.approving()) {
            said = decided(week.taken()) + " " + week.waiting().size() + " waiting now.";
            lines(blocks, week.alarms());
            blocks.section(Mrkdwn.ours(decided(week.taken())));
            lines(blocks, week.overruns());
            requests(blocks, "Waiting for you now", week.waiting(), people);
        }
        TeamWeekText text = new TeamWeekText(blocks, titles, people);
        week.teams().forEach(text::add);
        String teams = String.join(
                " ", week.teams().stream().map(TeamWeekText::summary).toList());
        return blocks.message(Mrkdwn.ours(said)
                .and(said.isEmpty() || teams.isEmpty() ? "" : " ")
                .and(Mrkdwn.theirs(teams)));
    }

    private static String decided(ApprovalWaits.@Nullable Taken taken) {
        return taken == null
                ? "You decided nothing last week."
                : "You said yes " + times(taken.yes()) + " and no " + times(taken.no()) + " last week. People waited "
                        + Wording.length(taken.median()) + " for you (median).";
    }

    public static Mrkdwn overrun(String team, Money taken, Money perMonth) {
        return Mrkdwn.ours(":warning: ")
                .and(Mrkdwn.bold(team))
                .and(" is over its budget this month: " + taken + " used and reserved of " + perMonth + ".");
    }

    private static void lines(Blocks blocks, List<Mrkdwn> lines) {
        lines.stream().limit(MOST).forEach(blocks::section);
    }

    private static void requests(Blocks blocks, String title, List<Request> requests, People people) {
        if (requests.isEmpty()) {
            return;
        }
        blocks.section(Mrkdwn.bold(title));
        requests.stream().limit(MOST).forEach(request -> blocks.section(ListCard.line(request, people)));
        if (requests.size() > MOST) {
            blocks.context(Mrkdwn.ours("and " + (requests.size() - MOST) + " more in Home"));
        }
    }

    private static String counted(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }

    private static String times(int number) {
        return number == 1 ? "once" : number + " times";
    }
}
