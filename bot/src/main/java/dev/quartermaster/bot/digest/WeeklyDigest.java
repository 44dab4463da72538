package dev.quartermaster.bot.digest;

import dev.quartermaster.actions.bundle.Bundles;
import dev.quartermaster.actions.ledger.Ledger;
import dev.quartermaster.actions.request.ApprovalWaits;
import dev.quartermaster.actions.request.Request;
import dev.quartermaster.actions.request.RequestService;
import dev.quartermaster.actions.time.DatabaseTime;
import dev.quartermaster.bot.card.overview.DigestCard;
import dev.quartermaster.bot.card.overview.TeamWeek;
import dev.quartermaster.bot.conversation.dialogue.LeaseTitles;
import dev.quartermaster.bot.slack.outbox.Message;
import dev.quartermaster.bot.slack.text.Mrkdwn;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.people.Team;
import dev.quartermaster.intents.policy.BudgetView;
import java.time.Duration;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The weekly digest of an owner: what they decided and how long people waited for it, what waits now, which budgets ran
 * over, and of a manager how the weeks of their teams went.
 */
@Component
class WeeklyDigest {
    private static final Duration WEEK = Duration.ofDays(7);

    private final RequestService desk;
    private final ApprovalWaits waits;
    private final DailyDigest daily;
    private final TeamWeeks weeks;
    private final LeaseTitles titles;
    private final Ledger ledger;
    private final Bundles bundles;
    private final DatabaseTime time;

    WeeklyDigest(
            RequestService desk,
            ApprovalWaits waits,
            DailyDigest daily,
            TeamWeeks weeks,
            LeaseTitles titles,
            Ledger ledger,
            Bundles bundles,
            DatabaseTime time) {
        this.desk = desk;
        this.waits = waits;
        this.daily = daily;
        this.weeks = weeks;
        this.titles = titles;
        this.ledger = ledger;
        this.bundles = bundles;
        this.time = time;
    }

    Optional<Message> of(PersonId person) {
        ApprovalWaits.Taken taken = waits.within(WEEK).get(person);
        List<Request> waiting = desk.waitingFor(person);
        List<Mrkdwn> overruns = overruns(person);
        List<Mrkdwn> alarms = daily.alarms();
        List<TeamWeek> teams = weeks.of(person);
        return taken == null && waiting.isEmpty() && overruns.isEmpty() && alarms.isEmpty() && teams.isEmpty()
                ? Optional.empty()
                : Optional.of(DigestCard.weekly(
                        new DigestCard.Week(taken, waiting, overruns, alarms, teams),
                        titles::of,
                        bundles.current().people()));
    }

    /** Only of budgets that are theirs: other teams' money is nobody else's business. */
    private List<Mrkdwn> overruns(PersonId person) {
        YearMonth month = YearMonth.from(
                time.now().atZone(bundles.current().organisation().zone()));
        return bundles.current().people().teams().values().stream()
                .filter(team -> team.budget().owner().equals(person))
                .sorted(Comparator.comparing(Team::id))
                .flatMap(team -> over(team, month).stream())
                .toList();
    }

    private Optional<Mrkdwn> over(Team team, YearMonth month) {
        BudgetView budget = ledger.budget(team.id());
        var taken = budget.month(month).used().plus(budget.month(month).reserved());
        return taken.compareTo(budget.perMonth()) > 0
                ? Optional.of(DigestCard.overrun(team.title(), taken, budget.perMonth()))
                : Optional.empty();
    }
}
