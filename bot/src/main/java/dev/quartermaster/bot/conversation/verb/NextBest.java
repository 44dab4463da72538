package dev.quartermaster.bot.conversation.verb;

import dev.quartermaster.actions.bundle.Bundles;
import dev.quartermaster.actions.lease.Lease;
import dev.quartermaster.actions.lease.Leases;
import dev.quartermaster.actions.request.Request;
import dev.quartermaster.actions.request.RequestService;
import dev.quartermaster.bot.announce.alarm.PlatformChannel;
import dev.quartermaster.bot.card.Wording;
import dev.quartermaster.bot.conversation.dialogue.Disambiguation;
import dev.quartermaster.bot.conversation.dialogue.IncomingMessage;
import dev.quartermaster.bot.conversation.dialogue.QuestionCards;
import dev.quartermaster.bot.conversation.dialogue.TargetResolver;
import dev.quartermaster.intents.intent.Intent;
import dev.quartermaster.intents.intent.Target;
import dev.quartermaster.intents.intent.Term;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.reading.Reading.Option;
import dev.quartermaster.intents.reading.slash.CommandText;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What was stopped is gone, and what somebody has stays theirs: says so, and offers with a button what comes nearest. */
@Component
class NextBest {
    private final RequestService requests;
    private final Leases leases;
    private final TargetResolver targets;
    private final Bundles bundles;
    private final PlatformChannel platform;
    private final QuestionCards questions;

    NextBest(
            RequestService requests,
            Leases leases,
            TargetResolver targets,
            Bundles bundles,
            PlatformChannel platform,
            QuestionCards questions) {
        this.requests = requests;
        this.leases = leases;
        this.targets = targets;
        this.bundles = bundles;
        this.platform = platform;
        this.questions = questions;
    }

    /** The same once more, where something of theirs that has ended is meant. */
    void resume(IncomingMessage asking, Target target) {
        Optional<Intent> same = leases.of(asking.person()).stream()
                .filter(lease -> !lease.state().open())
                .flatMap(lease -> requests.find(lease.request()).stream())
                .filter(request -> meant(request, target))
                .findFirst()
                .flatMap(request -> wanted(request, asking.person()));
        questions.askPrivately(
                asking,
                "What was stopped is gone and can't be started again: everything made for it was taken back."
                        + (same.isPresent()
                                ? " Shall I ask for the same once more?"
                                : " Say what you need, and I ask for it anew."),
                same.map(intent -> new Option("Ask for the same", CommandText.of(intent))).stream()
                        .toList());
    }

    private boolean meant(Request request, Target target) {
        return switch (target) {
            case Target.Id(String id) ->
                id.equals(request.lease().value()) || id.equals(request.id().value());
            case Target.Described(String words) ->
                TargetResolver.fits(
                        TargetResolver.about(request, bundles.current().catalogue()), words);
            case Target.Last last -> true;
        };
    }

    /** One of their own for whoever is to have it. */
    void transfer(IncomingMessage asking, Target target, PersonId to) {
        Optional<Lease> lease = targets.lease(asking, target, bundles.current()).one();
        String name = Wording.name(to, bundles.current().people());
        List<Option> offered = lease
                .flatMap(each -> requests.find(each.request()))
                .flatMap(request -> wanted(request, to))
                .map(intent -> new Option("Ask for one for " + name, CommandText.of(intent)))
                .stream()
                .toList();
        String what = lease.map(Disambiguation::name).orElse("What you have");
        questions.askPrivately(
                asking,
                what + " stays yours: nothing can be handed to somebody else. " + name
                        + " can have one of their own, which their team pays for; what is in yours you copy."
                        + platform.name()
                                .map(channel -> " If it has to change hands, ask the platform team in #"
                                        + channel.replaceFirst("^#", "") + ".")
                                .orElse(""),
                offered);
    }

    /** As it was asked for, from now on. */
    private static Optional<Intent> wanted(Request request, PersonId owner) {
        if (!(request.judgement().intent() instanceof Intent.Acquisition wanted)
                || request.judgement().plan() == null) {
            return Optional.empty();
        }
        Term length = new Term.For(request.judgement().plan().term());
        return Optional.of(wanted.with(length, owner.equals(request.by()) ? null : owner, null));
    }
}
