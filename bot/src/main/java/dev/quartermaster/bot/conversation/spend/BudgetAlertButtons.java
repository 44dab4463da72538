package dev.quartermaster.bot.conversation.spend;

import dev.quartermaster.actions.budget.BudgetAlert;
import dev.quartermaster.actions.budget.BudgetAlerts;
import dev.quartermaster.actions.bundle.Bundles;
import dev.quartermaster.actions.request.RequestService;
import dev.quartermaster.bot.announce.budget.BudgetAlertCards;
import dev.quartermaster.bot.card.ActionIds;
import dev.quartermaster.bot.conversation.dialogue.ClickReplies;
import dev.quartermaster.bot.slack.ButtonHandler;
import dev.quartermaster.bot.slack.SlackInteraction.Clicked;
import dev.quartermaster.intents.people.People;
import dev.quartermaster.intents.people.PeopleSource;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.people.Team;
import dev.quartermaster.intents.plan.LeaseId;
import dev.quartermaster.intents.policy.PersonRights;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The buttons of a budget's alert. Whose card it is on gives no right: who may stop, leave or hear is judged at the click. */
@Component
class BudgetAlertButtons implements ButtonHandler {
    private static final Pattern ACTIONS =
            Pattern.compile(ActionIds.BUDGET_STOP + "|" + ActionIds.BUDGET_RAISE + "|" + ActionIds.BUDGET_LEAVE);
    private static final Pattern VALUE = Pattern.compile("(\\d{1,18})(?:\\|(" + LeaseId.PATTERN + "))?");

    private final BudgetAlerts alerts;
    private final BudgetAlertCards news;
    private final RequestService desk;
    private final Bundles bundles;
    private final ClickReplies replies;

    BudgetAlertButtons(
            BudgetAlerts alerts, BudgetAlertCards news, RequestService desk, Bundles bundles, ClickReplies replies) {
        this.alerts = alerts;
        this.news = news;
        this.desk = desk;
        this.bundles = bundles;
        this.replies = replies;
    }

    @Override
    public Pattern actions() {
        return ACTIONS;
    }

    @Override
    public void clicked(Clicked clicked) {
        Matcher value = VALUE.matcher(clicked.value());
        Optional<BudgetAlert> alert = value.matches() ? alerts.find(Long.parseLong(value.group(1))) : Optional.empty();
        if (alert.isEmpty() || clicked.action().equals(ActionIds.BUDGET_STOP) != (value.group(2) != null)) {
            replies.outdated(clicked);
            return;
        }
        switch (clicked.action()) {
            case ActionIds.BUDGET_STOP -> stop(clicked, alert.get(), new LeaseId(value.group(2)));
            case ActionIds.BUDGET_RAISE ->
                replies.tell(clicked, raising(alert.get(), clicked.by().person()));
            default -> leave(clicked, alert.get());
        }
    }

    private void stop(Clicked clicked, BudgetAlert alert, LeaseId lease) {
        RequestService.Answer answer = desk.stop(lease, clicked.by().person());
        if (answer instanceof RequestService.Answer.Done(var request)) {
            replies.tell(clicked, "Stopping " + request.summary() + "; it is being taken back.");
            news.show(alert);
        } else {
            replies.tell(clicked, answer);
        }
    }

    private void leave(Clicked clicked, BudgetAlert alert) {
        switch (alerts.leave(alert.id(), clicked.by().deciding())) {
            case BudgetAlerts.Answer.Done(BudgetAlert after) -> news.show(after);
            case BudgetAlerts.Answer.Declined(String words) -> replies.tell(clicked, words);
        }
    }

    private String raising(BudgetAlert alert, PersonId asker) {
        try {
            People people = bundles.read();
            Optional<Team> team = people.team(alert.scope().team())
                    .filter(found -> new PersonRights(people).maySeeSpend(asker, found.id()));
            return team.map(found -> raising(found, people)).orElse("That is not your team's budget.");
        } catch (PeopleSource.Broken broken) {
            return String.valueOf(broken.getMessage());
        }
    }

    private static String raising(Team team, People people) {
        String leads = people.group(People.PLATFORM_LEADS).stream()
                .map(people::name)
                .sorted()
                .collect(Collectors.joining(" or "));
        return "The limits of " + team.title() + " stand in people.yaml (teams, " + team.id() + ", budget), which "
                + leads
                + " can change: tell one of them how much it should be, and for how long. A single thing goes beyond it"
                + " with a yes of " + people.name(team.budget().owner()) + ".";
    }
}
