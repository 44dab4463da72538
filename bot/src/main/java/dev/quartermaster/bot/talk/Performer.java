package dev.quartermaster.bot.talk;

import dev.quartermaster.actions.bundle.Bundles;
import dev.quartermaster.actions.lease.Lease;
import dev.quartermaster.actions.lease.Leases;
import dev.quartermaster.actions.ledger.Ledger;
import dev.quartermaster.actions.request.Desk;
import dev.quartermaster.actions.request.Request;
import dev.quartermaster.actions.request.State;
import dev.quartermaster.actions.time.DatabaseTime;
import dev.quartermaster.bot.announce.Simulation;
import dev.quartermaster.bot.announce.Threads;
import dev.quartermaster.bot.card.AskCard;
import dev.quartermaster.bot.card.ListCard;
import dev.quartermaster.bot.card.SpendCard;
import dev.quartermaster.bot.slack.outbox.Message;
import dev.quartermaster.bot.slack.outbox.Outbox;
import dev.quartermaster.bot.slack.text.Mrkdwn;
import dev.quartermaster.intents.catalogue.Catalogue;
import dev.quartermaster.intents.config.Bundle;
import dev.quartermaster.intents.intent.Intent;
import dev.quartermaster.intents.intent.Period;
import dev.quartermaster.intents.intent.Target;
import dev.quartermaster.intents.people.People;
import dev.quartermaster.intents.people.Team;
import dev.quartermaster.intents.people.TeamId;
import dev.quartermaster.intents.reading.Evidence.By;
import dev.quartermaster.intents.reading.Reading.Option;
import dev.quartermaster.intents.reading.slash.Commands;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** One understood intent, done: what changes something goes to the desk, what asks is answered. */
@Component
class Performer {
    private final Desk desk;
    private final Leases leases;
    private final Ledger ledger;
    private final Bundles bundles;
    private final DatabaseTime time;
    private final Targets targets;
    private final Threads threads;
    private final Decisions decisions;
    private final Simulation simulation;
    private final Titles titles;
    private final Questions questions;
    private final Outbox outbox;

    Performer(
            Desk desk,
            Leases leases,
            Ledger ledger,
            Bundles bundles,
            DatabaseTime time,
            Targets targets,
            Threads threads,
            Decisions decisions,
            Simulation simulation,
            Titles titles,
            Questions questions,
            Outbox outbox) {
        this.desk = desk;
        this.leases = leases;
        this.ledger = ledger;
        this.bundles = bundles;
        this.time = time;
        this.targets = targets;
        this.threads = threads;
        this.decisions = decisions;
        this.simulation = simulation;
        this.titles = titles;
        this.questions = questions;
        this.outbox = outbox;
    }

    /** @param understood the reading as shown on the card. @param by a destructive wish in words is confirmed first */
    void perform(Asking asking, Intent intent, Mrkdwn understood, By by) {
        switch (intent) {
            case Intent.Launch launch -> submit(asking, launch, understood);
            case Intent.Grant grant -> submit(asking, grant, understood);
            case Intent.Extend extend -> extend(asking, extend, understood);
            case Intent.Stop stop -> stop(asking, stop.target(), by);
            case Intent.Withdraw withdraw -> withdraw(asking, withdraw.target());
            case Intent.Show show -> show(asking, show);
            case Intent.Spend spend -> spend(asking, spend);
            case Intent.Decide decide -> decisions.inWords(asking, decide);
            case Intent.Help help -> say(asking, Commands.help(help.topic(), catalogue()));
            case Intent.Find find -> say(asking, found(find.query()));
            case Intent.Resize resize ->
                notYet(asking, "change the size of what runs", "Stop it and launch another one");
            case Intent.Resume resume -> notYet(asking, "resume what was stopped", "Launch it again");
            case Intent.Transfer transfer ->
                notYet(asking, "hand something to somebody else", "They can ask for their own");
            case Intent.Run run -> notYet(asking, "run jobs", "Ask the platform team");
            case Intent.Why why ->
                notYet(asking, "explain a decision in words", "The card names the rules that asked for it");
        }
    }

    private void submit(Asking asking, Intent intent, Mrkdwn understood) {
        switch (desk.submit(asking.person(), intent, asking.key(), asking.words())) {
            case Desk.Answer.Done(Request request) ->
                threads.open(request.id(), new Threads.Talk(asking.person(), asking.place(), understood.value(), ""));
            case Desk.Answer.Declined(String words) -> say(asking, words);
            case Desk.Answer.Stale(Request request, String words) -> say(asking, words);
        }
    }

    private void extend(Asking asking, Intent.Extend extend, Mrkdwn understood) {
        Targets.Meant<Lease> meant = targets.lease(asking.person(), extend.target(), catalogue());
        Optional<Lease> lease = meant.one();
        if (lease.isPresent()) {
            Target exactly = new Target.Id(lease.get().id().value());
            submit(asking, new Intent.Extend(exactly, extend.term()), understood);
        } else {
            String none = "Nothing of yours is running, so there is nothing to extend. `/qm list` shows what you have.";
            Message which = WhichOne.lease(meant.found(), "extend", WhichOne.written(extend.term()));
            which(asking, meant, which, WhichOne.none(extend.target(), none));
        }
    }

    private void stop(Asking asking, Target target, By by) {
        Targets.Meant<Lease> meant = targets.lease(asking.person(), target, catalogue());
        Optional<Lease> lease = meant.one();
        if (lease.isEmpty()) {
            String none =
                    "Nothing of yours is running, so there is nothing to stop. To take back a request, say withdraw.";
            which(asking, meant, WhichOne.lease(meant.found(), "stop", ""), WhichOne.none(target, none));
        } else if (by != By.SLASH || guessed(asking, target)) {
            questions.ask(
                    asking,
                    AskCard.of(
                            "Stop " + WhichOne.name(lease.get()) + "? Everything made for it is taken back.",
                            List.of(new Option(
                                    "Stop " + WhichOne.name(lease.get()),
                                    "stop " + lease.get().id()))));
        } else {
            answer(
                    asking,
                    desk.stop(lease.get().id(), asking.person()),
                    "Stopping " + WhichOne.name(lease.get()) + "; it is being taken back.");
        }
    }

    /** A bare "stop" said in passing names nothing, so what would end is asked first; as a command it means what it says. */
    private static boolean guessed(Asking asking, Target target) {
        return asking.place() != null && !(target instanceof Target.Id);
    }

    private void withdraw(Asking asking, Target target) {
        Targets.Meant<Request> meant = targets.waiting(asking.person(), target);
        Optional<Request> request = meant.one();
        if (request.isPresent()) {
            answer(
                    asking,
                    desk.withdraw(request.get().id(), asking.person()),
                    "Withdrawn: " + request.get().summary() + ".");
        } else {
            String none =
                    "Nothing of yours waits for approval, so there is nothing to withdraw. To end what runs, say stop.";
            which(asking, meant, WhichOne.request(meant.found(), "withdraw"), WhichOne.none(target, none));
        }
    }

    private void show(Asking asking, Intent.Show show) {
        People people = bundles.current().people();
        Optional<Team> team = show.team() ? people.teamOf(asking.person()) : Optional.empty();
        if (show.what() == Intent.Show.What.ONE && one(asking, show.target())) {
            return;
        }
        List<Request> waiting = desk.visibleTo(asking.person(), 200).stream()
                .filter(request -> request.state() == State.WAITING)
                .filter(request -> team.map(each -> request.team().equals(each.id()))
                        .orElse(request.by().equals(asking.person())))
                .toList();
        List<Lease> open =
                team.map(each -> leases.ofTeam(each.id())).orElseGet(() -> leases.of(asking.person())).stream()
                        .filter(Targets::isOpen)
                        .map(simulation::reachable)
                        .toList();
        outbox.say(
                asking.privately(),
                ListCard.of(team.map(Team::title).orElse("You"), waiting, open, titles::of, people));
    }

    /** Shows the one meant by drawing its card again, here; false: everything is shown instead. */
    private boolean one(Asking asking, Target target) {
        Optional<Request> request = switch (target) {
            case Target.Id(String id) -> targets.request(id.replace("lease-", "req-"));
            case Target.Described described ->
                targets.lease(asking.person(), target, catalogue()).one().flatMap(lease -> desk.find(lease.request()));
            case Target.Last last ->
                targets.lease(asking.person(), target, catalogue()).one().flatMap(lease -> desk.find(lease.request()));
        };
        Optional<Request> visible = request.filter(found -> desk.visibleTo(asking.person(), 1000).stream()
                .anyMatch(each -> each.id().equals(found.id())));
        visible.ifPresent(found -> outbox.say(asking.privately(), decisions.statusOf(found)));
        if (visible.isEmpty() && target instanceof Target.Id(String id)) {
            say(asking, "You have nothing called " + id + ". `/qm list` shows what you have.");
            return true;
        }
        return visible.isPresent();
    }

    private void spend(Asking asking, Intent.Spend spend) {
        Bundle bundle = bundles.current();
        Optional<TeamId> team = Optional.ofNullable(spend.team())
                .or(() -> bundle.people().teamOf(asking.person()).map(Team::id));
        if (team.isEmpty()) {
            say(asking, "You are in no team, so name one: `/qm spend growth`.");
            return;
        }
        LocalDate today = time.now().atZone(bundle.organisation().zone()).toLocalDate();
        Period period =
                spend.period() == null ? new Period(today.withDayOfMonth(1), today.plusDays(1)) : spend.period();
        switch (ledger.spend(asking.person(), team.get(), period)) {
            case Ledger.Answer.Report(var report) ->
                outbox.say(asking.privately(), SpendCard.of(report.inCents(), titles::of, bundle.people()));
            case Ledger.Answer.NotYours(String words) -> say(asking, words);
        }
    }

    private String found(String query) {
        List<String> hits = catalogue().datasets().values().stream()
                .filter(dataset -> (dataset.name() + " " + dataset.about() + " " + String.join(" ", dataset.synonyms()))
                        .toLowerCase(java.util.Locale.ROOT)
                        .contains(query.toLowerCase(java.util.Locale.ROOT).strip()))
                .map(dataset -> dataset.name() + ": " + dataset.about())
                .sorted()
                .toList();
        return hits.isEmpty()
                ? "Nothing in the catalogue matches \"" + query + "\". It has "
                        + String.join(
                                ", ",
                                catalogue().datasets().keySet().stream()
                                        .map(Object::toString)
                                        .sorted()
                                        .toList())
                        + "."
                : String.join("\n", hits);
    }

    private void which(Asking asking, Targets.Meant<?> meant, Message which, String none) {
        if (meant.found().isEmpty()) {
            say(asking, none);
        } else {
            questions.ask(asking, which);
        }
    }

    private void answer(Asking asking, Desk.Answer answer, String done) {
        switch (answer) {
            case Desk.Answer.Done ok -> say(asking, done);
            case Desk.Answer.Declined(String words) -> say(asking, words);
            case Desk.Answer.Stale(Request request, String words) -> say(asking, words);
        }
    }

    private void notYet(Asking asking, String what, String instead) {
        say(asking, "I understood that you want to " + what + ", but I can't do that yet. " + instead + ".");
    }

    private Catalogue catalogue() {
        return bundles.current().catalogue();
    }

    private void say(Asking asking, String words) {
        outbox.say(asking.reply(), Talk.text(words));
    }
}
