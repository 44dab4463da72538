package dev.quartermaster.bot.conversation.verb;

import dev.quartermaster.actions.bundle.Bundles;
import dev.quartermaster.actions.lease.Lease;
import dev.quartermaster.actions.request.Request;
import dev.quartermaster.actions.request.RequestService;
import dev.quartermaster.actions.request.State;
import dev.quartermaster.bot.conversation.dialogue.Disambiguation;
import dev.quartermaster.bot.conversation.dialogue.IncomingMessage;
import dev.quartermaster.bot.conversation.dialogue.QuestionCards;
import dev.quartermaster.bot.conversation.dialogue.TargetResolver;
import dev.quartermaster.bot.slack.outbox.Message;
import dev.quartermaster.bot.slack.outbox.Outbox;
import dev.quartermaster.intents.intent.Intent;
import dev.quartermaster.intents.intent.Target;
import dev.quartermaster.intents.reading.Evidence.By;
import dev.quartermaster.intents.reading.Reading.Option;
import dev.quartermaster.intents.reading.slash.CommandText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Stops leases and withdraws requests, by sentence or command. A sentence is always confirmed first, and several at
 * once are offered as a list.
 */
@Component
class StopAndWithdraw {
    private static final int MOST = 4;

    private final RequestService desk;
    private final TargetResolver targets;
    private final Bundles bundles;
    private final FormerSize former;
    private final QuestionCards questions;
    private final Outbox outbox;

    StopAndWithdraw(
            RequestService desk,
            TargetResolver targets,
            Bundles bundles,
            FormerSize former,
            QuestionCards questions,
            Outbox outbox) {
        this.desk = desk;
        this.targets = targets;
        this.bundles = bundles;
        this.former = former;
        this.questions = questions;
        this.outbox = outbox;
    }

    void stop(IncomingMessage asking, Target target, IntentHandler.Read read) {
        TargetResolver.Meant<Lease> meant = targets.lease(asking, target, bundles.current());
        Optional<Lease> lease = meant.one();
        Optional<Request> waits = meant.found().isEmpty() ? waitsHere(asking, target, read) : Optional.empty();
        if (waits.isPresent()) {
            takeBack(asking, waits.get(), read);
        } else if (meant.found().isEmpty()) {
            String none =
                    "Nothing of yours is running, so there is nothing to stop. To take back a request, say withdraw.";
            say(asking, Disambiguation.none(meant, target, none));
        } else if (lease.isEmpty()) {
            several(asking, meant, target);
        } else if (read.by() != By.SLASH || guessed(asking, target)) {
            questions.confirm(
                    asking,
                    "Stop " + Disambiguation.name(lease.get()) + "? Everything made for it is taken back.",
                    read.shown(),
                    List.of(new Option("Yes, stop it", CommandText.of(stop(lease.get())))));
        } else {
            answer(
                    asking,
                    desk.stop(lease.get().id(), asking.person()),
                    "Stopping " + Disambiguation.name(lease.get()) + "; it is being taken back.");
        }
    }

    /** Where nothing runs, to stop what waits, or what stands on the card above, is to take it back. */
    private Optional<Request> waitsHere(IncomingMessage asking, Target target, IntentHandler.Read read) {
        return targets.waiting(asking, target)
                .one()
                .filter(request -> asking.about() == null
                        ? read.by() != By.SLASH
                        : request.id().equals(asking.about()));
    }

    private void takeBack(IncomingMessage asking, Request request, IntentHandler.Read read) {
        questions.confirm(
                asking,
                "Take back " + request.summary() + "?",
                read.shown(),
                List.of(new Option(
                        "Yes, withdraw it",
                        CommandText.of(
                                new Intent.Withdraw(new Target.Id(request.id().value()))))));
    }

    /** A button each, and one for all of them where all were meant: it says each command, and nothing more. */
    private void several(IncomingMessage asking, TargetResolver.Meant<Lease> meant, Target target) {
        List<Lease> shown = meant.found().stream().limit(MOST).toList();
        List<Option> options = new ArrayList<>();
        if (meant.several() && meant.fits() && shown.size() == meant.found().size()) {
            String all =
                    shown.stream().map(lease -> CommandText.of(stop(lease))).collect(Collectors.joining("; "));
            options.add(new Option("Yes, stop all " + shown.size(), all));
        }
        options.addAll(Disambiguation.lease(shown, asking.by().zone(), StopAndWithdraw::stop));
        String list = meant.found().stream().map(Disambiguation::name).collect(Collectors.joining(", "));
        String question = meant.several() && meant.fits()
                ? "Stop " + list + "? Everything made for them is taken back."
                : Disambiguation.question(meant, target);
        questions.ask(asking, question, options);
    }

    private static Intent stop(Lease lease) {
        return new Intent.Stop(new Target.Id(lease.id().value()));
    }

    /** A bare "stop" said in passing names nothing, so what would end is asked first; as a command it means what it says. */
    private static boolean guessed(IncomingMessage asking, Target target) {
        return switch (target) {
            case Target.Id id -> false;
            // However it was typed: what fits today's description may be another thing tomorrow.
            case Target.Described described -> true;
            case Target.Last last -> asking.place() != null;
        };
    }

    void withdraw(IncomingMessage asking, Target target, IntentHandler.Read read) {
        TargetResolver.Meant<Request> meant = targets.waiting(asking, target);
        Optional<Request> request = meant.one();
        if (request.isEmpty() && runs(asking, target)) {
            stop(asking, target, read);
            return;
        }
        Optional<Target> resized = request.filter(each -> each.resizing() != null && each.state() == State.LIVE)
                .map(each -> new Target.Id(each.lease().value()));
        if ((resized.isPresent() || meant.found().isEmpty())
                && former.offered(
                        asking,
                        targets.lease(asking, resized.orElse(target), bundles.current())
                                .found(),
                        resized.isPresent() ? "" : "Nothing of yours waits for approval. This was done last.",
                        read)) {
            return;
        }
        // What is arranged already is somebody's plan: a word in passing does not end it.
        boolean arranged = read.by() != By.SLASH
                && request.filter(each -> each.state() == State.APPROVED).isPresent();
        if (request.isPresent() && (read.from().confirm() || arranged)) {
            takeBack(asking, request.get(), read);
        } else if (request.isPresent()) {
            answer(
                    asking,
                    desk.withdraw(request.get().id(), asking.person()),
                    "Withdrawn: " + request.get().summary() + ".");
        } else if (meant.found().isEmpty()) {
            String none =
                    "Nothing of yours waits for approval, so there is nothing to withdraw. To end what runs, say stop.";
            say(asking, Disambiguation.none(target, none));
        } else {
            questions.ask(
                    asking,
                    Disambiguation.question(meant, target),
                    Disambiguation.request(meant.found(), Intent.Withdraw::new));
        }
    }

    /** What is named runs already: to take that back is to stop it, which is asked first. */
    private boolean runs(IncomingMessage asking, Target target) {
        return target instanceof Target.Described
                && !targets.waiting(asking, target).fits()
                && targets.lease(asking, target, bundles.current()).one().isPresent();
    }

    private void answer(IncomingMessage asking, RequestService.Answer answer, String done) {
        switch (answer) {
            case RequestService.Answer.Done ok -> say(asking, done);
            case RequestService.Answer.Declined(String words) -> say(asking, words);
            case RequestService.Answer.Stale(Request request, String words) -> say(asking, words);
        }
    }

    private void say(IncomingMessage asking, String words) {
        outbox.say(asking.reply(), Message.said(words));
    }
}
