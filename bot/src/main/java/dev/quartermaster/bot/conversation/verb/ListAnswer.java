package dev.quartermaster.bot.conversation.verb;

import dev.quartermaster.actions.bundle.Bundles;
import dev.quartermaster.actions.lease.Lease;
import dev.quartermaster.actions.lease.Leases;
import dev.quartermaster.actions.request.Request;
import dev.quartermaster.actions.request.RequestService;
import dev.quartermaster.bot.card.overview.ListCard;
import dev.quartermaster.bot.conversation.dialogue.IncomingMessage;
import dev.quartermaster.bot.conversation.dialogue.LeaseTitles;
import dev.quartermaster.bot.conversation.dialogue.NamedPerson;
import dev.quartermaster.bot.conversation.dialogue.TargetResolver;
import dev.quartermaster.bot.simulated.Simulation;
import dev.quartermaster.bot.slack.outbox.Message;
import dev.quartermaster.bot.slack.outbox.Outbox;
import dev.quartermaster.intents.intent.Intent;
import dev.quartermaster.intents.intent.Intent.Show.What;
import dev.quartermaster.intents.intent.Target;
import dev.quartermaster.intents.people.People;
import dev.quartermaster.intents.people.Person;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.people.Team;
import dev.quartermaster.intents.policy.PersonRights;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Answers {@code list} and {@code show} where nobody else reads: one's own or a team's leases and requests, approvals
 * that wait, or one request.
 */
@Component
class ListAnswer {
    private static final Pattern OWN = Pattern.compile("(?i)\\b(?:my|mine|i|me|list)\\b");

    private final RequestService desk;
    private final Leases leases;
    private final Bundles bundles;
    private final TargetResolver targets;
    private final DecisionsInWords decisions;
    private final Simulation simulation;
    private final LeaseTitles titles;
    private final Outbox outbox;

    ListAnswer(
            RequestService desk,
            Leases leases,
            Bundles bundles,
            TargetResolver targets,
            DecisionsInWords decisions,
            Simulation simulation,
            LeaseTitles titles,
            Outbox outbox) {
        this.desk = desk;
        this.leases = leases;
        this.bundles = bundles;
        this.targets = targets;
        this.decisions = decisions;
        this.simulation = simulation;
        this.titles = titles;
        this.outbox = outbox;
    }

    void show(IncomingMessage asking, Intent.Show show) {
        if (show.what() == What.ONE && one(asking, show.target())) {
            return;
        }
        People people = bundles.current().people();
        Optional<Team> team = team(asking, show, people);
        Optional<Person> whose = show.team() || show.what() == What.WAITING
                ? Optional.empty()
                : NamedPerson.askedAbout(asking.words(), people, asking.person())
                        .flatMap(people::find);
        if (whose.isPresent()) {
            show(asking, whose.get(), people);
        } else if (show.team() && team.isEmpty()) {
            say(asking, "You are in no team, so name one: `/qm list growth`.");
        } else if (team.isPresent()
                && !new PersonRights(people)
                        .maySeeTeam(asking.person(), team.get().id())) {
            say(asking, notShown(team.get(), people));
        } else {
            show(
                    asking,
                    show.what(),
                    team.or(() -> managed(asking, show, people)).orElse(null),
                    people);
        }
    }

    /** Of a manager with nothing of their own, who asks not after that: what their team has. */
    private Optional<Team> managed(IncomingMessage asking, Intent.Show show, People people) {
        boolean nothing = show.what() != What.WAITING
                && !OWN.matcher(asking.words()).find()
                && desk.stillWaiting(asking.person()).isEmpty()
                && leases.open(asking.person()).isEmpty();
        return nothing
                ? people.teamOf(asking.person()).filter(team -> team.manager().equals(asking.person()))
                : Optional.empty();
    }

    /** What somebody else has, for those who may see their team. */
    private void show(IncomingMessage asking, Person whose, People people) {
        Optional<Team> team = people.teamOf(whose.id());
        boolean may = new PersonRights(people).mayStop(asking.person(), whose.id())
                || team.filter(each -> new PersonRights(people).maySeeTeam(asking.person(), each.id()))
                        .isPresent();
        if (!may) {
            say(
                    asking,
                    "What " + whose.name() + " has is shown to "
                            + team.map(each -> "members of " + each.title() + " and platform leads")
                                    .orElse("platform leads")
                            + ". Ask " + whose.name() + "; `/qm list` shows what is yours.");
            return;
        }
        PersonRights rights = new PersonRights(people);
        List<Request> waiting = desk.stillWaiting(whose.id()).stream()
                .filter(each -> rights.maySeeTeam(asking.person(), each.team()))
                .toList();
        List<Lease> open = leases.open(whose.id()).stream()
                .filter(each -> rights.maySeeTeam(asking.person(), each.team())
                        || rights.mayStop(asking.person(), each.owner()))
                .map(simulation::reachable)
                .toList();
        ListCard.Listed listed = new ListCard.Listed(
                whose.name(), List.of(), waiting, open, endable(asking.person(), waiting, open, false, people));
        outbox.say(asking.privately(), ListCard.of(listed, titles.among(open), people));
    }

    private static Optional<Team> team(IncomingMessage asking, Intent.Show show, People people) {
        if (!show.team()) {
            return Optional.empty();
        }
        return show.named() == null ? people.teamOf(asking.person()) : people.team(show.named());
    }

    private static String notShown(Team team, People people) {
        String manager = people.name(team.manager());
        return "What " + team.title() + " has is shown to its members and to platform leads. Ask " + manager
                + ", its manager; `/qm list` shows what is yours.";
    }

    private void show(IncomingMessage asking, What what, @Nullable Team team, People people) {
        List<Request> waiting = team == null ? desk.stillWaiting(asking.person()) : desk.stillWaiting(team.id());
        List<Lease> open = (team == null ? leases.open(asking.person()) : leases.open(team.id()))
                .stream().map(simulation::reachable).toList();
        boolean waits = what == What.WAITING;
        List<Request> deciding = waits && team == null ? desk.waitingFor(asking.person()) : List.of();
        ListCard.Listed listed = new ListCard.Listed(
                team == null ? "You" : team.title(),
                deciding,
                waiting,
                waits ? null : open,
                endable(asking.person(), waiting, open, team == null, people));
        outbox.say(asking.privately(), ListCard.of(listed, titles.among(open), people));
        if (!deciding.isEmpty()) {
            decisions.cards(asking);
        }
    }

    /** One's own includes what one asked for on somebody's behalf. */
    private static Set<String> endable(
            PersonId person, List<Request> waiting, List<Lease> open, boolean own, People people) {
        PersonRights standing = new PersonRights(people);
        Set<String> ids = new TreeSet<>();
        waiting.stream()
                .filter(request -> request.askers().stream().anyMatch(asker -> standing.mayStop(person, asker)))
                .forEach(request -> ids.add(request.id().value()));
        open.stream()
                .filter(lease -> own || standing.mayStop(person, lease.owner()))
                .forEach(lease -> ids.add(lease.id().value()));
        return ids;
    }

    /** Shows the one meant by drawing its card again; false: everything is shown instead. */
    private boolean one(IncomingMessage asking, Target target) {
        Optional<Request> meant = switch (target) {
            case Target.Id(String id) -> targets.request(id.replace("lease-", "req-"), asking.person());
            case Target.Described described -> lease(asking, target);
            case Target.Last last -> lease(asking, target);
        };
        meant.ifPresent(found -> decisions.show(asking, found));
        if (meant.isEmpty() && target instanceof Target.Id(String id)) {
            say(asking, "You have nothing called " + id + ". `/qm list` shows what you have.");
            return true;
        }
        if (meant.isEmpty() && target instanceof Target.Described(String words)) {
            say(asking, "Nothing of yours fits “" + words + "”. This is what there is:");
        }
        return meant.isPresent();
    }

    private Optional<Request> lease(IncomingMessage asking, Target target) {
        return targets.lease(asking, target, bundles.current())
                .one()
                .flatMap(lease -> desk.find(lease.request(), asking.person()));
    }

    private void say(IncomingMessage asking, String words) {
        outbox.say(asking.privately(), Message.said(words));
    }
}
